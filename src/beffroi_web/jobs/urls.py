from __future__ import annotations

from django.urls import path

from beffroi_web.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:job_id>/", views.detail, name="detail"),
    path("<uuid:job_id>/etat", views.state, name="etat"),
    path("<uuid:job_id>/flux", views.stream, name="flux"),
    path("<uuid:job_id>/arreter", views.stop, name="arreter"),
    path("<uuid:job_id>/reprendre", views.resume, name="reprendre"),
]
