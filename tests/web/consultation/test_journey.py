"""From a file to a signed report, as a person does it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.consultation import convert, deciding, work
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.journal.models import Entry
from consultation.test_listen import WordEmbedder

FILE = "Quartier;Réponse\n" + "\n".join(
    f"{'Nord' if i % 2 else 'Sud'};{text}"
    for i, text in enumerate(
        [
            *["Plus de bus le soir vers la gare", "Des bus le dimanche matin"] * 6,
            *["Des pistes cyclables continues", "Supprimer les pistes cyclables du quai"] * 6,
            "nsp",
            "",
            "Mon fils a failli se faire renverser devant l’école, appelez le 06 12 34 56 78",
        ]
    )
)


class Embedder(WordEmbedder):
    """The stand-in, opened and closed as the real one."""

    def __init__(self, processes: int = 1) -> None:
        self.processes = processes

    def __enter__(self) -> Embedder:
        return self

    def __exit__(self, *_: object) -> None:
        return None


def give(client: Client, content: str = FILE, name: str = "mobilite.csv") -> Any:
    return client.post("/ecouter/", {"fichier": SimpleUploadedFile(name, content.encode())})


@pytest.fixture
def row(client: Client, collectivite: Collectivite) -> Consultation:
    """A consultation analysed, as a person leaves it after the wizard."""
    address = give(client)["Location"]
    page = client.get(address).content.decode()
    assert "27 lignes lues" in page.replace("\u00a0", " ").replace("\u202f", " ")
    answer = client.post(
        address,
        {
            "titre": "Mobilité",
            "colonnes": ["Réponse"],
            "profil": ["Quartier"],
            "question": "Que faut-il changer ?",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    assert run_waiting() == 1
    found: Consultation = Consultation.objects.for_(collectivite).get()
    return found


def themes(row: Consultation) -> Any:
    fresh = Consultation.objects.for_(row.collectivite_id).get(pk=row.pk)
    return convert.result_of(fresh, convert.answers_of(fresh)).themes


def decide(client: Client, row: Consultation, **values: Any) -> str:
    answer = client.post(f"/ecouter/{row.pk}/decider/", values, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_themes_page_counts_hides_and_searches(client: Client, row: Consultation) -> None:
    page = client.get(f"/ecouter/{row.pk}/signaux/").content.decode()
    assert "À lire en premier" in page and "renverser" in page
    assert "06 12 34 56 78" not in page and "[téléphone masqué]" in page
    found = client.get(f"/ecouter/{row.pk}/reponses/?q=cyclables").content.decode()
    assert "12" in found and "Des pistes cyclables continues" in found
    hidden = client.get(f"/ecouter/{row.pk}/reponses/?q=12 34 56").content.decode()
    assert "Aucune réponse ne correspond" in hidden
    assert client.get(f"/ecouter/{row.pk}/?theme=t1").status_code == 200


def test_a_person_decides_and_takes_back(client: Client, row: Consultation) -> None:
    before = [t.title for t in themes(row)]
    decide(client, row, acte="renommer", theme="t1", titre="Nom choisi")
    assert "Nom choisi" in [t.title for t in themes(row)]
    decide(client, row, acte="creer", titre="Sécurité")
    page = client.get(f"/ecouter/{row.pk}/decisions/").content.decode()
    assert "Qui a décidé quoi" in page and "Nom choisi" in page
    made = themes(row)[-1]
    decide(client, row, acte="deplacer", reponse=27, vers=made.id)
    assert {t.title: t.n_answers for t in themes(row)}["Sécurité"] == 1
    decide(client, row, acte="scinder", theme="t1", mot="dimanche", titre="Le dimanche")
    for _ in range(4):
        client.post(f"/ecouter/{row.pk}/annuler/")
    assert [t.title for t in themes(row)] == before


def test_merging_keeps_every_answer(client: Client, row: Consultation) -> None:
    tops = [t for t in themes(row) if t.parent is None]
    assert len(tops) >= 2
    total = len({a.row for a in convert.result_of(row, convert.answers_of(row)).answers})
    decide(client, row, acte="fusionner", theme=tops[1].id, vers=tops[0].id)
    fresh = Consultation.objects.for_(row.collectivite_id).get(pk=row.pk)
    result = convert.result_of(fresh, convert.answers_of(fresh))
    assert tops[1].id not in {t.id for t in result.themes}
    assert len({a.row for a in result.answers}) == total
    known = {t.id for t in result.themes}
    assert all(set(a.themes) <= known for a in result.answers)


def test_a_decision_without_its_precision_changes_nothing(
    client: Client, row: Consultation
) -> None:
    assert "rien n’a été changé" in decide(client, row, acte="renommer", theme="t1", titre="")
    assert "n’existe" in decide(client, row, acte="renommer", theme="t99", titre="Nom")
    assert not row.changes.exists()


def test_reading_a_sample_gives_an_interval(client: Client, row: Consultation) -> None:
    page = client.get(f"/ecouter/{row.pk}/relire/").content.decode()
    numbers = [n for n in range(1, 28) if f'name="reponse-{n}"' in page]
    answers = {f"reponse-{n}": "non" if n == numbers[0] else "oui" for n in numbers}
    said = client.post(f"/ecouter/{row.pk}/relire/", answers, follow=True).content.decode()
    plain = said.replace("\u00a0", " ").replace("\u202f", " ")
    assert f"{len(numbers) - 1} bien classées (entre" in plain


def test_the_report_is_signed_then_leaves_in_every_format(
    client: Client, row: Consultation, collectivite: Collectivite
) -> None:
    address = f"/ecouter/{row.pk}/rapport/"
    assert client.post(address, {}).status_code == 422
    client.post(address, {"lu": "on"})
    assert "Relu et signé par" in client.get(address).content.decode()
    for format in ("html", "docx", "odt", "pdf", "xlsx", "ods", "csv", "ouvertes", "json"):
        answer = client.get(f"/ecouter/{row.pk}/exporter/{format}/")
        assert answer.status_code == 200, format
        assert b"06 12 34 56 78" not in answer.content, format
    page = client.get(f"/ecouter/{row.pk}/exporter/html/").content.decode()
    assert '<svg class="map"' in page and "Qui parle de quoi" in page and "http" not in page
    data = json.loads(client.get(f"/ecouter/{row.pk}/exporter/json/").content)
    assert sum(data["accounting"].values()) == data["rows"] == 27
    book = client.get(f"/ecouter/{row.pk}/exporter/ods/").content
    assert zipfile.ZipFile(io.BytesIO(book)).testzip() is None
    acts = set(Entry.objects.for_(collectivite).values_list("act", flat=True))
    assert {"consultation.deposee", "consultation.depouillee", "consultation.signee"} <= acts


def test_a_decision_after_the_signature_asks_for_another(client: Client, row: Consultation) -> None:
    client.post(f"/ecouter/{row.pk}/rapport/", {"lu": "on"})
    decide(client, row, acte="renommer", theme="t1", titre="Autre nom")
    assert "n’est pas signé" in client.get(f"/ecouter/{row.pk}/rapport/").content.decode()


def test_what_cannot_be_read_is_said(client: Client) -> None:
    assert client.post("/ecouter/", {}).status_code == 422
    assert give(client, "", "vide.csv").status_code == 422
    assert give(client, "%PDF", "plan.pdf").status_code == 422


def test_two_people_decide_at_once_and_nothing_is_lost(
    client: Client, row: Consultation, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    other = signed_in(collectivite, Role.VALIDATEUR)
    decide(client, row, acte="renommer", theme="t1", titre="Par l’agent")
    decide(other, row, acte="creer", titre="Par l’autre")
    titles = [t.title for t in themes(row)]
    assert "Par l’agent" in titles and "Par l’autre" in titles
    decide(other, row, acte="supprimer", theme="t1")
    assert "n’existe" in decide(client, row, acte="renommer", theme="t1", titre="Trop tard")
    page = client.get(f"/ecouter/{row.pk}/decisions/").content.decode()
    assert page.count("Camille Martin 1") == 1 and page.count("Camille Martin 2") == 2


def test_an_agent_does_not_see_what_another_gave(
    row: Consultation, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    other = signed_in(collectivite)
    assert other.get(f"/ecouter/{row.pk}/").status_code == 404
    assert row.title not in other.get("/ecouter/").content.decode()


def test_the_example_is_three_hundred_answers(client: Client) -> None:
    address = client.post("/ecouter/exemple/")["Location"]
    page = client.get(address).content.decode()
    assert "300" in page and "Que faudrait-il changer" in page


def test_deleting_removes_the_file(client: Client, row: Consultation) -> None:
    row.refresh_from_db()
    paths = [Path(row.file.path), Path(row.points.path)]
    assert all(path.exists() for path in paths)
    client.post(f"/ecouter/{row.pk}/supprimer/")
    assert not any(path.exists() for path in paths)
    assert client.get(f"/ecouter/{row.pk}/").status_code == 404


def test_profiles_are_counted_and_small_numbers_hidden(client: Client, row: Consultation) -> None:
    page = client.get(f"/ecouter/{row.pk}/profils/").content.decode()
    assert "Qui parle de quoi" in page and "Nord" in page
    few = client.get(
        f"/ecouter/{row.pk}/reponses/", {"q": "renverser", "colonne": "Quartier", "valeur": "Nord"}
    ).content.decode()
    assert "Moins de 5" in few and "failli" not in few
    many = client.get(
        f"/ecouter/{row.pk}/reponses/", {"colonne": "Quartier", "valeur": "Nord"}
    ).content.decode()
    assert "12\u00a0réponses" in many or "13\u00a0réponses" in many


def test_answers_are_shown_without_the_profile_of_who_wrote(
    client: Client, row: Consultation
) -> None:
    page = client.get(f"/ecouter/{row.pk}/reponses/").content.decode()
    listed = page[page.index('class="lines"') :]
    assert "Nord" not in listed and "Sud" not in listed


TWO = "Âge;Que garder ?;Que changer ?\n" + "\n".join(
    f"{20 + i};{a};{b}"
    for i, (a, b) in enumerate(
        [("Le marché du samedi matin", "Plus de bus le soir")] * 3
        + [("Les arbres de la place", "Des pistes cyclables continues")] * 3
    )
)


def test_several_questions_of_one_file(client: Client, collectivite: Collectivite) -> None:
    address = give(client, TWO, "deux.csv")["Location"]
    values = {"titre": "Centre", "colonnes": ["Que garder ?", "Que changer ?"], "profil": ["Âge"]}
    first = client.post(address, values)["Location"]
    assert run_waiting() == 2
    rows = list(Consultation.objects.for_(collectivite).order_by("pk"))
    assert [r.column for r in rows] == ["Que garder ?", "Que changer ?"]
    assert rows[1].main == rows[0] and rows[0].profile == ["Âge"]
    page = client.get(first).content.decode()
    assert 'aria-label="Questions posées"' in page and rows[1].get_absolute_url() in page
    assert client.get(rows[1].get_absolute_url()).status_code == 200
    listed = client.get("/ecouter/").content.decode()
    assert listed.count("Centre</a>") == 1 and "2\u00a0questions" in listed
    client.post(f"/ecouter/{rows[1].pk}/supprimer/")
    assert Path(rows[0].file.path).exists()
    client.post(address, {**values, "colonnes": ["Que changer ?"]})
    run_waiting()
    assert Consultation.objects.for_(collectivite).count() == 1


def test_a_column_is_not_both_an_answer_and_a_profile(client: Client) -> None:
    address = give(client, TWO, "deux.csv")["Location"]
    values = {"titre": "Centre", "colonnes": ["Que garder ?"], "profil": ["Que garder ?"]}
    answer = client.post(address, values)
    assert answer.status_code == 422 and "déjà une colonne de réponses" in answer.content.decode()


def test_search_by_meaning_marks_the_passage_found(client: Client, row: Consultation) -> None:
    address = f"/ecouter/{row.pk}/reponses/"
    page = client.get(address, {"q": "bus du dimanche", "par": "sens"}).content.decode()
    assert '<mark class="info">Des bus le dimanche matin</mark>' in page
    assert "De la plus proche" in page
    words = client.get(address, {"q": "piste cyclable"}).content.decode()
    assert "Des pistes cyclables continues" in words and "<mark" not in words


def test_the_map_shows_each_idea_and_says_it_in_a_table(client: Client, row: Consultation) -> None:
    page = client.get(f"/ecouter/{row.pk}/carte/").content.decode()
    fresh = Consultation.objects.for_(row.collectivite_id).get(pk=row.pk)
    ideas = {(i["start"], a["row"]) for a in fresh.found["answers"] for i in a["ideas"]}
    drawn = page[page.index('<svg class="map"') : page.index("data-idea")]
    assert drawn.count("<a href=") == len(ideas) and drawn.count('tabindex="0"') == 1
    assert "06 12 34 56 78" not in page and "La même chose en tableau" in page
    lit = client.get(f"/ecouter/{row.pk}/carte/?theme=t1").content.decode()
    assert 'class="dim"' in lit and 'class="dim"' not in page


def test_without_meanings_kept_there_is_no_map(client: Client, row: Consultation) -> None:
    Consultation.objects.for_(row.collectivite_id).update(points="")
    assert client.get(f"/ecouter/{row.pk}/carte/").status_code == 404
    page = client.get(f"/ecouter/{row.pk}/reponses/?q=bus&par=sens").content.decode()
    assert "le sens</option>" not in page and "bus" in page


MORE = "Quartier;Réponse\n" + "\n".join(
    f"Nord;{text}"
    for text in [
        "Plus de bus le soir",
        "Un téléphérique vers le plateau",
        "Le téléphérique du plateau",
        "Construire le téléphérique sur le plateau",
        "Un téléphérique jusqu’au plateau",
        "nsp",
    ]
)


def added(client: Client, row: Consultation, content: str = MORE) -> Any:
    file = SimpleUploadedFile("suite.csv", content.encode())
    answer = client.post(f"/ecouter/{row.pk}/ajouter/", {"fichier": file})
    run_waiting()
    return answer


def test_new_answers_join_and_can_be_taken_back(client: Client, row: Consultation) -> None:
    decide(client, row, acte="renommer", theme="t1", titre="Nom validé")
    before = themes(row)
    assert added(client, row).status_code == 302
    page = client.get(f"/ecouter/{row.pk}/").content.decode().replace("\u00a0", " ")
    plain = page.replace("\u202f", " ")
    assert "33 réponses reçues" in plain and "1 nouveau thème" in plain, plain[:3000]
    after = themes(row)
    assert {t.id: t.title for t in before}.items() <= {t.id: t.title for t in after}.items()
    assert "éléphérique" in after[-1].title
    decide(client, row, acte="renommer", theme=after[-1].id, titre="Le téléphérique")
    assert "Le téléphérique" in [t.title for t in themes(row)]
    found = client.get(f"/ecouter/{row.pk}/reponses/?q=téléphérique").content.decode()
    assert "Un téléphérique vers le plateau" in found
    assert client.get(f"/ecouter/{row.pk}/carte/").status_code == 200
    client.post(f"/ecouter/{row.pk}/annuler/")
    client.post(f"/ecouter/{row.pk}/annuler/")
    assert themes(row) == before
    added(client, row)
    assert [t.id for t in themes(row)] == [t.id for t in after]
    client.post(f"/ecouter/{row.pk}/supprimer/")


def test_a_file_without_the_same_column_does_not_join(client: Client, row: Consultation) -> None:
    answer = added(client, row, "Autre;Colonne\na;b")
    assert answer.status_code == 422 and "n’a pas de colonne" in answer.content.decode()
    assert not row.arrivals.exists()


def test_a_decision_taken_meanwhile_is_not_lost(
    client: Client, row: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = work.join

    def slow(*args: Any, **more: Any) -> Any:
        deciding.change(
            row, "renommer", {"theme": "t1", "titre": "Décidé entre-temps"}, user=row.owner
        )
        return real(*args, **more)

    monkeypatch.setattr(work, "join", slow)
    added(client, row)
    assert "Décidé entre-temps" in [t.title for t in themes(row)]
    page = client.get(f"/ecouter/{row.pk}/").content.decode()
    assert "L’ajout de réponses n’est pas fini" in page and "pendant l’ajout" in page


def test_corrections_teach_and_the_person_accepts(client: Client, row: Consultation) -> None:
    address = f"/ecouter/{row.pk}/apprendre/"
    assert "Déplacez quelques réponses" in client.get(address).content.decode()
    decide(client, row, acte="creer", titre="Dimanche")
    made = themes(row)[-1].id
    decide(client, row, acte="deplacer", reponse=2, vers=made)
    assert "apprendre/" in client.get(f"/ecouter/{row.pk}/decisions/").content.decode()
    page = client.get(address).content.decode()
    assert "Comme la réponse 2" in page and 'value="4"' in page
    assert "rien n’a été changé" in client.post(address, {}, follow=True).content.decode()
    client.post(address, {"reponse": ["4", "13"]})
    assert themes(row)[-1].n_answers == 2
    client.post(f"/ecouter/{row.pk}/annuler/")
    assert themes(row)[-1].n_answers == 1


def test_the_themes_of_a_former_consultation_are_taken_again(
    client: Client, row: Consultation, collectivite: Collectivite
) -> None:
    decide(client, row, acte="renommer", theme="t1", titre="Bus et nuit")
    wanted = {t.title for t in themes(row) if t.id not in {o.parent for o in themes(row)}}
    address = give(client)["Location"]
    assert "consultation passée" in client.get(address).content.decode()
    values = {"titre": "Suite", "colonnes": ["Réponse"], "reprise": str(row.pk)}
    assert client.post(address, values).status_code == 302
    run_waiting()
    again = Consultation.objects.for_(collectivite).order_by("pk").last()
    assert again is not None and {t.title for t in themes(again)} == wanted
    other = client.post(address, {**values, "reprise": "99999"})
    assert other.status_code in (302, 422)


def plain(client: Client, row: Consultation, part: str = "") -> str:
    page: str = client.get(f"/ecouter/{row.pk}/{part}").content.decode()
    return page.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_row_is_shown_with_its_reason(client: Client, row: Consultation) -> None:
    page = plain(client, row, "comptes/")
    cells = [int(n) for n in re.findall(r'<td class="num">(?:<a [^>]*>)?(\d+)', page)]
    assert sum(cells) == 27 and re.search(r'class="num strong">27<', page)
    assert "La case est vide." in page and "Mises à part" in page
    listed = plain(client, row, "comptes/?raison=La personne dit qu’elle n’a pas d’avis.")
    assert "nsp" in listed and "Ligne 25" in listed
    assert "(case vide)" in plain(client, row, "comptes/?raison=La case est vide.")
    assert "Aucun texte n’a été reçu plusieurs fois" in page


def test_a_text_received_several_times_is_shown_once_with_its_copies(
    client: Client, collectivite: Collectivite
) -> None:
    text = "Nous, riverains de la voie verte, demandons à la mairie de garder les arbres du quai"
    rows = ["N;Réponse", *(f"1;{said}" for said in (text, "Plus de bus le soir", text, text))]
    address = give(client, "\n".join(rows))
    client.post(address["Location"], {"titre": "Quai", "colonnes": ["Réponse"]})
    run_waiting()
    made = Consultation.objects.for_(collectivite).get()
    page = plain(client, made, "comptes/")
    assert "Reçu 3 fois" in page and page.count("riverains de la voie verte") == 1


def test_each_answer_says_who_put_it_there(client: Client, row: Consultation) -> None:
    assert "Rangée par la machine." in plain(client, row, "reponses/?reponse=2")
    decide(client, row, acte="deplacer", reponse=2, vers="")
    assert "Rangée par <strong>Camille Martin" in plain(client, row, "reponses/?reponse=2")


def test_a_decision_says_what_it_changed(client: Client, row: Consultation) -> None:
    decide(client, row, acte="creer", titre="Dimanche")
    decide(client, row, acte="deplacer", reponse=2, vers=themes(row)[-1].id)
    page = plain(client, row, "decisions/")
    assert "1 réponse a changé de thème" in page and "vers « Dimanche »" in page
    assert "apprendre/" in plain(client, row, "reponses/")


def test_a_theme_goes_under_another_and_comes_out(client: Client, row: Consultation) -> None:
    decide(client, row, acte="creer", titre="Tout le quai")
    home = themes(row)[-1].id
    leaf = next(
        t for t in themes(row) if t.n_answers and t.id not in {o.parent for o in themes(row)}
    )
    assert "Changer de place" in plain(client, row, f"?theme={leaf.id}")
    decide(client, row, acte="ranger", theme=leaf.id, vers=home)
    found = {t.id: t for t in themes(row)}
    assert found[leaf.id].parent == home and found[home].n_answers == found[leaf.id].n_answers
    by_position = found[home].positions
    listed = plain(client, row, f"reponses/?theme={home}&position=sans")
    assert re.search(rf"\b{by_position['sans']} réponse", listed)
    decide(client, row, acte="ranger", theme=leaf.id, vers="")
    assert {t.id: t for t in themes(row)}[leaf.id].parent is None


def test_several_documents_are_an_answer_each(client: Client) -> None:
    letters = ["Plus de bus le soir, s’il vous plaît", "Des pistes cyclables; et du bleu", ""]
    files = [
        SimpleUploadedFile("lettre.txt", said.encode() if said else b"\x00\x01") for said in letters
    ]
    address = client.post("/ecouter/", {"fichier": files})["Location"]
    page = client.get(address).content.decode().replace("\u00a0", " ").replace("\u202f", " ")
    assert "3 lignes lues" in page and "et du bleu" in page and "lettre.txt" in page
