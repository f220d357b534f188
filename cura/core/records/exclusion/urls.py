from django.urls import path

from cura.core.records.exclusion import views

urlpatterns = [
    path("kept-from/<str:label>/<uuid:pk>/", views.who, name="kept-from"),
    path("kept-from/<str:label>/<uuid:pk>/<int:row>/end/", views.end, name="kept-from-end"),
]
