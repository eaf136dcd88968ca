from __future__ import annotations

from django.urls import path

from beffroi_web.lisibilite import views

app_name = "lisibilite"
urlpatterns = [
    path("", views.accueil, name="accueil"),
    path("api/", views.api, name="api"),
]
