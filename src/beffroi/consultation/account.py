"""What becomes of each row of the file. The counts always sum to the rows.

Nothing is dropped: a row is analysed, or it bears a status and a French reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from beffroi.consultation.campaigns import copies
from beffroi.consultation.fold import fold
from beffroi.consultation.types import STATUSES, Answer, Row, RowStatus

_WORD = re.compile(r"[a-z]+")
_LETTER = re.compile(r"[^\W\d_]")

#: Answers that say that there is no answer, once folded (no accents, no punctuation).
NO_ANSWER = frozenset(
    """
    nsp|ras|r a s|n s p|rien|rien a dire|rien a signaler|rien de special|rien de particulier|
    rien a ajouter|rien a declarer|rien a redire|sans avis|sans reponse|sans opinion|
    pas d avis|pas d idee|pas d opinion|pas de reponse|pas d avis particulier|aucun|aucune|
    aucun avis|aucune idee|aucune reponse|aucune remarque|aucune proposition|
    aucun commentaire|aucune opinion|non|ne sait pas|ne sais pas|je ne sais pas|
    je sais pas|j sais pas|jsp|sais pas|nspp|ne se prononce pas|na|n a|neant|so|sans objet|
    non concerne|non concernee|pas concerne|pas concernee|idem|voir plus haut|voir ci dessus|
    deja repondu|deja dit|meme reponse|cf plus haut|cf ci dessus|pas de commentaire|
    pas de commentaires|pas de remarque|pas de proposition|pas d observation|no comment|none|
    null|nan|je ne me prononce pas|je n ai pas d avis|je n ai pas d idee|je n en sais rien|
    aucune suggestion|pas de suggestion|rien pour l instant|rien pour le moment|bof|je passe|
    passer|test|ok|sans commentaire|sans commentaires|n importe quoi|pas vraiment d avis|
    question sans interet
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_KEYBOARD = re.compile(r"(azert|qsdf|wxcv|asdf|qwert|lorem ipsum|(.)\2{5,}|^(.{1,3})\3{3,}$)")

#: Words of courtesy: an answer made of nothing else answers nothing.
_COURTESY = frozenset(
    "bonjour bonsoir merci cordialement salutations bonne journee soiree continuation courage a "
    "vous tous toutes pour votre travail de la le les l equipe et bien tres bravo initiative cette "
    "consultation questionnaire mairie madame monsieur mesdames messieurs d avance beaucoup".split()
)
_SELLS = re.compile(
    r"\b(?:cliquez ici|achetez|en promotion|livraison gratuite|bitcoins?|crypto\w*|"
    r"casino|viagra|gagnez \d|devenez riche|je vends|a vendre|credit rapide|pret (?:rapide|entre "
    r"particuliers)|marabout)\b"
)

#: Frequent words that tell French from its neighbours, in short answers too.
FRENCH = frozenset(
    "le la les de des du un une et est que qui pas plus pour dans sur au aux en avec ce cette ces "
    "il elle on nous vous je ne se sa son ses leur leurs tout tous faire faut fait sans par mais "
    "ou mieux moins trop tres bien etre ont sont avoir comme aussi meme entre notre nos".split()
)
OTHERS: dict[str, frozenset[str]] = {
    "anglais": frozenset(
        "the of and to is that it for you with are be this have not we our should more they".split()
    ),
    "espagnol": frozenset(
        "el los las que es por con para una del como pero mas muy hay nosotros esta sus".split()
    ),
    "portugais": frozenset(
        "os as que nao uma com para mais dos das muito mas pelo pela voce".split()
    ),
    "allemand": frozenset(
        "der die das und ist nicht ein eine mit fur auf den von zu wir sie".split()
    ),
    "italien": frozenset("il che di non per una con sono piu della delle gli anche questo".split()),
}


def sort_rows(answers: Sequence[Answer], *, proposal: bool = False) -> tuple[Row, ...]:
    """One :class:`Row` per answer, in the same order. Copies point to the first of their text.

    ``proposal``: the question asks whether one is for or against, so that « non » is an answer.
    """
    folded = [fold(answer.text) for answer in answers]
    states: list[tuple[RowStatus, str]] = [
        ("analysee", "") if proposal and flat in ("non", "ok") else _alone(answer.text, flat)
        for answer, flat in zip(answers, folded, strict=True)
    ]
    kept = [i for i, (status, _) in enumerate(states) if status == "analysee"]
    models = copies([folded[i] for i in kept])
    origin = {kept[i]: answers[kept[first]].row for i, first in models.items()}
    rows = tuple(
        _copy(answer, origin[i])
        if i in origin
        else Row(answer=answer, status=states[i][0], reason=states[i][1])
        for i, answer in enumerate(answers)
    )
    assert sum(count(rows).values()) == len(answers)
    return rows


def count(rows: Iterable[Row]) -> dict[RowStatus, int]:
    """Rows by status; every status is there, at 0 if need be."""
    seen = Counter(row.status for row in rows)
    return {status: seen[status] for status in STATUSES}


def _copy(answer: Answer, first: int) -> Row:
    return Row(
        answer=answer,
        status="copie",
        reason=f"Même texte que la réponse {first}, à quelques mots près.",
        copy_of=first,
    )


def _alone(text: str, flat: str) -> tuple[RowStatus, str]:
    """The status of a text looked at by itself, with its reason."""
    if not text.strip():
        return "sans_reponse", "La case est vide."
    if not _LETTER.search(text):
        return "sans_reponse", "La réponse ne contient aucun mot."
    if flat in NO_ANSWER or (len(flat.split()) <= 6 and _is_padding(flat)):
        return "sans_reponse", "La personne dit qu’elle n’a pas d’avis."
    if set(flat.split()) <= _COURTESY and set(flat.split()) & {"bonjour", "merci", "cordialement"}:
        return "sans_reponse", "La réponse ne contient que des formules de politesse."
    if _unreadable(text, flat):
        return "illisible", "Suite de signes qui ne forme pas de mots."
    if _SELLS.search(flat) and len(flat.split()) < 60:
        return "hors_sujet", "Publicité ou petite annonce."
    language = other_language(flat)
    if language:
        return "autre_langue", f"La réponse semble écrite en {language}."
    return "analysee", ""


def _is_padding(flat: str) -> bool:
    """« non rien », « rien rien a dire merci »: only words that say nothing."""
    empty = {
        "non",
        "rien",
        "merci",
        "ras",
        "nsp",
        "desole",
        "aucune",
        "aucun",
        "idee",
        "de",
        "a",
        "dire",
    }
    return all(word in empty for word in flat.split())


def _unreadable(text: str, flat: str) -> bool:
    if (
        "\N{REPLACEMENT CHARACTER}" in text
        and text.count("\N{REPLACEMENT CHARACTER}") > len(text) / 10
    ):
        return True
    if _KEYBOARD.search(flat.replace(" ", "")) and len(flat.split()) <= 3:
        return True
    words = _WORD.findall(flat)
    voiceless = [w for w in words if len(w) > 5 and not re.search("[aeiouy]", w)]
    return len(voiceless) * 2 > len(words)


def other_language(flat: str) -> str:
    """The language of a folded text when it is clearly not French, else an empty string."""
    words = flat.split()
    if len(words) < 4:
        return ""
    french = sum(word in FRENCH for word in words)
    name, score = max(
        ((name, sum(w in known for w in words)) for name, known in OTHERS.items()),
        key=lambda pair: pair[1],
    )
    return name if score >= 3 and score > 2 * french else ""
