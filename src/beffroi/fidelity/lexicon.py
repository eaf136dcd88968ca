"""Which words may replace each other, and which are opposites. The lists are ours (``lexique/``)."""  # noqa: E501

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from beffroi.fidelity.words import key_of


@cache
def notions() -> dict[str, frozenset[str]]:
    """Key → the names of the notions that it may stand for."""
    found: dict[str, set[str]] = {}
    for line in lines("notions.txt"):
        name, words = line.split(":", 1)
        for word in words.split():
            found.setdefault(key_of(word), set()).add(f"~{name.strip()}")
    return {key: frozenset(names) for key, names in found.items()}


@cache
def opposites() -> dict[str, tuple[tuple[str, int], ...]]:
    """Key → (axis, +1 or −1), for every axis that the word belongs to."""
    found: dict[str, list[tuple[str, int]]] = {}
    for line in lines("contraires.txt"):
        axis, sides = line.split(":", 1)
        positive, negative = sides.split("|")
        for words, sign in ((positive, 1), (negative, -1)):
            for word in words.split():
                found.setdefault(key_of(word), []).append((axis, sign))
    return {word: tuple(dict.fromkeys(axes)) for word, axes in found.items()}


@lru_cache(maxsize=65536)
def meanings(key: str) -> frozenset[str]:
    """The key and its notions: two words may say the same when these sets meet."""
    return notions().get(key, frozenset()) | {key}


def close(left: str, right: str) -> bool:
    """True when two keys are one word, one family of words, or two words of one notion."""
    if meanings(left) & meanings(right):
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= 5 and long.startswith(short[: max(5, len(short) - 1)])


def lines(name: str) -> list[str]:
    """The lines of a file of ``lexique/``, without blanks nor comments."""
    text = files("beffroi.fidelity").joinpath("lexique", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
