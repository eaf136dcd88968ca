from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from beffroi_web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.compte, name="compte"),
    path("connexion/", views.Connexion.as_view(), name="connexion"),
    path("deconnexion/", LogoutView.as_view(), name="deconnexion"),
]
