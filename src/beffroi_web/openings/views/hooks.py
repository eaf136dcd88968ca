"""Programs that are told of events, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from beffroi.errors import InputError
from beffroi_web.accounts.views.mine import me
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.openings import hooks
from beffroi_web.openings.actions import PERMISSION
from beffroi_web.openings.forms import NewHook
from beffroi_web.openings.models import Hook


@never_cache
@require_http_methods(["GET", "POST"])
@in_collectivite(PERMISSION)
def avertissements(request: HttpRequest) -> HttpResponse:
    form = NewHook(request.POST or None)
    made: hooks.Made | None = None
    if request.method == "POST" and form.is_valid():
        try:
            made = hooks.create(request.collectivite, actor=me(request), **form.cleaned_data)
            form = NewHook()
        except InputError as error:
            form.add_error("url", error.sentence)
    context = {"form": form, "made": made, "hooks": Hook.objects.for_(request.collectivite)}
    status = 422 if form.errors else 200
    return render(request, "openings/avertissements.html", context, status=status)


@require_POST
@in_collectivite(PERMISSION)
def avertissement_essayer(request: HttpRequest, number: int) -> HttpResponse:
    hook = get_object_or_404(Hook.objects.for_(request.collectivite), pk=number)
    hooks.try_it(hook, actor=me(request))
    messages.success(request, "L’essai part. Rechargez la page dans un instant pour le résultat.")
    return redirect("openings:avertissements")


@require_POST
@in_collectivite(PERMISSION)
def avertissement_retirer(request: HttpRequest, number: int) -> HttpResponse:
    hook = get_object_or_404(Hook.objects.for_(request.collectivite), pk=number)
    hooks.remove(hook, actor=me(request))
    messages.success(request, "Ce logiciel n’est plus averti.")
    return redirect("openings:avertissements")
