from __future__ import annotations

from django.urls import path

from beffroi_web.consultation.views import give, leave, look, themes

app_name = "consultation"
urlpatterns = [
    path("", give.accueil, name="accueil"),
    path("exemple/", give.exemple, name="exemple"),
    path("<int:number>/", themes.consultation, name="consultation"),
    path("<int:number>/colonnes/", give.colonnes, name="colonnes"),
    path("<int:number>/arreter/", themes.arreter, name="arreter"),
    path("<int:number>/reprendre/", themes.reprendre, name="reprendre"),
    path("<int:number>/revenir/", themes.revenir, name="revenir"),
    path("<int:number>/ajouter/", give.ajouter, name="ajouter"),
    path("<int:number>/signaux/", look.signaux, name="signaux"),
    path("<int:number>/reponses/", look.reponses, name="reponses"),
    path("<int:number>/comptes/", look.comptes, name="comptes"),
    path("<int:number>/carte/", look.carte, name="carte"),
    path("<int:number>/profils/", look.profils, name="profils"),
    path("<int:number>/decisions/", look.decisions, name="decisions"),
    path("<int:number>/apprendre/", themes.apprendre, name="apprendre"),
    path("<int:number>/decider/", themes.decider, name="decider"),
    path("<int:number>/annuler/", themes.annuler, name="annuler"),
    path("<int:number>/relire/", themes.relire, name="relire"),
    path("<int:number>/rapport/", leave.rapport, name="rapport"),
    path("<int:number>/exporter/<slug:format>/", leave.exporter, name="exporter"),
    path("<int:number>/supprimer/", leave.supprimer, name="supprimer"),
]
