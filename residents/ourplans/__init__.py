"""Both plans of a child on one page: what stands above `supportplan` and `safetyplan`."""
