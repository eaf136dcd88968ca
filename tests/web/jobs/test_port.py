"""Jobs through the port, run inline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from beffroi.errors import ModelFailed
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Role
from beffroi_web.jobs import port, registry
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.jobs.models import Job, Piece, State
from beffroi_web.jobs.stream import MOST_EACH, events
from beffroi_web.journal.models import Entry


@pytest.fixture
def kind() -> Iterator[Callable[[registry.Handler], None]]:
    def declare(run: registry.Handler) -> None:
        port.handler("essai.travail", title="Travail d’essai")(run)

    yield declare
    registry._KINDS.pop("essai.travail", None)


@pytest.fixture
def ask(collectivite: Collectivite, person: Callable[..., User]) -> Callable[..., Job]:
    owner = person(collectivite, Role.AGENT)

    def ask(**more: Any) -> Job:
        return port.enqueue("essai.travail", {}, collectivite=collectivite, owner=owner, **more)

    return ask


def _after(job: Job) -> Job:
    return Job.objects.for_(job.collectivite_id).get(pk=job.pk)


def test_a_job_streams_and_ends(kind: Any, ask: Callable[..., Job]) -> None:
    def run(context: port.Context) -> dict[str, Any]:
        context.steps(2)
        context.step("un", "Lecture", lambda: context.write("Bonjour"))
        context.step("deux", "Rédaction", lambda: context.replace("Bonsoir"))
        return {"n": len(context.args)}

    kind(run)
    job = ask()
    assert run_waiting() == 1
    job = _after(job)
    assert (job.state, job.result, job.done, job.total) == (State.DONE, {"n": 0}, 1, 2)
    sent = b"".join(events(job)).decode()
    assert [line[7:] for line in sent.splitlines() if line.startswith("event: ")] == [
        "progress",
        "piece",
        "progress",
        "replace",
        "end",
    ]
    assert "Bonsoir" in sent


def test_a_reader_who_comes_back_gets_the_rest_only(kind: Any, ask: Callable[..., Job]) -> None:
    kind(lambda context: context.step("un", "Étape", lambda: context.write("Bonjour")))
    job = ask()
    run_waiting()
    assert b"Bonjour" in b"".join(events(job))
    assert b"Bonjour" not in b"".join(events(job, after=2))


def test_a_tab_too_many_gets_what_there_is_and_comes_back(
    kind: Any, ask: Callable[..., Job]
) -> None:
    kind(lambda context: None)
    job = ask()
    Piece.objects.create(job=job, number=1, kind="texte", step="un", text="déjà écrit")
    tabs = [events(job) for _ in range(MOST_EACH)]
    assert {next(tab) for tab in tabs} == {b"retry: 1000\n\n"}
    extra = list(events(job))
    assert extra[0] == b"retry: 3000\n\n" and "déjà écrit".encode() in extra[1]
    tabs[0].close()
    assert next(events(job)) == b"retry: 1000\n\n"


def test_an_error_is_said_and_the_job_can_be_resumed(kind: Any, ask: Callable[..., Job]) -> None:
    broken = [True]

    def run(context: port.Context) -> str:
        if broken.pop():
            raise ModelFailed
        return "fini"

    kind(run)
    job = ask()
    run_waiting()
    job = _after(job)
    assert (job.state, job.error_code) == (State.FAILED, "modele.panne")
    assert job.error == ModelFailed().sentence
    broken.append(False)
    assert port.resume(job, actor=job.owner)
    run_waiting()
    assert _after(job).result == "fini"
    sent = b"".join(events(job)).decode()
    assert sent.count("event: end") == 1


def test_an_unforeseen_error_says_nothing_technical(kind: Any, ask: Callable[..., Job]) -> None:
    kind(lambda context: 1 / 0)
    job = ask()
    run_waiting()
    job = _after(job)
    assert job.error_code == "imprevu" and "division" not in job.error


def test_stop(kind: Any, ask: Callable[..., Job]) -> None:
    kind(lambda context: context.step("un", "Étape", lambda: context.write("x")))
    job = ask()
    port.stop(job, actor=job.owner)
    run_waiting()
    assert _after(job).state == State.STOPPED
    acts = list(Entry.objects.for_(job.collectivite_id).values_list("act", flat=True))
    assert acts == ["travail.lance", "travail.arrete"]


def test_the_same_request_twice_is_one_job(kind: Any, ask: Callable[..., Job]) -> None:
    kind(lambda context: None)
    assert ask(key="jeton").pk == ask(key="jeton").pk
    assert ask().pk != ask().pk


def test_a_recorded_write_happens_once(kind: Any, ask: Callable[..., Job]) -> None:
    def run(context: port.Context) -> int:
        def write() -> int:
            row = Direction.objects.create(collectivite=context.job.collectivite, name="Voirie")
            return int(row.pk)

        return context.record("direction", write) - context.record("direction", write)

    kind(run)
    job = ask()
    run_waiting()
    assert _after(job).result == 0
    assert Direction.objects.for_(job.collectivite_id).count() == 1


def test_a_step_that_is_run_again_takes_back_what_it_had_shown(
    kind: Any, ask: Callable[..., Job]
) -> None:
    def run(context: port.Context) -> None:
        context.step("un", "Un", lambda: context.write("gardé "))
        context.step("deux", "Deux", lambda: context.write("nouveau"))

    kind(run)
    job = ask()
    for number, step, text in ((1, "un", "gardé "), (2, "deux", "à moit")):
        Piece.objects.create(job=job, number=number, kind="texte", step=step, text=text)
    run_waiting()
    kinds = list(Piece.objects.filter(job=job, kind="remplace").values_list("step", "text"))
    assert kinds[-1] == ("deux", "gardé ")
