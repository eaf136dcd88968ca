"""Nothing sends a text to a model but what is listed here, with how it is masked.

A new place that takes a model or talks to one makes this fail: mask what it sends (``drafting``
does it; ``beffroi.drafting.masking`` elsewhere), prove it with a server that keeps what it is
sent, then add it with the reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"

#: Who speaks to a model, and why what is said is safe.
SPEAKING = {
    "beffroi/drafting/ask.py": "the one door of the chain; its callers hide through Desk.mask",
    "beffroi/drafting/relay.py": "the gateway’s: dressed by the same masks",
    "beffroi_web/llm/actions.py": "a fixed sentence, to try a model",
}
#: The calls that say something to a model.
SPOKEN = {
    f"{owner}model.{verb}"
    for owner in ("", "self.", "desk.", "reader.", "work.desk.", "asked.", "conversation.")
    for verb in ("stream", "complete")
}
#: Who takes the model of an authority and speaks to it without the chain.
BY_ITSELF = {"beffroi_web/llm/actions.py"}


def _calls(names: set[str]) -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        local = path.relative_to(SOURCE).as_posix()
        if local.startswith(("beffroi/llm/", "beffroi_web/llm/choose")):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                yield local


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        owner = _name(function.value)
        return f"{owner}.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""


def test_every_place_that_speaks_to_a_model_is_known() -> None:
    assert set(_calls(SPOKEN)) <= set(SPEAKING)


def test_who_takes_a_model_leaves_the_talking_to_the_chain() -> None:
    taking = set(_calls({"model_for", "choose.model_for"}))
    assert taking & set(_calls(SPOKEN)) <= BY_ITSELF


def test_the_chain_speaks_through_its_one_door() -> None:
    """What calls ``ask.stream`` hides what it says: it has a mask at hand."""
    for local in set(_calls({"ask.stream", "drafting_ask.stream"})):
        assert "mask" in (SOURCE / local).read_text(encoding="utf-8"), local
