"""The long work of this room, declared. What does it is loaded by the process that works: the site
declares it too, and neither counts nor reads meanings."""

from __future__ import annotations

from beffroi_web.jobs.port import Context, handler

ANALYSING, JOINING = "consultation.depouiller", "consultation.joindre"


@handler(ANALYSING, title="Dépouiller une consultation")
def depouiller(context: Context) -> int:
    """Analyse the answers, then keep what was found. Gives the number of the consultation."""
    from beffroi_web.consultation import work

    return work.analyse(context)


@handler(JOINING, title="Ajouter des réponses")
def joindre(context: Context) -> int:
    """Make more answers join, then keep the result. Gives the number of the consultation."""
    from beffroi_web.consultation import work

    return work.make_join(context)
