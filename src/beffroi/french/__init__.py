"""French as written: sentences, words, syllables, numbers, dates, amounts, references."""
