"""Hand-written pages of this app; the addresses of records come from the registry."""

urlpatterns = []
