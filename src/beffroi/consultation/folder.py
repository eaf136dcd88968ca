"""The whole work, from answers to a folder of reports: the same after any number of stops."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from beffroi import __version__
from beffroi.consultation.assign import Given
from beffroi.consultation.files import MANY, Known, beside, get_ready, write_all
from beffroi.consultation.join import join
from beffroi.consultation.kept import Kept
from beffroi.consultation.listen import Report, listen
from beffroi.consultation.search import KEPT, Remembering
from beffroi.consultation.types import Answer, Result
from beffroi.consultation.wording import worded
from beffroi.embedding.local import LocalEmbedder
from beffroi.embedding.types import Embedder
from beffroi.llm.types import ChatModel

#: Answers that one thread of calculation analyses as fast as several.
FEW = 5_000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be analysed. With ``before`` (a result and its answers), ``answers`` join it."""

    answers: tuple[Answer, ...]
    question: str
    given: tuple[Given, ...] = ()
    before: tuple[Result, tuple[Answer, ...]] | None = None

    def key(self, model: str) -> str:
        """The same for the same work, by the same version."""
        said = hashlib.sha256(json.dumps([__version__, self.question, model]).encode())
        for theme in self.given:
            said.update(json.dumps(asdict(theme)).encode())
        for a in self.every:
            told = [a.row, a.text, a.person, sorted(a.profile.items())]
            said.update(json.dumps(told).encode())
        if self.before:
            titles = [theme.title for theme in self.before[0].themes]
            said.update(json.dumps([len(self.before[1]), titles]).encode())
        return said.hexdigest()

    @property
    def every(self) -> tuple[Answer, ...]:
        """All the answers, those that were there before first, numbered as the result does."""
        if self.before is None:
            return self.answers
        old = self.before[1]
        return (*old, *(replace(a, row=len(old) + i) for i, a in enumerate(self.answers, start=1)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """The result, the files of its reports, and the ids of the themes that joined it."""

    result: Result
    files: tuple[Path, ...]
    new: tuple[str, ...] = ()
    resumed: bool = False


def analyse(
    asked: Asked,
    folder: Path,
    *,
    model: ChatModel | None = None,
    embedder: Embedder | None = None,
    report: Report = lambda label, done, total: None,
) -> Done:
    """Analyse, let ``model`` word what was found, and write every report in ``folder``.

    Killed at any point and asked again, it goes on from what was done; the result is the same.
    """
    many = len(asked.every)
    with (
        Kept(folder, asked.key(model.info.name if model else "")) as kept,
        _calmly(many),
        beside(many) as second,
    ):
        resumed = kept.resumed
        result, known = _found(asked, kept, second, embedder, report)
        new = _new(asked, result)
        if model is not None:
            naming = () if asked.given else new if asked.before else None
            result = worded(
                result, asked.every, model=kept.model(model), naming=naming, report=report
            )
        files = write_all(
            result,
            asked.every,
            folder,
            known=known,
            second=second,
            already=kept.written(),
            wrote=kept.wrote,
        )
    return Done(result=result, files=tuple(files), new=new, resumed=resumed)


def _found(
    asked: Asked, kept: Kept, second: Executor, embedder: Embedder | None, report: Report
) -> tuple[Result, Known]:
    """The result before any model, and what the encoder gave for it."""
    memory: list[Remembering] = []

    def told(label: str, done: float, total: int) -> None:
        if done == total - 3:  # the encoders rest: their cores are free
            second.submit(get_ready)
        report(label, done, total)

    def made() -> Result:
        with LocalEmbedder(processes=_processes()) as own:
            if embedder is None and len(asked.every) >= MANY:
                own.start()
            memory.append(Remembering(kept.embedder(embedder or own)))
            if asked.before is not None:
                old, answers = asked.before
                return join(old, answers, asked.answers, embedder=memory[0], report=told).result
            return listen(
                asked.answers,
                question=asked.question,
                embedder=memory[0],
                given=asked.given,
                report=told,
            )

    result = kept.result("analyse", made)
    return result, memory[0].known if memory else kept.known(2 * KEPT)


def _new(asked: Asked, result: Result) -> tuple[str, ...]:
    """The themes that were not there before."""
    if asked.before is None:
        return ()
    old = {theme.id for theme in asked.before[0].themes}
    return tuple(theme.id for theme in result.themes if theme.id not in old)


def _processes() -> int:
    """As many as cores, four at most: each holds the encoder (0.2 Go)."""
    return min(4, os.cpu_count() or 1)


def _calmly(answers: int) -> AbstractContextManager[object]:
    """One thread of calculation for few answers: more gain nothing on them."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1) if answers <= FEW else nullcontext()
