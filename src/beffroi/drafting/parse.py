"""A model's answer → the text alone. Pure: removes what models say around their answer."""

from __future__ import annotations

import re

_FENCE_LINE = re.compile(r"^[ \t]*```[\w-]*[ \t]*$", re.M)
_TAGS = re.compile(r"</?\s*texte\b[^<>]*>", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"\A\s*(?:(?:bien sûr|certainement|d[’']accord|avec plaisir|absolument)\b[^\n]{0,80}[.!:]\s+)?"
    r"(?:(?:voici|voilà|ci-dessous)\b[^\n:]{0,60}\b(?:texte|phrase|version|réécriture|réponse|résultat"
    r"|sms|publication|proposition|synthèse|lettre|traduction)\b[^\n:]{0,80}(?::|\.(?=\s*\n))\s*)",
    re.IGNORECASE,
)
_POLITE = re.compile(r"\A\s*(?:bien sûr|certainement|avec plaisir)\s*[!,.:][^\n]{0,80}\n+", re.I)
_LABEL = re.compile(
    r"\A\s*\**(?:texte|résultat|réponse|phrase réécrite|texte réécrit|version claire|sms"
    r"|publication"
    r"|réécriture)\**\s*:\s*\**\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\n+\s*(?:\(?(?:note|remarque|nb|explication)s?\s*:|j[’']espère que|n[’']hésitez pas à me"
    r"|ai-je bien|cette (?:version|réécriture)|j[’']ai (?:gardé|conservé|simplifié"
    r"|réécrit))[\s\S]*\Z",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S)
_QUOTED = re.compile(r"\A(?:«[ \u00a0\u202f]?(.+?)[ \u00a0\u202f]?»|\"(.+?)\"|“(.+?)”)\Z", re.S)


def clean_answer(answer: str) -> str:
    """``answer`` without fences, preamble, label, trailing remark, bold marks or outer quotes."""
    text = _TAGS.sub("", _FENCE_LINE.sub("", answer)).strip()
    text = _POLITE.sub("", text)
    text = _PREAMBLE.sub("", text, count=1).strip() or text
    text = _LABEL.sub("", text, count=1).strip()
    text = _TAIL.sub("", text).strip()
    text = _BOLD.sub(r"\2", text)
    quoted = _QUOTED.match(text)
    inner = next((group for group in quoted.groups() if group), "") if quoted else ""
    return inner.strip() if inner and not re.search(r"[«»\"“”]", inner) else text


def one_paragraph(text: str) -> str:
    """``text`` on one line: what a rewritten sentence must be, list marks apart."""
    return " ".join(part.strip() for part in text.split("\n") if part.strip())
