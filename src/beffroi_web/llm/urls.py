from __future__ import annotations

from django.urls import path

from beffroi_web.llm import views

app_name = "llm"
urlpatterns = [
    path("", views.etat, name="etat"),
    path("regler/", views.regler, name="regler"),
    path("installer/", views.installer, name="installer"),
    path("essayer/", views.essayer, name="essayer"),
]
