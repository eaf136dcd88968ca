from __future__ import annotations

from django.urls import path

from beffroi_web.knowledge.views import collections, documents, feeds, find

app_name = "knowledge"
urlpatterns = [
    path("", find.accueil, name="accueil"),
    path("nouvelle/", collections.nouvelle, name="nouvelle"),
    path("<int:number>/", collections.collection, name="collection"),
    path("<int:number>/modifier/", collections.modifier, name="modifier"),
    path("<int:number>/supprimer/", collections.supprimer, name="supprimer"),
    path("<int:number>/deposer/", documents.deposer, name="deposer"),
    path("<int:number>/coller/", documents.coller, name="coller"),
    path("<int:number>/rafraichir/", feeds.rafraichir, name="rafraichir"),
    path("<int:number>/arreter/", feeds.arreter, name="arreter"),
    path("<int:number>/suivre/", feeds.suivre, name="suivre"),
    path("<int:number>/suivre/<int:feed>/cesser/", feeds.cesser, name="cesser"),
    path("document/<int:number>/", documents.document, name="document"),
    path("document/<int:number>/original", documents.original, name="original"),
    path("document/<int:number>/decrire/", documents.decrire, name="decrire"),
    path("document/<int:number>/retirer/", documents.retirer, name="retirer"),
]
