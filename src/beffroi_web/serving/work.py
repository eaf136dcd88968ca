"""``python -m beffroi_web.serving.work NAME``: the process that runs jobs."""

from __future__ import annotations

import sys
import threading

from beffroi_web.serving.prepare import set_up_django

#: Long enough for the rules to look at its grammar.
LONG_SENTENCE = (
    "Il appartient au demandeur, qui dispose d’un délai de deux mois à compter de la notification, "
    "de procéder à la vérification de son dossier et de transmettre les pièces au service."
)


def warm() -> None:
    """Load what answers need, then the grammar (about 2.5 s and 5 s of processor), before somebody
    waits for them.

    This process starts at the first write of anybody, a sign-in for instance, or when a page from
    which work is asked is opened: the person has not yet written the question or given the text.
    """
    from beffroi.clarity.rewrite import rewrite
    from beffroi_web.assistants.warming import warm_all

    warm_all()
    rewrite(LONG_SENTENCE)


if __name__ == "__main__":
    set_up_django()
    from beffroi_web.jobs.worker import main

    threading.Thread(target=warm, daemon=True).start()
    main(sys.argv[1])
