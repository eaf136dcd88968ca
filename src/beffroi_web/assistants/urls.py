from __future__ import annotations

from django.urls import path

from beffroi_web.assistants.views import attached, begin, leave, mine, talk

app_name = "assistants"
urlpatterns = [
    path("", begin.accueil, name="accueil"),
    path("conversations/", mine.conversations, name="conversations"),
    path("<int:number>/", talk.conversation, name="conversation"),
    path("<int:number>/demander/", talk.demander, name="demander"),
    path("<int:number>/question/<int:turn>/", talk.question, name="question"),
    path("<int:number>/question/<int:turn>/modifier/", talk.modifier, name="modifier"),
    path("<int:number>/question/<int:turn>/refaire/", talk.refaire, name="refaire"),
    path("<int:number>/question/<int:turn>/montrer/", talk.montrer, name="montrer"),
    path("<int:number>/question/<int:turn>/arreter/", talk.arreter, name="arreter"),
    path("<int:number>/question/<int:turn>/brouillon/", leave.brouillon, name="brouillon"),
    path("<int:number>/documents/", attached.joindre, name="joindre"),
    path("<int:number>/documents/<int:piece>/", attached.piece, name="piece"),
    path("<int:number>/documents/<int:piece>/retirer/", attached.retirer, name="retirer"),
    path("<int:number>/renommer/", mine.renommer, name="renommer"),
    path("<int:number>/supprimer/", mine.supprimer, name="supprimer"),
    path("<int:number>/exporter/<slug:format>/", leave.exporter, name="exporter"),
]
