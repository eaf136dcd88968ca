from __future__ import annotations

from django.urls import path

from beffroi_web.confidentialite import views

app_name = "confidentialite"
urlpatterns = [
    path("", views.accueil, name="accueil"),
    path("restituer/", views.restituer, name="restituer"),
    path("listes/", views.listes, name="listes"),
    path("listes/<int:number>/retirer/", views.retirer, name="retirer"),
]
