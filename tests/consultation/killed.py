"""An analysis that kills itself: at each fourth file that appears, before or just after it does.

python -m consultation.killed FOLDER RUN        (RUN 0 is never killed)
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from beffroi.consultation import Answer
from beffroi.consultation.folder import Asked, analyse
from beffroi.llm.scripted import ScriptedModel
from consultation.said import EXTRA, SUBJECTS, WordEmbedder
from consultation.test_wording import faithful

EVERY = 4
TEXTS = [f"{text} {i}" for i in range(6) for said in SUBJECTS.values() for text in said]
ASKED = Asked(
    answers=tuple(Answer(row=i, text=text) for i, text in enumerate([*TEXTS, *EXTRA], start=1)),
    question="Que faudrait-il changer ?",
)


def main(folder: Path, run: int) -> None:
    appears, seen = Path.replace, 0

    def replace(self: Path, target: Path) -> Path:
        nonlocal seen
        seen += 1
        if run and seen == EVERY and run % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        found = appears(self, target)
        if run and seen == EVERY:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    Path.replace = replace  # type: ignore[assignment,method-assign]
    analyse(ASKED, folder, model=ScriptedModel(faithful), embedder=WordEmbedder())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
