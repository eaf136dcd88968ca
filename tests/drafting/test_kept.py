"""Facts that both texts say, where each says them."""

from __future__ import annotations

from beffroi.drafting.kept import MOST, kept_facts


def test_the_same_value_in_other_words_is_kept() -> None:
    source = "Article 2 : le stationnement est interdit le 3 mai 2026 de 8 h 00 à 9 h 30, 40 €."
    draft = "Ne stationnez pas le 3 mai 2026, de 8 h à 10 h 30. Cela coûte 40 €."
    found = [(k.source.of(source), k.draft.of(draft)) for k in kept_facts(source, draft)]
    assert ("3 mai 2026", "3 mai 2026") in found
    assert ("40 €", "40 €") in found
    assert ("9 h 30", "10 h 30") not in found
    assert not any(said == "2" for said, _ in found)


def test_a_text_too_long_for_a_page_underlines_nothing() -> None:
    assert kept_facts("Le 3 mai 2026. " * (MOST // 10), "Le 3 mai 2026.") == ()
