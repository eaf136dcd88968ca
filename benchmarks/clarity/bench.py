"""Readability: words a second of processor, agreement on known cases, beside ``textstat``.

``python benchmarks/clarity/bench.py``: Beffroi alone; with ``textstat`` on the path (a virtual
environment of its own: it is never a dependency), both in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PARAGRAPH = (
    "M. le Maire rappelle que, par arrêté n° 2026-041 du 3 mars 2026, la circulation est interdite "
    "rue du Four de 8 h 30 à 17 h. Les riverains (cf. art. 2, al. 3) gardent leur accès. Une idée "
    "simple : le stationnement reste possible place Verte, sur présentation d’un justificatif de "
    "domicile. Toute contestation est à adresser au tribunal administratif dans les deux mois.\n\n"
)
SENTENCES = 4
SYLLABLES = {
    "idée": 2,
    "maire": 1,
    "création": 3,
    "août": 1,
    "pays": 2,
    "client": 2,
    "prière": 2,
    "mangent": 1,
    "stationnement": 4,
    "oui": 1,
}


def speed(work: Callable[[str], object], text: str, words: int) -> float:
    work("Une phrase pour charger les tables.")
    started = time.process_time()
    work(text)
    return words / (time.process_time() - started)


def main() -> None:
    from beffroi.clarity import profile
    from beffroi.french import sentences, syllables, word_texts

    text = PARAGRAPH * 400
    words = len(word_texts(text))
    right = sum(syllables(word) == count for word, count in SYLLABLES.items())
    print(f"beffroi : {speed(profile, text, words):,.0f} mots/s (profil entier, 19 mesures)")
    print(f"beffroi : {len(sentences(PARAGRAPH))} phrases pour {SENTENCES}, syllabes {right}/10")
    try:
        import textstat
    except ImportError:
        print("textstat n’est pas installé ici : Beffroi seul.")
        return
    textstat.set_lang("fr")
    rate = speed(textstat.flesch_reading_ease, text, words)
    right = sum(textstat.syllable_count(word) == count for word, count in SYLLABLES.items())
    print(f"textstat : {rate:,.0f} mots/s (un indice)")
    count = textstat.sentence_count(PARAGRAPH)
    print(f"textstat : {count} phrases pour {SENTENCES}, syllabes {right}/10")


if __name__ == "__main__":
    main()
