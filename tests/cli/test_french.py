"""The command speaks French, down to what click itself says."""

from __future__ import annotations

import ast
import gettext
import subprocess
import sys
from pathlib import Path

import click
import pytest

import beffroi.cli

LOCALE = Path(beffroi.cli.__file__).with_name("locale")
#: Said to developers when a command is declared wrongly, never to the person who types it.
FOR_DEVELOPERS = (
    "Arguments take exactly one",
    "Boolean option",
    "Could not determine name",
    "Invalid start character",
    "Name '",
    "No options defined",
    "Unknown color",
)


def messages_of_click() -> set[str]:
    found: set[str] = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                found |= {a.value for a in node.args if isinstance(a, ast.Constant)}
    return {m for m in found if isinstance(m, str) and not m.startswith(FOR_DEVELOPERS)}


def test_every_message_of_click_is_translated() -> None:
    catalog = gettext.translation("messages", LOCALE, languages=["fr"])
    known = {key[0] if isinstance(key, tuple) else key for key in catalog._catalog}  # type: ignore[attr-defined]
    plurals = {line[14:-1] for line in po_lines() if line.startswith("msgid_plural ")}
    unescaped = {m.replace("\n", "\\n").replace("\t", "\\t") for m in messages_of_click()}
    missing = {m for m in unescaped if m.replace("\\n", "\n").replace("\\t", "\t") not in known}
    assert missing <= plurals


def po_lines() -> list[str]:
    return (LOCALE / "fr/LC_MESSAGES/messages.po").read_text(encoding="utf-8").splitlines()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "beffroi", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--aide"]])
def test_help_is_in_french(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 0
    assert "Emploi" in result.stdout
    assert "Usage" not in result.stdout


def test_an_unknown_command_says_so_and_exits_with_2() -> None:
    result = run("clarifie")
    assert result.returncode == 2
    assert "La commande 'clarifie' n’existe pas." in result.stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, beffroi.cli; from click.testing import CliRunner; "
        "CliRunner().invoke(beffroi.cli.beffroi, ['--help']); "
        "print({'numpy', 'spacy', 'django', 'httpx', 'lxml'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"
