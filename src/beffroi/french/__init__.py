"""French as written: sentences, words, syllables, numbers, dates, amounts, references."""

from beffroi.french.sentences import sentences
from beffroi.french.words import bare, word_texts, words

__all__ = ["bare", "sentences", "word_texts", "words"]
