"""The poster: six fields, filled by rule; the model may word two of them, and the code verifies.

Text of a poster draft, which a person edits and which :func:`poster_fields` reads back:

    # Title
    Quoi : …
    Quand : …
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from beffroi.drafting import ask
from beffroi.drafting.checks import check_all
from beffroi.drafting.finish import finished
from beffroi.drafting.floor.condense import condensed
from beffroi.drafting.floor.posters import LABELS, MOST_MORE, poster_text, poster_values
from beffroi.drafting.masking import hidden
from beffroi.drafting.result import Written
from beffroi.drafting.sentence import Desk
from beffroi.drafting.steps import Steps
from beffroi.errors import InvalidAnswer
from beffroi.llm.types import Wait

#: Characters that fit on one line of an A4 poster in its largest size, twice.
TITLE_LIMIT = 60
WHAT_LIMIT = 180
SCHEMA = {
    "type": "object",
    "properties": {
        "titre": {"type": "string", "maxLength": TITLE_LIMIT},
        "quoi": {"type": "string", "maxLength": WHAT_LIMIT},
    },
    "required": ["titre", "quoi"],
    "additionalProperties": False,
}


def poster_fields(text: str) -> dict[str, str]:
    """The fields of a poster draft, as :func:`poster_text` writes them and a person edits them.

    Lines without a label belong to the field above them.
    """
    names = {label.casefold(): name for name, label in LABELS.items()}
    fields = dict.fromkeys(("titre", *LABELS), "")
    current = "quoi"
    for line in text.split("\n"):
        heading = re.match(r"#+\s*(.+)", line)
        label = re.match(r"([\w ]{2,12})[ \u00a0]*:[ \u00a0]*(.*)", line)
        if heading:
            fields["titre"] = heading.group(1).strip()
        elif label and label.group(1).strip().casefold() in names:
            current = names[label.group(1).strip().casefold()]
            fields[current] = label.group(2).strip()
        elif line.strip():
            fields[current] = f"{fields[current]} {line.strip()}".strip()
    return fields


def write_poster(steps: Steps, desk: Desk) -> Iterator[str | Wait | Written]:
    """Title and « quoi » worded by the model and kept only when the checks hold; the"
    " rest by rule."""
    ruled = poster_values(steps.inputs)
    text = desk.mask.hide(condensed(steps.modele, steps.inputs))
    messages = hidden(desk.mask, ask.whole_messages(steps.modele, steps.inputs, text))
    answer = ask.whole(desk.model, messages, max_tokens=256, stop=desk.stop, schema=SCHEMA)
    worded = _worded(answer.text)
    values = dict(ruled)
    long = steps.inputs.passages(MOST_MORE + 1) > MOST_MORE + 1
    for name, limit in (("titre", TITLE_LIMIT), ("quoi", 0 if long else WHAT_LIMIT)):
        words = desk.mask.restore(worded[name])
        if words and len(words) <= limit and _holds(steps, desk, words):
            values[name] = words
    result = finished(poster_text(values), desk.context)
    yield Written(
        text=result,
        strategies={"modele" if values != ruled else "plancher": 1},
        completions=(answer,),
    )


def _worded(answer: str) -> Mapping[str, str]:
    try:
        found = json.loads(answer)
        return {name: " ".join(str(found[name]).split()) for name in ("titre", "quoi")}
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidAnswer(detail=str(error)) from error


def _holds(steps: Steps, desk: Desk, words: str) -> bool:
    """Nothing that the words say is against the source."""
    found = check_all(steps.inputs.source, words, desk.context, checks=desk.checks)
    return all(
        f.severity == "information" or (f.draft is None and f.type.endswith("omission"))
        for f in found
    )
