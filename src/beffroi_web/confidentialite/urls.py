from __future__ import annotations

from django.urls import path

from beffroi_web.confidentialite import file_views, views

app_name = "confidentialite"
urlpatterns = [
    path("", views.accueil, name="accueil"),
    path("restituer/", views.restituer, name="restituer"),
    path("fichier/", file_views.deposer, name="deposer"),
    path("fichier/restituer/", file_views.restituer, name="restituer_fichier"),
    path("fichier/<int:number>/", file_views.fichier, name="fichier"),
    path("fichier/<int:number>/copie/", file_views.copie, name="copie"),
    path("fichier/<int:number>/table/", file_views.table, name="table"),
    path("fichier/<int:number>/effacer/", file_views.effacer, name="effacer"),
    path("listes/", views.listes, name="listes"),
    path("listes/<int:number>/retirer/", views.retirer, name="retirer"),
]
