from __future__ import annotations

from django.urls import path

from beffroi_web.accounts.views import door, mine, provider

app_name = "accounts"
urlpatterns = [
    path("", mine.compte, name="compte"),
    path("connexion/", door.Connexion.as_view(), name="connexion"),
    path("connexion/code/", door.code, name="second_facteur"),
    path("deconnexion/", door.Deconnexion.as_view(), name="deconnexion"),
    path("invitation/<str:secret>/", door.invitation, name="invitation"),
    path("mot-de-passe/", mine.mot_de_passe, name="mot_de_passe"),
    path("mot-de-passe/oublie/", door.MotDePasseOublie.as_view(), name="mot_de_passe_oublie"),
    path("mot-de-passe/demande/", door.mot_de_passe_demande, name="mot_de_passe_demande"),
    path(
        "mot-de-passe/<uidb64>/<token>/",
        door.MotDePasseNouveau.as_view(),
        name="mot_de_passe_nouveau",
    ),
    path("sessions/<str:mark>/fermer/", mine.session_fermer, name="session_fermer"),
    path("second-facteur/", mine.second_facteur_activer, name="second_facteur_activer"),
    path("second-facteur/retirer/", mine.second_facteur_retirer, name="second_facteur_retirer"),
    path("fournisseur/", provider.begin, name="fournisseur"),
    path("fournisseur/retour/", provider.back, name="fournisseur_retour"),
]
