"""The cellar: pure functions. No models, no settings, nothing from the floors above."""
