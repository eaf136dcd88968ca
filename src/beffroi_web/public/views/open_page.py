"""The page of inhabitants: no account, no cookie, no script needed."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beffroi_web.assistants.warming import warm_aside
from beffroi_web.public import actions, answering, languages
from beffroi_web.public.forms import LONGEST_QUESTION, Ask, Write
from beffroi_web.public.limits import MESSAGES, OPINIONS, QUESTIONS, Limit, address_of
from beffroi_web.public.models import Message, PublicPage, Question
from beffroi_web.public.told import told

LOG = logging.getLogger("beffroi.public")
P = ParamSpec("P")

_QUESTIONS, _MESSAGES, _OPINIONS = Limit(QUESTIONS), Limit(MESSAGES), Limit(OPINIONS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """The page that is visited, and in which language."""

    page: PublicPage
    language: str
    framed: bool

    @property
    def words(self) -> languages.Words:
        return languages.words(self.language)


Inside = Callable[Concatenate[HttpRequest, Visit, P], HttpResponse]


def visited(view: Inside[P]) -> Callable[..., HttpResponse]:
    """For anybody, when the page is open. No session and no cookie: there is nothing that another
    site could make a visitor do, so no token of form either."""

    @csrf_exempt
    @xframe_options_exempt
    @login_not_required
    @wraps(view)
    def answered(
        request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        rows = PublicPage.objects.across("the address says which authority")
        page = rows.select_related("collectivite").filter(slug=slug, open=True).first()
        if page is None:
            raise Http404
        given = request.POST if request.method == "POST" else request.GET
        language = languages.choose(
            given.get("langue", ""), request.headers.get("Accept-Language", "")
        )
        visit = Visit(page=page, language=language, framed=given.get("cadre") == "1")
        answer = view(request, visit, *args, **kwargs)
        ancestors = ["'self'", *page.origins]
        answer._csp_replace = {"frame-ancestors": ancestors}  # type: ignore[attr-defined]
        answer["Referrer-Policy"] = "no-referrer"
        answer["Cache-Control"] = "no-store"
        return answer

    return answered


def _shown(
    request: HttpRequest, visit: Visit, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    house = visit.page.collectivite
    menu = [(code, languages.words(code)["nom"]) for code in languages.CODES]
    context |= {
        "visit": visit,
        "t": visit.words,
        "menu": menu,
        "house": house,
        "telephone_link": _dialled(house.telephone),
        "longest": LONGEST_QUESTION,
    }
    return render(request, f"public/{template}.html", context, status=status)


@require_http_methods(["GET", "POST"])
@visited
def page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The question, then its answer under it."""
    if request.method == "GET":
        warm_aside(visit.page.collectivite)
        return _shown(request, visit, "page")
    form = Ask(request.POST)
    if not form.is_valid():
        return _shown(request, visit, "page", 422, trouble=visit.words["vide"], form=form)
    if not _QUESTIONS.allows(address_of(request.META)):
        return _shown(request, visit, "page", 429, trouble=visit.words["trop"], form=form)
    text = form.cleaned_data["question"]
    try:
        answer = answering.answer(visit.page, text)
    except answering.TooManyVisitors:
        return _shown(request, visit, "page", 503, trouble=visit.words["occupe"], form=form)
    kept = actions.keep_question(visit.page, text, answer, language=visit.language)
    context = {"answer": answer, "kept": kept, "asked": text, **told(answer)}
    return _shown(request, visit, "page", **context)


@require_POST
@visited
def opinion(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = Write.base_fields["jeton"]
    try:
        token = form.clean(request.POST.get("jeton"))
    except Exception as error:
        raise Http404 from error
    if _OPINIONS.allows(address_of(request.META)):
        actions.rate(visit.page, str(token), helped=request.POST.get("utile") == "oui")
    return _shown(request, visit, "fait", done=visit.words["merci"])


@require_http_methods(["GET", "POST"])
@visited
def person(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A message for a person of the authority."""
    said = _said(visit, request.POST.get("jeton") or request.GET.get("jeton") or "")
    form = Write(request.POST) if request.method == "POST" else None
    if form is None:
        return _shown(request, visit, "personne", said=said)
    if not form.is_valid():
        trouble = visit.words["incomplet"]
        return _shown(request, visit, "personne", 422, said=said, form=form, trouble=trouble)
    if not _MESSAGES.allows(address_of(request.META)):
        trouble = visit.words["trop"]
        return _shown(request, visit, "personne", 429, said=said, form=form, trouble=trouble)
    agreed = said if form.cleaned_data["accord"] else None
    message = actions.receive(visit.page, form.cleaned_data, language=visit.language, said=agreed)
    _tell_the_house(request, message)
    return _shown(request, visit, "fait", done=visit.words["envoye"])


def _said(visit: Visit, token: str) -> Question | None:
    if not re.fullmatch(r"[0-9a-f-]{36}", token):
        return None
    found: Question | None = (
        Question.objects.for_(visit.page.collectivite).filter(token=token).first()
    )
    return found


def _tell_the_house(request: HttpRequest, message: Message) -> None:
    """An e-mail says that a message waits; the message itself stays in Beffroi."""
    house = message.collectivite
    if not settings.MAIL_ENABLED or not house.email:
        return
    link = request.build_absolute_uri(reverse("public:messages"))
    body = f"Un habitant a laissé un message sur la page publique.\n\nPour le lire : {link}\n"
    try:
        send_mail("Un message d’habitant vous attend", body, None, [house.email])
    except OSError as error:
        LOG.warning("message %s: the e-mail could not be sent: %s", message.pk, error)


@require_GET
@visited
def widget(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One line on the site of the commune puts the page there, in a frame."""
    address = request.build_absolute_uri(reverse("public:page", args=[visit.page.slug]))
    title = f"{languages.words('fr')['titre']} : {visit.page.collectivite.name}"
    answer = render(
        request,
        "public/widget.js",
        {
            "address": f"{address}?cadre=1",
            "title": title,
            "origins": [_own_origin(request), *visit.page.origins],
        },
    )
    answer["Content-Type"] = "text/javascript; charset=utf-8"
    return answer


def _own_origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _dialled(telephone: str) -> str:
    return re.sub(r"[^\d+]", "", telephone)
