from django.urls import path

from placements.papers import act_views, views

urlpatterns = [
    path("children/<uuid:child>/owed/", views.of_child, name="owed-child"),
    path("children/<uuid:child>/owed/ask/", act_views.ask_child, name="owed-child-ask"),
    path("referrals/<uuid:referral>/owed/", views.of_referral, name="owed-referral"),
    path("referrals/<uuid:referral>/owed/ask/", act_views.ask_referral, name="owed-referral-ask"),
    path("papers-owed/<uuid:paper>/came/", act_views.came, name="owed-came"),
    path("homes/<slug:slug>/owed/", views.of_home, name="owed-home"),
    path("homes/<slug:slug>/owed/rhythm/", views.set_rhythm, name="owed-rhythm"),
]
