from django.urls import path

from residents.child import views

urlpatterns = [
    path("children/", views.children, name="children"),
    path("children/<uuid:pk>/", views.child, name="child"),
    path("children/<uuid:pk>/change/", views.change, name="child-change"),
]
