from __future__ import annotations

app_name = "collectivites"
urlpatterns: list[object] = []
