"""All routes: one prefix an app."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("beffroi_web.home.urls")),
    path("clarifier/", include("beffroi_web.clarifier.urls")),
    path("relecture/", include("beffroi_web.relecture.urls")),
    path("lisibilite/", include("beffroi_web.lisibilite.urls")),
    path("verifier/", include("beffroi_web.verifier.urls")),
    path("modeles/", include("beffroi_web.modeles.urls")),
    path("masquer/", include("beffroi_web.confidentialite.urls")),
    path("ecouter/", include("beffroi_web.consultation.urls")),
    path("documents/", include("beffroi_web.knowledge.urls")),
    path("assistants/", include("beffroi_web.assistants.urls")),
    path("modele-de-langage/", include("beffroi_web.llm.urls")),
    path("compte/", include("beffroi_web.accounts.urls")),
    path("", include("beffroi_web.openings.urls")),
    path("", include("beffroi_web.public.urls")),
    path("collectivite/", include("beffroi_web.collectivites.urls")),
    path("journal/", include("beffroi_web.journal.urls")),
    path("travaux/", include("beffroi_web.jobs.urls")),
]

handler400 = "beffroi_web.error_pages.bad_request"
handler403 = "beffroi_web.error_pages.forbidden"
handler404 = "beffroi_web.error_pages.not_found"
handler500 = "beffroi_web.error_pages.server_error"
