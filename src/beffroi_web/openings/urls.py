from __future__ import annotations

from django.urls import path

from beffroi_web.openings.views import api, documentation, gateway, hooks, keys, letters

app_name = "openings"
urlpatterns = [
    path("collectivite/reglages/cles/", keys.cles, name="cles"),
    path("collectivite/reglages/cles/<int:number>/retirer/", keys.cle_retirer, name="cle_retirer"),
    path("collectivite/reglages/avertissements/", hooks.avertissements, name="avertissements"),
    path(
        "collectivite/reglages/avertissements/<int:number>/essayer/",
        hooks.avertissement_essayer,
        name="avertissement_essayer",
    ),
    path(
        "collectivite/reglages/avertissements/<int:number>/retirer/",
        hooks.avertissement_retirer,
        name="avertissement_retirer",
    ),
    path("collectivite/reglages/courriers/", letters.boite, name="boite"),
    path("collectivite/reglages/courriers/retirer/", letters.boite_retirer, name="boite_retirer"),
    path("courriers/", letters.courriers, name="courriers"),
    path("courriers/relever/", letters.relever, name="relever"),
    path("api/", documentation.page, name="documentation"),
    path("api/v1/openapi.json", documentation.document, name="openapi"),
    path("api/v1/verifier", api.verifier, name="api_verifier"),
    path("api/v1/lisibilite", api.lisibilite, name="api_lisibilite"),
    path("api/v1/masquer", api.masquer, name="api_masquer"),
    path("api/v1/restaurer", api.restaurer, name="api_restaurer"),
    path("api/v1/modeles", api.modeles, name="api_modeles"),
    path("api/v1/clarifier", api.clarifier, name="api_clarifier"),
    path("api/v1/documents", api.documents, name="api_documents"),
    path("api/v1/demander", api.demander, name="api_demander"),
    path("v1/models", gateway.models, name="passerelle_modeles"),
    path("v1/chat/completions", gateway.chat, name="passerelle_conversation"),
    path("v1/embeddings", gateway.embeddings, name="passerelle_vecteurs"),
]
