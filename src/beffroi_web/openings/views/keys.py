"""Keys of the tools of the house, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from beffroi_web.accounts.views.mine import me
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.openings import actions
from beffroi_web.openings.forms import NewKey
from beffroi_web.openings.models import Key, Usage


@never_cache
@require_http_methods(["GET", "POST"])
@in_collectivite(actions.PERMISSION)
def cles(request: HttpRequest) -> HttpResponse:
    form = NewKey(request.POST or None, collectivite=request.collectivite)
    made: actions.Made | None = None
    status = 200
    if request.method == "POST" and form.is_valid():
        made = actions.create_key(request.collectivite, actor=me(request), **form.cleaned_data)
        form = NewKey(collectivite=request.collectivite)
    elif form.errors:
        status = 422
    today = Usage.objects.filter(
        key__collectivite=request.collectivite, day=timezone.localdate()
    ).values_list("key_id", "count")
    keys = list(Key.objects.for_(request.collectivite).select_related("direction", "created_by"))
    used = dict(today)
    for key in keys:
        key.today = used.get(key.pk, 0)
    address = request.build_absolute_uri("/").rstrip("/")
    context = {"form": form, "made": made, "keys": keys, "address": address}
    return render(request, "openings/cles.html", context, status=status)


@require_POST
@in_collectivite(actions.PERMISSION)
def cle_retirer(request: HttpRequest, number: int) -> HttpResponse:
    key = get_object_or_404(Key.objects.for_(request.collectivite), pk=number)
    actions.revoke_key(key, actor=me(request))
    messages.success(request, f"La clé « {key.name} » n’ouvre plus rien.")
    return redirect("openings:cles")
