from __future__ import annotations

from django.urls import path

from beffroi_web.collectivites.views import house, people

app_name = "collectivites"
urlpatterns = [
    path("choisir/", house.choisir, name="choisir"),
    path("aucune/", house.aucune, name="aucune"),
    path("reglages/", house.reglages, name="reglages"),
    path("logo", house.logo, name="logo"),
    path("directions/", house.direction_ajouter, name="direction_ajouter"),
    path(
        "directions/<int:direction_id>/retirer/", house.direction_retirer, name="direction_retirer"
    ),
    path("personnes/", people.personnes, name="personnes"),
    path("personnes/<int:user_id>/", people.personne, name="personne"),
    path("personnes/<int:user_id>/lien/", people.personne_lien, name="personne_lien"),
    path("personnes/<int:user_id>/facteur/", people.personne_facteur, name="personne_facteur"),
    path("personnes/<int:user_id>/compte/", people.personne_ouverte, name="personne_ouverte"),
    path(
        "invitations/<int:invitation_id>/annuler/",
        people.invitation_annuler,
        name="invitation_annuler",
    ),
]
