"""``python -m beffroi_web.serving.work NAME``: the process that runs jobs."""

from __future__ import annotations

import sys

from beffroi_web.serving.prepare import set_up_django

if __name__ == "__main__":
    set_up_django()
    from beffroi_web.jobs.worker import main

    main(sys.argv[1])
