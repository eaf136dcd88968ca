"""A text in chapters keeps its headings, its order and every sentence."""

from __future__ import annotations

import pytest

from beffroi.drafting.floor.chapters import chapters_text, in_chapters, joined
from beffroi.drafting.floor.rewrite import rewrite_by_rule
from drafting.acts import COUNCIL, TRAFFIC

GUIDE = (
    "La carte est gratuite.\n"
    "## Qui est concerné ?\n"
    "Afin de voter, vous devez procéder à la demande.\n"
    "## À noter\n"
    "la carte est envoyée à tous.\n"
    "Il faut :\n- un bail\n- un plan susvisé, afin de voir le terrain\n"
)


@pytest.mark.parametrize(("text", "expected"), [(GUIDE, True), (TRAFFIC, False), (COUNCIL, False)])
def test_only_texts_with_their_own_headings(text: str, expected: bool) -> None:
    assert in_chapters(text) is expected


def test_everything_is_there_in_its_order() -> None:
    text = joined(chapters_text(GUIDE, rewrite=rewrite_by_rule))
    assert text == (
        "La carte est gratuite.\n\n## Qui est concerné ?\n\n"
        "Pour voter, vous devez procéder à la demande.\n\n## À noter\n\n"
        "La carte est envoyée à tous.\n\nIl faut :\n- un bail\n"
        "- un plan susvisé, pour voir le terrain"
    )


def test_an_item_holds_no_list() -> None:
    plan = chapters_text(GUIDE, rewrite=lambda text: text + " :\n- un ;\n- deux.")
    item = next(unit for unit in plan.units if "terrain" in unit.text)
    assert item.text.endswith(" : un ; deux.")
