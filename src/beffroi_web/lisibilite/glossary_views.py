"""« Glossaire » : the words that the collectivité explains in its own way."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.clarity.glossary import builtin
from beffroi.errors import InputError
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.lisibilite import actions
from beffroi_web.lisibilite.forms import Explain, OfficialFile
from beffroi_web.lisibilite.models import Definition
from beffroi_web.look.templatetags.look import counted

WORDS = "définition officielle est,définitions officielles sont"


@require_http_methods(["GET", "POST"])
@in_collectivite("clarifier.rediger")
def glossaire(request: HttpRequest) -> HttpResponse:
    form = Explain(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.keep(**form.cleaned_data, user=request.user, collectivite=request.collectivite)
        messages.success(request, "Le mot est expliqué dans le glossaire.")
        return redirect("lisibilite:glossaire")
    return _page(request, form, OfficialFile(upload_limit=settings.BEFFROI.upload_limit))


@require_POST
@in_collectivite("modeles.ecrire")
def officiel(request: HttpRequest) -> HttpResponse:
    limit = settings.BEFFROI.upload_limit
    form = OfficialFile(request.POST, request.FILES, upload_limit=limit)
    if form.is_valid():
        given = form.cleaned_data["fichier"]
        try:
            count = actions.bring_official(
                given.read(),
                name=given.name,
                as_of=form.cleaned_data["date"].isoformat(),
                user=request.user,
                collectivite=request.collectivite,
            )
        except InputError as error:
            form.add_error("fichier", error.sentence)
        else:
            messages.success(request, f"{counted(count, WORDS)} dans le glossaire.")
            return redirect("lisibilite:glossaire")
    return _page(request, Explain(), form)


def _page(request: HttpRequest, form: Explain, official: OfficialFile) -> HttpResponse:
    rows = Definition.objects.for_(request.collectivite)
    origin = Definition.Origin
    context = {
        "form": form,
        "official": official,
        "house": rows.filter(origin=origin.HOUSE),
        "official_rows": rows.filter(origin=origin.OFFICIAL),
        "builtin": builtin(),
        "may_bring": request.user.has_perm("modeles.ecrire", request.collectivite),
    }
    status = 422 if form.errors or official.errors else 200
    return render(request, "lisibilite/glossaire.html", context, status=status)


@require_POST
@in_collectivite("clarifier.rediger")
def retirer(request: HttpRequest, number: int) -> HttpResponse:
    rows = Definition.objects.for_(request.collectivite).filter(origin=Definition.Origin.HOUSE)
    actions.remove(get_object_or_404(rows, pk=number), user=request.user)
    messages.success(request, "Le mot est retiré du glossaire.")
    return redirect("lisibilite:glossaire")
