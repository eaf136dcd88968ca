"""The exports of survey tools, with the headings that they really write, in French and English."""

from __future__ import annotations

import pytest

from beffroi.consultation.survey import answers_of, columns_of, open_columns, person_column, tool_of
from beffroi.consultation.table import read_csv

QUESTION = "Que faudrait-il améliorer dans votre quartier ?"
SAID = (
    "Des pistes cyclables continues jusqu’à la gare",
    "Plus de bus le soir et le dimanche",
    "Des arbres sur la place du marché, il fait trop chaud",
    "Refaire les trottoirs de la rue Haute",
)
PLACES = ("Nord", "Sud", "Nord", "Sud")

LIMESURVEY = "id,submitdate,lastpage,startlanguage,seed,startdate,datestamp,ipaddr,refurl,quartier"
LIMESURVEY_FR = (
    "ID de la réponse,Date de soumission,Dernière page,Langue de départ,Tête de série,"
    "Date de lancement,Date de la dernière action,Adresse IP,URL référente,quartier"
)
LIMESURVEY_EN = (
    "Response ID,Date submitted,Last page,Start language,Seed,Date started,Date last action,"
    "IP address,Referrer URL,quartier"
)
FRAMAFORMS = "Serial,SID,Time,Draft,IP Address,UID,Username,quartier"
FRAMAFORMS_FR = "Numéro de série,SID,Heure,Brouillon,Adresse IP,UID,Nom d’utilisateur,quartier"
GOOGLE = "Horodateur,Adresse e-mail,quartier"
GOOGLE_EN = "Timestamp,Email Address,quartier"
MICROSOFT = (
    "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Heure de la dernière modification,"
    "quartier"
)
MICROSOFT_EN = "ID,Start time,Completion time,Email,Name,Last modified time,quartier"
DECIDIM_SURVEY = "ID,Session Token,User Status,IP Hash,Created at,quartier"
CAP_SURVEY = (
    "id,reference,createdAt,publishedAt,updatedAt,trashed,trashedStatus,authorId,"
    "authorType,quartier"
)

DECIDIM = (
    "id,category/id,category/name/fr,scope/id,scope/name/fr,participatory_space/id,"
    "participatory_space/url,component/id,title/fr,body/fr,state,supports,comments,published_at,url"
)
CAP = (
    "contributions_id,contributions_author_id,contributions_author_username,contributions_title,"
    "contributions_bodyText,contributions_createdAt,contributions_votesCount"
)


def cell(heading: str, row: int) -> str:
    """What a tool writes under a heading: a date, a number, an address; a word for the rest."""
    flat = heading.lower()
    if flat == "quartier":
        return PLACES[row]
    if any(part in flat for part in ("date", "heure", "time", "horodateur", "created", "at")):
        return f"2026-03-0{row + 1} 10:0{row}:00"
    if "mail" in flat or "messagerie" in flat:
        return f"personne{row}@exemple.fr"
    return str(1000 + row)


def export(headings: str, question: str = QUESTION) -> str:
    names = headings.split(",")
    lines = [",".join([*names, f'"{question}"'])]
    for row, text in enumerate(SAID):
        lines.append(",".join([*(cell(name, row) for name in names), f'"{text}"']))
    return "\r\n".join(lines)


@pytest.mark.parametrize(
    ("headings", "tool"),
    [
        (LIMESURVEY, "LimeSurvey"),
        (LIMESURVEY_FR, "LimeSurvey"),
        (LIMESURVEY_EN, "LimeSurvey"),
        (FRAMAFORMS, "Framaforms"),
        (FRAMAFORMS_FR, "Framaforms"),
        (GOOGLE, "Google Forms"),
        (GOOGLE_EN, "Google Forms"),
        (MICROSOFT, "Microsoft Forms"),
        (MICROSOFT_EN, "Microsoft Forms"),
        (DECIDIM_SURVEY, "Decidim"),
        (CAP_SURVEY, "Cap Collectif"),
    ],
)
def test_a_questionnaire_is_recognised_and_its_columns_sorted(headings: str, tool: str) -> None:
    table = read_csv(export(headings))
    assert tool_of(table) == tool
    assert open_columns(table) == (QUESTION,)
    answers = answers_of(table, QUESTION)
    assert [answer.text for answer in answers] == list(SAID)
    assert [answer.profile for answer in answers] == [{"quartier": place} for place in PLACES]


@pytest.mark.parametrize(
    ("headings", "body", "tool"),
    [
        (DECIDIM, "body/fr", "Decidim"),
        (DECIDIM.replace("/fr", ""), "body", "Decidim"),
        (CAP, "contributions_bodyText", "Cap Collectif"),
    ],
)
def test_contributions_are_recognised_and_their_text_is_the_answer(
    headings: str, body: str, tool: str
) -> None:
    names = headings.split(",")
    lines = [headings]
    for row, text in enumerate(SAID):
        lines.append(",".join(f'"{text}"' if name == body else cell(name, row) for name in names))
    table = read_csv("\n".join(lines))
    assert tool_of(table) == tool
    assert open_columns(table)[0] == body
    assert [answer.text for answer in answers_of(table, body)] == list(SAID)


def test_framaforms_writes_two_rows_above_its_headings() -> None:
    above = f"Formulaire de quartier{',' * 8}\nDétails de la soumission{',' * 7},Réponses\n"
    table = read_csv(above + export(FRAMAFORMS_FR))
    assert tool_of(table) == "Framaforms"
    assert len(table.rows) == len(SAID)
    assert open_columns(table) == (QUESTION,)


def test_a_heading_half_empty_is_still_the_heading() -> None:
    table = read_csv("avis,,\nplus de bus le soir,Nord,3\n")
    assert table.columns[0] == "avis"
    assert len(table.rows) == 1


def test_who_answers_is_a_column_only_when_people_come_back() -> None:
    once = read_csv("auteur;avis\nA;plus de bus\nB;des arbres\n")
    twice = read_csv("auteur;avis\nA;plus de bus\nA;des arbres\n")
    assert person_column(once) == ""
    assert person_column(twice) == "auteur"


def test_a_file_of_no_known_tool_goes_by_its_cells() -> None:
    lines = [f"{row};{text}" for row, text in enumerate(SAID)]
    table = read_csv("\n".join(["col1;col2", *lines]))
    assert tool_of(table) == ""
    assert {column.name: column.role for column in columns_of(table)}["col2"] == "ouverte"
