from __future__ import annotations

from django.urls import path

from beffroi_web.verifier import views

app_name = "verifier"
urlpatterns = [
    path("", views.accueil, name="accueil"),
    path("api/", views.api, name="api"),
]
