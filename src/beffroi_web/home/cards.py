"""The cards of the first page: what a person can do. A card without a page is not shown."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi_web.look.rooms import address_of
from beffroi_web.modeles.available import shipped


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """``route`` and ``modele`` make its address; ``tone`` is a class of the stylesheet."""

    route: str
    title: str
    text: str
    tone: str = "action"
    modele: str = ""


CARDS = (
    Card(
        route="clarifier:accueil",
        title="Rendre un texte plus clair",
        text="Langage clair, SMS, affiche, publication. Le sens est vérifié ligne par ligne.",
    ),
    Card(
        route="clarifier:accueil",
        modele="reponse-courrier",
        title="Répondre à un courrier",
        text="Une première version, avec les points à traiter et les faits du courrier.",
    ),
    Card(
        route="openings:courriers",
        title="Lire les courriers reçus",
        text="Les lettres de la boîte de la collectivité, chacune avec son brouillon de réponse.",
    ),
    Card(
        route="clarifier:accueil",
        modele="sms-alerte",
        title="Alerter les habitants",
        text="Coupure, travaux, intempéries : un SMS exact, qui tient dans sa longueur.",
        tone="brick",
    ),
    Card(
        route="clarifier:accueil",
        modele="affiche",
        title="Faire une affiche",
        text="Quoi, quand, où, pour qui : une page sobre, prête à imprimer en A4 ou en A3.",
        tone="bronze",
    ),
    Card(
        route="verifier:accueil",
        title="Vérifier une réécriture",
        text="Dit-elle bien la même chose que le texte d’origine ? Les écarts, un par un.",
        tone="verdigris",
    ),
    Card(
        route="lisibilite:accueil",
        title="Mesurer la lisibilité",
        text="Phrases, mots, tournures : ce qui gêne la lecture, et pourquoi.",
        tone="sky",
    ),
    Card(
        route="confidentialite:accueil",
        title="Masquer des données personnelles",
        text="Noms, adresses, numéros : un document qui peut sortir, et que l’on peut rétablir.",
        tone="bronze",
    ),
    Card(
        route="consultation:accueil",
        title="Dépouiller une consultation",
        text="De 150 à un million de réponses : thèmes, positions, signaux faibles.",
        tone="verdigris",
    ),
    Card(
        route="meetings:accueil",
        title="Faire un compte rendu",
        text="À partir d’un enregistrement ou de notes : décisions, votes, actions.",
        tone="bronze",
    ),
    Card(
        route="assistants:accueil",
        title="Poser une question",
        text="Une réponse tirée de vos documents, avec le passage exact.",
        tone="sky",
    ),
)


def built() -> list[dict[str, str]]:
    """The cards whose page and modèle exist, ready for the template."""
    return [
        {"title": card.title, "text": card.text, "tone": card.tone, "url": _address(card)}
        for card in CARDS
        if _address(card)
    ]


def _address(card: Card) -> str:
    if card.modele and card.modele not in shipped():
        return ""
    url = address_of(card.route)
    return f"{url}?modele={card.modele}" if url and card.modele else url
