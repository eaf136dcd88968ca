"""Cut a long sentence in two or more, one rule a file; each keeps every word that says a fact.

A rule is ``cut(doc) -> list[str] | None``: the pieces in reading order, or ``None`` when it is
not sure. :mod:`.rules` lists them in the order in which they are tried.
"""
