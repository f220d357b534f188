from django.urls import path

from residents.child import access_views, coming, views

urlpatterns = [
    path("children/", views.children, name="children"),
    path("homes/<slug:slug>/children/new/", coming.new, name="child-new"),
    path("children/<uuid:pk>/", views.child, name="child"),
    path("children/<uuid:pk>/change/", views.change, name="child-change"),
    path("children/<uuid:child>/move/", coming.move, name="child-move"),
    path("children/<uuid:child>/leave/", coming.leave, name="child-leave"),
    path("children/<uuid:child>/lives-here-again/", coming.back, name="child-back"),
    path("children/<uuid:child>/access/", access_views.who, name="child-access"),
    path(
        "children/<uuid:child>/access/<int:grant>/until/",
        access_views.until,
        name="child-access-until",
    ),
    path(
        "children/<uuid:child>/access/<int:grant>/end/", access_views.end, name="child-access-end"
    ),
]
