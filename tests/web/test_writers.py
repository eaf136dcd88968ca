"""Many writers at once, in two processes: each gets its turn, none is refused, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from web.serving.test_supervisor import environment

PROGRAM = """
import sys, threading
from beffroi_web.serving.prepare import migrate, set_up_django
set_up_django() if sys.argv[1] != "prepare" else migrate()
from django.db import connection, transaction
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal import actions as journal
if sys.argv[1] == "prepare":
    Collectivite.objects.create(name="Commune", retention_days=1)
    sys.exit()
failures = []
def write():
    try:
        for _ in range(5):
            with transaction.atomic():  # reads, then writes: the case that deferred ones lose
                commune = Collectivite.objects.get()
                commune.retention_days += 1
                commune.save()
                journal.write(commune, None, "collectivite.reglee")
            Collectivite.objects.update(notes="hors transaction")
    except Exception as error:
        failures.append(repr(error))
    connection.close()
threads = [threading.Thread(target=write) for _ in range(20)]
[t.start() for t in threads]; [t.join() for t in threads]
print(failures)
if sys.argv[1] == "last":
    commune = Collectivite.objects.get()
    print(commune.retention_days, journal.verify(commune), journal.head_of(commune).count)
"""


def test_forty_writers_in_two_processes(tmp_path: Path) -> None:
    def start(word: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, word],
            env=environment(tmp_path),
            stdout=subprocess.PIPE,
            text=True,
        )

    assert start("prepare").wait(60) == 0
    first, second = start("first"), start("second")
    for process in (first, second):
        output, _ = process.communicate(timeout=120)
        assert output.strip() == "[]", output
    output, _ = start("last").communicate(timeout=120)
    assert output.split("\n")[1] == "301 [] 300", output
