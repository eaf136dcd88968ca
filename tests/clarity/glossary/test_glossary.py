from __future__ import annotations

import json
from pathlib import Path

import pytest

from beffroi.clarity.glossary import (
    builtin,
    explain,
    glosses,
    merged,
    read_official,
    read_own,
)
from beffroi.errors import BadGlossary

TEXT = (
    "Le maire peut fixer une astreinte. Cette astreinte court après la mise en demeure.\n\n"
    "La taxe foncière n’est pas due."
)


def test_ours_are_many_short_and_never_circular() -> None:
    terms = builtin()
    assert len(terms) >= 150
    assert len({t.name for t in terms}) == len(terms)
    assert all(len(t.definition) < 110 and not t.definition.endswith(".") for t in terms)
    assert not [
        t.name for t in terms if t.name.split()[0] in t.definition.split() and " " not in t.name
    ]


def test_each_term_is_explained_once_after_the_sentence_of_its_first_use() -> None:
    glossed = explain(TEXT, builtin())
    assert glossed.text.startswith(
        "Le maire peut fixer une astreinte. « astreinte » veut dire : somme à payer pour chaque "
        "jour de retard. Cette astreinte court après la mise en demeure. « mise en demeure » veut"
    )
    assert glossed.text.count("veut dire") == len(glossed.glosses) == 3


def test_the_text_itself_stays() -> None:
    glossed = explain(TEXT, builtin())
    rest = glossed.text
    for gloss in glossed.glosses:
        rest = rest.replace(" " + gloss.sentence, "", 1)
    assert rest == TEXT


def test_the_longest_term_wins() -> None:
    terms = read_own("taxe | | somme\ntaxe foncière | | impôt des propriétaires", source="Ici")
    assert [g.term.name for g in glosses("La taxe foncière.", terms)] == ["taxe foncière"]


def test_apostrophes_and_plurals_are_found() -> None:
    names = [
        g.term.name for g in glosses("Les ayants droit et l'ordre du jour, d'office.", builtin())
    ]
    assert names == ["ayant droit", "ordre du jour"]


def test_the_collectivite_s_own_comes_first() -> None:
    own = read_own("# nous\nastreinte | | service de garde des agents", source="Ville de Valombre")
    term = next(t for t in merged(own, builtin()) if t.name == "astreinte")
    assert term.definition == "service de garde des agents" and "Valombre" in term.credit


@pytest.mark.parametrize("line", ["astreinte", "a | b", "| | rien", "a | b | c | d"])
def test_a_malformed_line_is_named(line: str) -> None:
    with pytest.raises(BadGlossary, match="ligne 2"):
        read_own(f"x | | y\n{line}", source="Ici")


def test_official_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "glossaire.jsonl"
    row = {"id": "R1", "terme": "Abattement", "definition": "Réduction d’une somme."}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    (term,) = read_official(path, as_of="2026-01-15")
    assert term.name == "abattement"
    assert term.credit == "service-public.fr (DILA), Licence Ouverte, état du 2026-01-15"


def test_official_xml(tmp_path: Path) -> None:
    path = tmp_path / "R1.xml"
    path.write_text(
        '<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ID="R1">'
        "<dc:title>CAF</dc:title><Texte><Paragraphe>Caisse qui <b>verse</b> des aides."
        "</Paragraphe></Texte></Publication>",
        encoding="utf-8",
    )
    (term,) = read_official(tmp_path, as_of="")
    assert (term.name, term.definition) == ("CAF", "Caisse qui verse des aides.")


@pytest.mark.parametrize("content", ["pas du json", '{"terme": "x"}', "[1]"])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "autre.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadGlossary):
        read_official(path, as_of="2026-01-01")
    with pytest.raises(BadGlossary):
        read_official(tmp_path / "absent.xml", as_of="")
