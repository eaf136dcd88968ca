from __future__ import annotations

from django.urls import path

from beffroi_web.lisibilite import glossary_views, views

app_name = "lisibilite"
urlpatterns = [
    path("", views.accueil, name="accueil"),
    path("api/", views.api, name="api"),
    path("glossaire/", glossary_views.glossaire, name="glossaire"),
    path("glossaire/officiel/", glossary_views.officiel, name="glossaire_officiel"),
    path("glossaire/<int:number>/retirer/", glossary_views.retirer, name="glossaire_retirer"),
]
