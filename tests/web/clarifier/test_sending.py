"""Before a text leaves the machine: what leaves is shown, decided, and nothing else leaves."""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator

import pytest

from beffroi_web.clarifier.models import Draft
from beffroi_web.confidentialite.models import Listed
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.journal.models import Entry
from beffroi_web.llm.models import Kind, ModelChoice
from contract.misbehaving import Misbehaving

from .conftest import Desk

TEXT = (
    "Mme Jeanne Quéméneur, 12 rue des Lilas, 35000 Rennes, est autorisée à occuper la place du "
    "Marché avec Kevin, joignable au 06 12 34 56 78, à la condition expresse de ne divulguer à "
    "quiconque le code du portail, tulipe."
)
PERSONAL = ("Quéméneur", "12 rue des Lilas", "06 12 34 56 78")


@pytest.fixture
def captured(desk: Desk) -> Iterator[Misbehaving]:
    """A server outside the machine, which keeps everything that it is sent."""
    desk.collectivite.policy |= {"personnelle": "ailleurs"}
    desk.collectivite.save()
    server = Misbehaving()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    ModelChoice.objects.create(
        collectivite=desk.collectivite,
        kind=Kind.SERVEUR,
        url=f"http://127.0.0.1:{server.server_address[1]}/well/v1",
        model="modele-exterieur",
        place="ailleurs",
        context_tokens=8_000,
    )
    yield server
    server.stop.set()
    server.shutdown()
    server.server_close()


def sent_to(server: Misbehaving) -> str:
    return json.dumps([body for _, body, _ in server.requests], ensure_ascii=False)


def asked(desk: Desk, **more: str) -> tuple[str, dict[str, str], str]:
    """The page of the modèle, what was answered there, and the review that follows."""
    page = desk.give(TEXT)
    answers = {**desk.fill(page), "sensibilite": "personnelle", **more}
    answer = desk.client.post(page, answers)
    assert answer.status_code == 200, answer.status_code
    return page, answers, html.unescape(answer.content.decode())


def decision_on(review: str, text: str) -> str:
    group = next(part for part in review.split("<fieldset")[1:] if text in part)
    found = re.search(r'name="(decision-[0-9a-f]+)"', group)
    assert found
    return found[1]


def test_what_leaves_is_shown_first_and_nothing_is_begun(desk: Desk, captured: Misbehaving) -> None:
    _, answers, review = asked(desk)
    assert "Relire avant d’envoyer" in review and "[FEMME_1]" in review
    masked = re.search(r'id="texte-masque".*?</div>', review, re.S)
    assert masked and not any(word in masked[0] for word in PERSONAL)
    assert answers["cle"] in review
    assert not Draft.objects.for_(desk.collectivite).exists()
    assert captured.requests == []


def test_decisions_hold_for_what_is_sent_and_feed_the_lists(
    desk: Desk, captured: Misbehaving
) -> None:
    page, answers, review = asked(desk)
    name = decision_on(review, "Kevin")
    answers |= {name: "laisser", "ajouts": "tulipe", "envoyer": "1"}
    answers |= {name.replace("decision", "retenir"): "on"}
    answer = desk.client.post(page, answers)
    assert answer.status_code == 302
    run_waiting()
    sent = sent_to(captured)
    assert captured.requests and "Kevin" in sent
    assert not any(word in sent for word in (*PERSONAL, "tulipe"))
    kept = Listed.objects.for_(desk.collectivite).get()
    assert (kept.kind, kept.text) == ("never", "Kevin")
    noted = Entry.objects.for_(desk.collectivite).filter(act="confidentialite.masque").get()
    assert "Quéméneur" not in noted.details and json.loads(noted.details)["person"] == 1


def test_applying_choices_shows_the_review_again(desk: Desk, captured: Misbehaving) -> None:
    page, answers, review = asked(desk)
    name = decision_on(review, "Kevin")
    answer = desk.client.post(page, {**answers, name: "laisser"})
    again = html.unescape(answer.content.decode())
    masked = re.search(r'id="texte-masque".*?</div>', again, re.S)
    assert masked and "Kevin" in masked[0]
    assert captured.requests == []


def test_a_doubt_blocks_where_the_authority_wants_it(desk: Desk, captured: Misbehaving) -> None:
    desk.collectivite.block_when_in_doubt = True
    desk.collectivite.save()
    doubtful = TEXT + " Vu avec le stand de marchand."
    page = desk.give(doubtful)
    answers = {**desk.fill(page), "sensibilite": "personnelle", "envoyer": "1"}
    review = html.unescape(desk.client.post(page, answers).content.decode())
    assert "L’envoi attend" in review and 'name="envoyer"' not in review
    for name in set(re.findall(r'name="(decision-[0-9a-f]+)"', review)):
        answers[name] = "masquer"
    assert desk.client.post(page, answers).status_code == 302


@pytest.mark.parametrize("place", ["machine"])
def test_a_model_of_the_machine_asks_for_no_review(
    desk: Desk, captured: Misbehaving, place: str
) -> None:
    ModelChoice.objects.for_(desk.collectivite).update(place=place)
    assert desk.begin(TEXT, sensibilite="personnelle").pk


def test_sensitive_data_are_not_even_proposed(desk: Desk, captured: Misbehaving) -> None:
    draft = desk.begin(TEXT, sensibilite="sensible")
    run_waiting()
    assert captured.requests == [] and desk.draft(draft.pk).current


def test_writing_again_keeps_the_decisions(desk: Desk, captured: Misbehaving) -> None:
    page, answers, _ = asked(desk)
    answer = desk.client.post(page, {**answers, "ajouts": "tulipe", "envoyer": "1"})
    run_waiting()
    captured.requests.clear()
    desk.client.post(f"{answer['Location']}recommencer/")
    run_waiting()
    sent = sent_to(captured)
    assert captured.requests and not any(word in sent for word in (*PERSONAL, "tulipe"))


def test_repairing_sends_nothing_in_clear_either(desk: Desk, captured: Misbehaving) -> None:
    page, answers, _ = asked(desk)
    answer = desk.client.post(page, {**answers, "ajouts": "tulipe", "envoyer": "1"})
    run_waiting()
    captured.requests.clear()
    desk.client.post(f"{answer['Location']}reparer/", {"tout": "1"})
    run_waiting()
    assert not any(word in sent_to(captured) for word in (*PERSONAL, "tulipe"))
