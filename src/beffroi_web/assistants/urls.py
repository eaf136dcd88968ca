from __future__ import annotations

from django.urls import path

from beffroi_web.assistants.views import attached, begin, essais, leave, mine, talk, workshop

app_name = "assistants"
urlpatterns = [
    path("", begin.accueil, name="accueil"),
    path("conversations/", mine.conversations, name="conversations"),
    path("atelier/", workshop.atelier, name="atelier"),
    path("atelier/emploi/", workshop.emploi, name="emploi"),
    path("atelier/nouveau/", workshop.nouveau, name="nouveau"),
    path("atelier/importer/", workshop.importer, name="importer"),
    path("atelier/recu/<int:offer>/", workshop.recevoir, name="recevoir"),
    path("atelier/<slug:name>/", workshop.assistant, name="assistant"),
    path("atelier/<slug:name>/ecrire/", workshop.ecrire, name="ecrire"),
    path("atelier/<slug:name>/archive/", workshop.archive, name="archive"),
    path("atelier/<slug:name>/essai/", essais.nouvel_essai, name="nouvel_essai"),
    path("atelier/<slug:name>/essai/<slug:trial>/", essais.essai, name="essai"),
    path(
        "atelier/<slug:name>/essai/<slug:trial>/retirer/",
        essais.essai_retirer,
        name="essai_retirer",
    ),
    path("atelier/<slug:name>/essayer/", workshop.essayer, name="essayer"),
    path("atelier/<slug:name>/partager/", workshop.partager, name="partager"),
    path("atelier/<slug:name>/donner/", workshop.donner, name="donner"),
    path("atelier/<slug:name>/versions/", workshop.versions, name="versions"),
    path("atelier/<slug:name>/versions/<int:version>/", workshop.revenir, name="revenir"),
    path("atelier/<slug:name>/retirer/", workshop.retirer, name="retirer_assistant"),
    path("<int:number>/", talk.conversation, name="conversation"),
    path("<int:number>/demander/", talk.demander, name="demander"),
    path("<int:number>/question/<int:turn>/", talk.question, name="question"),
    path("<int:number>/question/<int:turn>/modifier/", talk.modifier, name="modifier"),
    path("<int:number>/question/<int:turn>/refaire/", talk.refaire, name="refaire"),
    path("<int:number>/question/<int:turn>/montrer/", talk.montrer, name="montrer"),
    path("<int:number>/question/<int:turn>/arreter/", talk.arreter, name="arreter"),
    path("<int:number>/question/<int:turn>/brouillon/", leave.brouillon, name="brouillon"),
    path("<int:number>/question/<int:turn>/avis/", essais.avis, name="avis"),
    path(
        "<int:number>/question/<int:turn>/essai/", essais.essai_de_reponse, name="essai_de_reponse"
    ),
    path("<int:number>/documents/", attached.joindre, name="joindre"),
    path("<int:number>/documents/<int:piece>/", attached.piece, name="piece"),
    path("<int:number>/documents/<int:piece>/retirer/", attached.retirer, name="retirer"),
    path("<int:number>/renommer/", mine.renommer, name="renommer"),
    path("<int:number>/supprimer/", mine.supprimer, name="supprimer"),
    path("<int:number>/exporter/<slug:format>/", leave.exporter, name="exporter"),
]
