"""Tokens become what they stood for, in one piece or as a model's answer arrives."""

from __future__ import annotations

import re

from beffroi.findings import Finding, Span
from beffroi.privacy import tokens
from beffroi.privacy.types import Restored, Table, TokenKey


def restore(text: str, table: Table) -> Restored:
    """``text`` with the tokens of ``table`` replaced by what they stood for.

    A token that the table does not know stays as it is and is told in ``findings``.
    """
    restorer = StreamRestorer(table)
    first = restorer.feed(text)
    rest = restorer.flush()
    return Restored(text=first + rest.text, findings=rest.findings)


class StreamRestorer:
    """Restores an answer cut anywhere.

    ``feed`` gives back what can be shown; it holds back at most :data:`tokens.LONGEST`
    characters, and only when they may be the beginning of a token. ``flush`` gives the rest, and
    the findings on the whole answer (their spans count from its first restored character).
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._held = ""
        self._before = ""
        self._written = 0
        self._findings: list[Finding] = []

    def feed(self, piece: str) -> str:
        """The next characters to show, after ``piece`` arrived."""
        return self._take(piece, last=False)

    def flush(self) -> Restored:
        """What was held back, and every finding. Nothing may be fed afterwards."""
        text = self._take("", last=True)
        return Restored(text=text, findings=tuple(self._findings))

    def _take(self, piece: str, *, last: bool) -> str:
        buffer = self._before + self._held + piece
        start = len(self._before)
        cut = len(buffer) if last else _safe_end(buffer, start)
        shown = "".join(self._restored(buffer, start, cut))
        self._held = buffer[cut:]
        self._before = buffer[max(0, cut - 1) : cut]
        return shown

    def _restored(self, buffer: str, start: int, cut: int) -> list[str]:
        parts: list[str] = []
        while (match := tokens.PATTERN.search(buffer, start)) and match.end() <= cut:
            self._write(parts, buffer[start : match.start()])
            self._write(parts, self._value(match))
            start = match.end()
        self._write(parts, buffer[start:cut])
        return parts

    def _write(self, parts: list[str], text: str) -> None:
        parts.append(text)
        self._written += len(text)

    def _value(self, match: re.Match[str]) -> str:
        key = tokens.key(match)
        value = self._lookup(key)
        if value is not None:
            return value
        if key not in self._table.literals:
            self._findings.append(_invented(match[0], self._written))
        return match[0]

    def _lookup(self, key: TokenKey) -> str | None:
        entries = self._table.entries
        return entries.get(key, entries.get((key[0], key[1], "")))


#: Where a token may have begun: an opening bracket, or the first letter of a word.
_MAY_BEGIN = re.compile(r"[\[({<⟦«\\]|(?<![^\W_])[A-Za-zÉéÈè]")
#: What may stand inside a token that has begun.
_MAY_GO_ON = re.compile(
    r"[\[({<⟦«\\]{0,2}[\u00a0 ]?[*_`]{0,3} ?(?P<word>[A-Za-zÉéÈè]*)(?P<rest>.*)", re.S
)
_REST = re.compile(
    r"[_\-\u00a0 \\]{0,2}"
    r"(?:[0-9]{0,6}(?:[_\-\u00a0 \\]{1,2}[A-Za-z]{0,2})?[\u00a0 ]?[*_`]{0,3}[\u00a0\\]?)?"
)


def _safe_end(buffer: str, start: int) -> int:
    """Where what may be an unfinished token begins; the end of the buffer when there is none."""
    tail = max(start, len(buffer) - tokens.LONGEST)
    for match in _MAY_BEGIN.finditer(buffer, tail):
        begun = _MAY_GO_ON.match(buffer, match.start())
        if begun and _unfinished(begun["word"], begun["rest"], buffer[match.start()]):
            return match.start()
    return len(buffer)


def _unfinished(word: str, rest: str, opening: str) -> bool:
    plain = re.sub("[ÉéÈè]", "E", word).upper()
    if not rest:
        return any(f"{family}S".startswith(plain) for family in tokens.FAMILIES) and (
            bool(plain) or not opening.isalpha()
        )
    known = plain in tokens.FAMILIES or plain.removesuffix("S") in tokens.FAMILIES
    return known and _REST.fullmatch(rest) is not None


def _invented(token: str, at: int) -> Finding:
    return Finding(
        type="confidentialite.jeton_inconnu",
        severity="bloquant",
        title="Donnée inventée",
        message=(
            f"Le modèle a écrit « {token} », qui ne correspond à aucune donnée de votre texte. "
            "Remplacez ce repère par la bonne donnée, ou supprimez-le."
        ),
        draft=Span(start=at, end=at + len(token)),
        draft_text=token,
    )
