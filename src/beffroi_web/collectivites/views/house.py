"""Choosing an authority, and its settings."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from beffroi_web.accounts.views.mine import me
from beffroi_web.collectivites import actions
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.collectivites.forms import NewDirection, SettingsForm
from beffroi_web.collectivites.middleware import SESSION_KEY
from beffroi_web.collectivites.models import Collectivite, Direction


def choisir(request: HttpRequest) -> HttpResponse:
    """Work for another of my authorities."""
    mine = Collectivite.objects.filter(memberships__user=me(request)).distinct()
    if request.method == "POST":
        number = request.POST.get("collectivite", "")
        chosen = get_object_or_404(mine, pk=int(number) if number.isdecimal() else 0)
        request.session[SESSION_KEY] = chosen.pk
        return redirect("/")
    return render(request, "collectivites/choisir.html", {"collectivites": mine})


@require_GET
def aucune(request: HttpRequest) -> HttpResponse:
    return render(request, "collectivites/aucune.html")


@in_collectivite("collectivites.regler")
def reglages(request: HttpRequest) -> HttpResponse:
    """The sheet, the colours, the logo, the policy of the data."""
    collectivite = Collectivite.objects.get(pk=request.collectivite.pk)
    form = SettingsForm(request.POST or None, request.FILES or None, instance=collectivite)
    if form.is_valid():
        actions.save_settings(collectivite, actor=me(request), changed=form.changed_data)
        messages.success(request, "Les réglages sont enregistrés.")
        return redirect("collectivites:reglages")
    context = {
        "form": form,
        "new_direction": NewDirection(),
        "directions": Direction.objects.for_(collectivite),
    }
    return render(request, "collectivites/reglages.html", context)


@require_POST
@in_collectivite("collectivites.regler")
def direction_ajouter(request: HttpRequest) -> HttpResponse:
    form = NewDirection(request.POST)
    if form.is_valid():
        actions.add_direction(request.collectivite, form.cleaned_data["name"], actor=me(request))
        messages.success(request, "La direction est ajoutée.")
    else:
        messages.error(request, "Donnez un nom à la direction, de 150 caractères au plus.")
    return redirect("collectivites:reglages")


@require_POST
@in_collectivite("collectivites.regler")
def direction_retirer(request: HttpRequest, direction_id: int) -> HttpResponse:
    direction = get_object_or_404(Direction.objects.for_(request.collectivite), pk=direction_id)
    actions.remove_direction(direction, actor=me(request))
    messages.success(request, "La direction est retirée ; ses personnes restent.")
    return redirect("collectivites:reglages")


@require_GET
@in_collectivite("collectivites.voir")
def logo(request: HttpRequest) -> HttpResponse | FileResponse:
    """The image of the authority of the session."""
    image = request.collectivite.logo
    if not image:
        raise Http404
    answer = FileResponse(image.open("rb"), content_type="image/png")
    answer["Cache-Control"] = "private, max-age=300"
    return answer
