from __future__ import annotations

from django.urls import path

from beffroi_web.modeles import views

app_name = "modeles"
urlpatterns = [
    path("", views.accueil, name="accueil"),
    path("nouveau/", views.nouveau, name="nouveau"),
    path("importer/", views.importer, name="importer"),
    path("<slug:name>/", views.modele, name="modele"),
    path("<slug:name>/modifier/", views.modifier, name="modifier"),
    path("<slug:name>/exporter/", views.exporter, name="exporter"),
    path("<slug:name>/essayer/", views.essayer, name="essayer"),
    path("<slug:name>/partager/", views.partager, name="partager"),
    path("<slug:name>/versions/", views.versions, name="versions"),
    path("<slug:name>/versions/<int:version>/", views.revenir, name="revenir"),
    path("<slug:name>/supprimer/", views.supprimer, name="supprimer"),
]
