"""The length that the channel accepts: characters as it counts them, SMS parts, words."""

from __future__ import annotations

from beffroi.drafting.sms import count_sms, parts_in
from beffroi.findings import CheckContext, Finding, Span


def check_limits(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """Blocking when the text is too long to be sent; to check when it forces a dearer SMS."""
    if context.alphabet == "gsm7":
        return _sms(draft, context)
    found = []
    if context.max_characters is not None and len(draft) > context.max_characters:
        over = len(draft) - context.max_characters
        found.append(
            _too_long(
                draft,
                start=context.max_characters,
                message=f"Le texte fait {len(draft)} caractères, la limite est "
                f"{context.max_characters}. Retirez {_plural(over, 'caractère')}.",
            )
        )
    words = count_words(draft)
    if context.max_words is not None and words > context.max_words:
        found.append(
            _too_long(
                draft,
                start=0,
                message=f"Le texte fait {words} mots, la limite est {context.max_words}.",
                severity_blocking=False,
            )
        )
    return found


def count_words(text: str) -> int:
    """Words as a person counts them: signs that lay out, and marks that stand alone, are none."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def _sms(draft: str, context: CheckContext) -> list[Finding]:
    count = count_sms(draft)
    limit = context.max_characters or 160
    found = []
    room = limit if count.alphabet == "gsm7" else max(70, limit * 70 // 160)
    if count.units > room or count.parts > parts_in(limit):
        message = (
            f"Ce SMS compte {count.units} caractères, soit {_plural(count.parts, 'message')}. "
            f"La limite est {room}."
        )
        found.append(_too_long(draft, start=min(room, len(draft)), message=message))
    if count.outside:
        found.append(_outside(draft, count.outside))
    return found


def _outside(draft: str, characters: tuple[str, ...]) -> Finding:
    place = draft.index(characters[0])
    shown = " ".join(characters[:5])
    return Finding(
        type="longueur.alphabet",
        severity="a_verifier",
        title="Caractères que les SMS comptent double",
        message=f"Les caractères {shown} réduisent le message à 70 caractères. Remplacez-les.",
        draft=Span(start=place, end=place + len(characters[0])),
        draft_text=characters[0],
    )


def _too_long(draft: str, *, start: int, message: str, severity_blocking: bool = True) -> Finding:
    span = Span(start=start, end=len(draft))
    return Finding(
        type="longueur.depassee",
        severity="bloquant" if severity_blocking else "a_verifier",
        title="Texte trop long",
        message=message,
        draft=span,
        draft_text=span.of(draft),
    )


def _plural(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}"
