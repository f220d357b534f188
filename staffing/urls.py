"""Pages of this app that are no record: none yet."""

urlpatterns = []
