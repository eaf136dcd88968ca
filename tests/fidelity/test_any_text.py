"""The check answers for any two texts: sentences dropped, repeated, moved, and any Unicode."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beffroi.fidelity import compare

SENTENCES = (
    "ARRÊTÉ MUNICIPAL N° 2026-041",
    "portant réglementation du stationnement rue du Four",
    "Le Maire de Saint-Aubin,",
    "Vu la demande de Madame Duvallon en date du 12 mars 2026 ;",
    "Article 1er : Du mardi 7 avril 2026 à 7 h 30 au vendredi 10 avril 2026 à 17 h, la circulation est interdite.",  # noqa: E501
    "Sauf les riverains, les secours et le CCAS, nul ne peut stationner.",
    "Tarif : 10 € pour les adultes, 4 € pour les enfants.",
    "Écrivez à Madame Tressard ou à Monsieur Leroux, au 02 99 00 00 00.",
    "Ouvert de 8 h à 12 h, 23 voix pour, 4 contre.",
    "Quoi ?",
    "…",
    "1.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=8).flatmap(
    lambda chosen: st.sampled_from([" ", "\n", "\n\n"]).map(lambda mark: mark.join(chosen))
)


@settings(max_examples=150, deadline=None)
@given(source=TEXTS.filter(str.strip), draft=TEXTS)
@example(source="A est là.\n\nB est là.\n\nA est là.\n\nA est là.", draft="B est là.\n\nA est là.")
@example(
    source="Un jour.\n\nDeux.\n\nUn jour.\n\nTrois.",
    draft="Trois.\n\nDeux.\n\nUn jour.\n\nUn jour.",
)
@example(
    source="Quoi ?\n\nMadame Duvallon écrit.\n\nQuoi ?", draft="Madame Duvallon écrit.\n\nQuoi ?"
)
def test_sentences_taken_dropped_and_moved_never_break_the_check(source: str, draft: str) -> None:
    _spans_agree(source, draft)


@settings(max_examples=100, deadline=None)
@given(source=st.text(max_size=60).filter(str.strip), draft=st.text(max_size=60))
def test_any_unicode_is_answered(source: str, draft: str) -> None:
    _spans_agree(source, draft)


@pytest.mark.parametrize("draft", ["", " ", "\n\n", "İİİ Ǆ ﬁ ß", "\u2028\u0345"])
def test_an_odd_draft_is_answered(draft: str) -> None:
    _spans_agree("La demande est acceptée le 3 mai 2026 par Madame Duvallon.", draft)


def _spans_agree(source: str, draft: str) -> None:
    for finding in compare(source, draft):
        assert finding.source is None or finding.source.of(source) == finding.source_text
        assert finding.draft is None or finding.draft.of(draft) == finding.draft_text
