from __future__ import annotations

from django.urls import path

from beffroi_web.public.views import agents, open_page

app_name = "public"
urlpatterns = [
    path("collectivite/reglages/page-publique/", agents.reglages, name="reglages"),
    path("habitants/", agents.suivi, name="suivi"),
    path("habitants/fiche/", agents.fiche, name="fiche"),
    path("habitants/ecarter/", agents.ecarter, name="ecarter"),
    path("habitants/<int:number>/essai/", agents.essai, name="essai"),
    path("habitants/essais.zip", agents.essais, name="essais"),
    path("habitants/messages/", agents.messages, name="messages"),
    path("habitants/messages/<int:number>/traite/", agents.message_traite, name="message_traite"),
    path("public/<slug:slug>/", open_page.page, name="page"),
    path("public/<slug:slug>/avis/", open_page.opinion, name="avis"),
    path("public/<slug:slug>/personne/", open_page.person, name="personne"),
    path("public/<slug:slug>/widget.js", open_page.widget, name="widget"),
]
