from django.urls import path

from residents.handover.since_views import since_i_was_here

urlpatterns = [path("since/", since_i_was_here, name="since")]
