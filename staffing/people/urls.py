from django.urls import path

from staffing.people.views import person

urlpatterns = [path("staff/<uuid:pk>/", person, name="person")]
