from __future__ import annotations

from django.urls import path

from beffroi_web.clarifier.views import bench, export, give, lists, sign, versions, write

app_name = "clarifier"
urlpatterns = [
    path("", give.accueil, name="accueil"),
    path("exemple/<slug:name>/", give.exemple, name="exemple"),
    path("textes/", lists.textes, name="textes"),
    path("source/<int:number>/", write.source, name="source"),
    path("<int:number>/", bench.texte, name="texte"),
    path("<int:number>/modifier/", bench.modifier, name="modifier"),
    path("<int:number>/saisie/", bench.saisie, name="saisie"),
    path("<int:number>/recommencer/", write.recommencer, name="recommencer"),
    path("<int:number>/arreter/", write.arreter, name="arreter"),
    path("<int:number>/garder/", write.garder, name="garder"),
    path("<int:number>/points/<int:point>/corriger/", bench.corriger, name="corriger"),
    path("<int:number>/points/<int:point>/accepter/", bench.accepter, name="accepter"),
    path("<int:number>/points/<int:point>/rouvrir/", bench.rouvrir, name="rouvrir"),
    path("<int:number>/reparer/", bench.reparer, name="reparer"),
    path("<int:number>/versions/", versions.versions, name="versions"),
    path("<int:number>/versions/<int:old>/revenir/", versions.revenir, name="revenir"),
    path("<int:number>/signer/", sign.signer, name="signer"),
    path("<int:number>/valider/", sign.valider, name="valider"),
    path("<int:number>/exporter/", export.exporter, name="exporter"),
    path("<int:number>/apercu.png", export.apercu, name="apercu"),
    path("<int:number>/renommer/", lists.renommer, name="renommer"),
    path("<int:number>/supprimer/", lists.supprimer, name="supprimer"),
]
