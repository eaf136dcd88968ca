"""A damaged file of any format is refused with a sentence of ours, or read; nothing else."""

from __future__ import annotations

import functools
import random

import pytest

from beffroi.documents import read, read_marking, write
from beffroi.errors import BeffroiError

from .test_read_html_eml import PAGE, mail
from .test_read_sheets import workbook
from .test_write import SIGNED, TEXT

KINDS = ("docx", "odt", "pdf", "html", "eml", "xlsx")


@functools.cache
def sound(kind: str) -> bytes:
    if kind == "eml":
        return mail().as_bytes()
    if kind == "xlsx":
        return workbook()
    if kind == "html":
        return PAGE.encode()
    return write(TEXT, format=kind, marking=SIGNED)  # type: ignore[arg-type]


def damaged(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(spoilt))
        if chance.random() < 0.7:
            spoilt[place] = chance.randrange(256)
        else:
            del spoilt[place : place + chance.randint(1, 40)]
    if chance.random() < 0.2:
        del spoilt[chance.randrange(1, len(spoilt)) :]
    return bytes(spoilt)


@pytest.mark.parametrize("kind", KINDS)
def test_damage_never_escapes_our_errors(kind: str) -> None:
    chance = random.Random(kind)
    outcomes = set()
    for _ in range(40):
        data = damaged(sound(kind), chance)
        for action in (lambda d: read(d, name=f"a.{kind}"), read_marking):
            try:
                action(data)
                outcomes.add("lu")
            except BeffroiError as error:
                assert error.message
                outcomes.add(error.code)
    assert outcomes


def test_deep_nesting_is_survived() -> None:
    from .samples import docx_of

    deep = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(BeffroiError):
        read(docx_of(deep), name="a.docx")
