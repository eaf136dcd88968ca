"""A conversation that is erased is not in the files of the database any more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from web.serving.test_supervisor import environment

MARK = "lampadaire-de-la-rue-des-Lilas"
PROGRAM = """
import sys
from beffroi_web.serving.prepare import migrate
migrate()
from beffroi_web.accounts.models import User
from beffroi_web.assistants import actions
from beffroi_web.assistants.models import Attachment, Conversation, Turn
from beffroi_web.collectivites.models import Collectivite, Membership
house = Collectivite.objects.create(name="Commune")
user = User.objects.create_user(email="a@b.test", name="A", password="une longue phrase de passe")
Membership.objects.create(user=user, collectivite=house, role="agent")
rows = []
for _ in range(2):
    row = Conversation.objects.create(
        collectivite=house, owner=user, assistant="documents", title=sys.argv[1], found=sys.argv[1]
    )
    Turn.objects.create(conversation=row, question=sys.argv[1] * 200)
    Attachment.objects.create(conversation=row, title=sys.argv[1], text=sys.argv[1] * 2000)
    rows.append(row)
actions.delete(rows[0], user=user)
if sys.argv[2] == "both":
    actions.delete(rows[1], user=user)
"""


def left_in(home: Path) -> int:
    return sum(
        file.read_bytes().count(MARK.encode())
        for file in home.rglob("*")
        if file.is_file() and "sqlite3" in file.name
    )


def run(home: Path, what: str) -> int:
    command = [sys.executable, "-c", PROGRAM, MARK, what]
    subprocess.run(command, env=environment(home), check=True, timeout=300)
    return left_in(home)


def test_nothing_of_an_erased_conversation_is_left_in_the_files(tmp_path: Path) -> None:
    assert run(tmp_path / "une", "one") > 0, "the one that stays is found: the search can fail"
    assert run(tmp_path / "deux", "both") == 0
