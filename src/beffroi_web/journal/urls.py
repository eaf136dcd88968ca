from __future__ import annotations

from django.urls import path, re_path

from beffroi_web.journal import views

app_name = "journal"
urlpatterns = [
    path("", views.index, name="index"),
    path("verifier/", views.verifier, name="verifier"),
    re_path(r"^journal\.(?P<kind>csv|json)$", views.exporter, name="exporter"),
]
