from __future__ import annotations

from django.urls import path

from beffroi_web.relecture import views

app_name = "relecture"
urlpatterns = [
    path("<int:number>/", views.preparer, name="preparer"),
    path("<int:number>/noter/", views.noter, name="noter"),
    path("<int:number>/relectures/<int:record>/retirer/", views.retirer, name="retirer"),
]
