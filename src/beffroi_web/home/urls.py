from __future__ import annotations

from django.urls import path

from beffroi_web.home import views

app_name = "home"
urlpatterns = [path("", views.accueil, name="accueil")]
