from django.urls import path

from placements.referral import views
from placements.referral.record import referral

urlpatterns = [
    path("homes/<slug:slug>/referrals/take-in/", views.take_in_mail, name="referral-take-in"),
    path(
        "referrals/by-phone/<uuid:subject>/", views.ByPhone.as_view(type=referral),
        name="referral-by-phone",
    ),
    path("referrals/<uuid:referral>/no/", views.say_no, name="referral-no"),
    path("referrals/<uuid:referral>/maybe/", views.say_maybe, name="referral-maybe"),
    path("referrals/<uuid:referral>/words/", views.words, name="referral-words"),
    path("referrals/<uuid:referral>/weigh/", views.weigh, name="referral-weigh"),
]  # fmt: skip
