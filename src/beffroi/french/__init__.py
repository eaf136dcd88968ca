"""French as written: sentences, words, syllables, numbers, dates, amounts, references."""

from beffroi.french.sentences import sentences
from beffroi.french.syllables import syllables
from beffroi.french.typography import capitalised, plain_spaces, typographic
from beffroi.french.words import bare, word_texts, words

__all__ = [
    "bare",
    "capitalised",
    "plain_spaces",
    "sentences",
    "syllables",
    "typographic",
    "word_texts",
    "words",
]
