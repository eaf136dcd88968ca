"""Restore ∘ mask is the identity, whatever the text and however the answer is cut."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from beffroi.privacy import StreamRestorer, Table, mask, mask_all, restore
from beffroi.privacy.types import Mention

PIECES = st.sampled_from(
    [
        "[PERSONNE_1]",
        "personne 1",
        "[",
        "]",
        "TELEPHONE_",
        "_B]",
        "1",
        "**",
        "[FEMME_1",
        "« ",
        "\\_",
        "a@b.fr",
        "06 12 34 56 78",
        " AB-123-CD ",
        "FR7630006000011234567890189",
        "Adresse_2s",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map("".join)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
@example("Adresse_2sIYA")
@example("Adresse_2a@b.fr")
def test_restoring_what_was_masked_gives_the_text_back(text: str) -> None:
    masked = mask(text)
    restored = restore(masked.text, masked.table)
    assert restored.text == text
    assert restored.findings == ()


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.data())
def test_any_characters_may_be_masked(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    mentions = [
        Mention(
            start=a, end=b, kind="person", text=text[a:b], confidence=1, rule="main", gender="f"
        )
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    masked = mask(text, mentions=mentions)
    assert restore(masked.text, masked.table).text == text


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.lists(st.integers(1, 7), min_size=1))
def test_a_streamed_answer_is_restored_as_a_whole_one(text: str, sizes: list[int]) -> None:
    masked = mask(text)
    for answer in (masked.text, text):
        whole = restore(answer, masked.table)
        restorer, shown, at = StreamRestorer(masked.table), "", 0
        for size in sizes * (len(answer) + 1):
            shown += restorer.feed(answer[at : at + size])
            at += size
            if at >= len(answer):
                break
        rest = restorer.flush()
        assert shown + rest.text == whole.text
        assert rest.findings == whole.findings


def test_one_table_for_all_the_texts_of_a_request() -> None:
    first, second = mask_all(["Écrire à a@b.fr", "a@b.fr ou c@d.fr, pas [COURRIEL_2]"])
    assert first.table == second.table
    assert second.text == "[COURRIEL_1] ou [COURRIEL_3], pas [COURRIEL_2]"
    assert restore(second.text, second.table).text == "a@b.fr ou c@d.fr, pas [COURRIEL_2]"


def test_a_token_at_the_end_of_a_piece_is_shown_at_once() -> None:
    table = mask("a@b.fr").table
    assert StreamRestorer(table).feed("Écrire à [COURRIEL_1]") == "Écrire à a@b.fr"
    assert StreamRestorer(table).feed("Écrire à [COURR") == "Écrire à "


MANGLED = [
    "[courriel_1]",
    "**[COURRIEL_1]**",
    "[**COURRIEL_1**]",
    "COURRIEL_1",
    "Courriel_1",
    "[COURRIEL 1]",
    "[COURRIEL-1]",
    "[Courriel_1",
    "COURRIEL_1]",
    "(COURRIEL_1)",
    "[COURRIELS_1]",
    r"[COURRIEL\_1]",
    r"\[COURRIEL_1\]",
    "<COURRIEL_1>",
    "{COURRIEL_1}",
    "`COURRIEL_1`",
    "l’[COURRIEL_1]",
    "[COURRIEL_1]'s",
    "[COURRIEL_1]s",
    "[COURRIEL_1_B]",
]


def test_what_a_model_does_to_tokens_is_forgiven() -> None:
    table = mask("a@b.fr").table
    for answer in MANGLED:
        restored = restore(f"Écrire à {answer}.", table)
        assert "a@b.fr" in restored.text, answer
        assert "OURRIEL" not in restored.text.upper(), answer
        assert not restored.findings, answer


def test_an_invented_token_stays_visible_and_is_told() -> None:
    restored = restore("Voir [PERSONNE_7].", Table())
    assert restored.text == "Voir [PERSONNE_7]."
    (finding,) = restored.findings
    assert finding.draft is not None
    assert finding.draft.of(restored.text) == "[PERSONNE_7]" == finding.draft_text
