from django.urls import path

from cura.core.records.drafts import views

urlpatterns = [
    path("drafts/", views.unfinished, name="drafts"),
    path("drafts/key/", views.key, name="draft-key"),
    path("drafts/<uuid:token>/", views.draft, name="draft"),
    path("drafts/<uuid:token>/compare/", views.compare, name="draft-compare"),
    path("drafts/<uuid:token>/files/", views.files, name="draft-files"),
    path("drafts/<uuid:token>/words/", views.words, name="draft-words"),
    path("drafts/<uuid:token>/throw-away/", views.throw_away, name="draft-throw-away"),
]
