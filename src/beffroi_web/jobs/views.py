"""Following a job: the stream, the state, the stop button, taking up again."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from beffroi_web.accounts.models import User
from beffroi_web.jobs import port
from beffroi_web.jobs.models import Job
from beffroi_web.jobs.stream import events, state_of


def _job(request: HttpRequest, job_id: UUID) -> Job:
    """The job, if it is this person's, in the authority of the session."""
    if request.collectivite is None:
        raise Http404
    mine = Job.objects.for_(request.collectivite).filter(owner=request.user)
    job = mine.filter(pk=job_id).first()
    if job is None:
        raise Http404
    return cast(Job, job)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    if request.collectivite is None:
        return redirect("collectivites:aucune")
    mine = Job.objects.for_(request.collectivite).filter(owner=request.user)
    return render(request, "jobs/index.html", {"jobs": mine[:100]})


@require_GET
def detail(request: HttpRequest, job_id: UUID) -> HttpResponse:
    return render(request, "jobs/detail.html", {"job": _job(request, job_id)})


@require_GET
def state(request: HttpRequest, job_id: UUID) -> HttpResponse:
    return JsonResponse(state_of(_job(request, job_id)))


@require_GET
def stream(request: HttpRequest, job_id: UUID) -> HttpResponse:
    last = request.headers.get("Last-Event-ID", "0")
    after = int(last) if last.isdecimal() and len(last) < 12 else 0
    answer = StreamingHttpResponse(
        events(_job(request, job_id), after=after), content_type="text/event-stream"
    )
    answer["Cache-Control"] = "no-store"
    answer["X-Accel-Buffering"] = "no"
    return answer


@require_POST
def stop(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = _job(request, job_id)
    port.stop(job, actor=cast(User, request.user))
    return _back(request, job)


@require_POST
def resume(request: HttpRequest, job_id: UUID) -> HttpResponse:
    job = _job(request, job_id)
    port.resume(job, actor=cast(User, request.user))
    return _back(request, job)


def _back(request: HttpRequest, job: Job) -> HttpResponse:
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse(state_of(job))
    return redirect("jobs:detail", job_id=job.pk)
