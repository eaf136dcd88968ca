"""One file for each form: ``find(text) -> Iterator[Mention]``, pure, independent of the others.

A form that looks like an identifier is found even when its key is wrong: the key only changes
the confidence.
"""
