"""The names, units and meanings of the measures of a profile, in the order in which they show."""

from __future__ import annotations

from beffroi.clarity.types import Direction, Measure

#: name → label, unit, easier when, meaning.
_KNOWN: dict[str, tuple[str, str, Direction, str]] = {
    "kandel_moles": (
        "Indice de Kandel et Moles",
        "sur 100 environ",
        "haut",
        "Au-dessus de 60, un texte courant ; sous 40, un texte difficile. Il ne mesure que la "
        "longueur des mots et des phrases.",
    ),
    "lix": (
        "Indice LIX",
        "points",
        "bas",
        "Sous 40, facile ; au-dessus de 55, difficile. Il compte les mots de plus de six lettres.",
    ),
    "mots_par_phrase": (
        "Mots par phrase, en moyenne",
        "mots",
        "bas",
        "Une phrase de 15 mots se retient ; au-delà de 20, beaucoup de lecteurs perdent le début.",
    ),
    "phrases_12": (
        "Phrases de plus de 12 mots",
        "%",
        "bas",
        "Pour un brouillon FALC, aucune phrase ne devrait dépasser une douzaine de mots.",
    ),
    "phrases_15": (
        "Phrases de plus de 15 mots",
        "%",
        "bas",
        "Quinze mots : la longueur que tout le monde lit sans effort.",
    ),
    "phrases_20": (
        "Phrases de plus de 20 mots",
        "%",
        "bas",
        "Au-delà de vingt mots, il faut souvent relire : coupez ces phrases d’abord.",
    ),
    "phrases_25": (
        "Phrases de plus de 25 mots",
        "%",
        "bas",
        "Au-delà de vingt-cinq mots, une partie des lecteurs abandonne.",
    ),
    "syllabes_par_mot": (
        "Syllabes par mot, en moyenne",
        "syllabes",
        "bas",
        "Le français courant en compte environ 1,6 ; le français administratif, plus de 1,8.",
    ),
    "passifs": (
        "Tournures passives",
        "pour 100 phrases",
        "bas",
        "Le passif cache souvent qui doit agir.",
    ),
    "noms_d_action": (
        "Noms d’action",
        "pour 100 mots",
        "bas",
        "« La vérification » se comprend moins vite que « vérifier ».",
    ),
    "negations": (
        "Négations",
        "pour 100 phrases",
        "bas",
        "Une négation se lit moins vite ; gardez celles qui disent une interdiction.",
    ),
    "conditionnels": (
        "Verbes au conditionnel",
        "pour 100 phrases",
        "bas",
        "Le conditionnel fait douter ; gardez-le quand le doute est réel.",
    ),
    "subordonnees": (
        "Propositions subordonnées par phrase",
        "par phrase",
        "bas",
        "Plus d’une par phrase, et l’idée principale se perd.",
    ),
    "jargon": (
        "Mots administratifs",
        "pour 100 mots",
        "bas",
        "Chacun de ces mots a un équivalent plus courant.",
    ),
    "mots_rares": (
        "Mots rares",
        "pour 100 mots",
        "bas",
        "Des mots que l’on rencontre moins d’une fois par million de mots dans les livres.",
    ),
    "sigles_inexpliques": (
        "Sigles non expliqués",
        "sigles",
        "bas",
        "Un sigle s’explique la première fois qu’il apparaît.",
    ),
    "grands_nombres": (
        "Nombres au-dessus de 1 000",
        "nombres",
        "bas",
        "Un grand nombre parle peu ; gardez-le, et aidez à se le figurer.",
    ),
    "paragraphe_moyen": (
        "Mots par paragraphe, en moyenne",
        "mots",
        "bas",
        "Un paragraphe court, une seule idée.",
    ),
    "paragraphe_long": (
        "Paragraphe le plus long",
        "mots",
        "bas",
        "Au-delà de 80 mots, un bloc décourage la lecture.",
    ),
}


def measure(name: str, value: float) -> Measure:
    """The measure called ``name`` with its label, unit and meaning."""
    label, unit, better, meaning = _KNOWN[name]
    return Measure(
        name=name, label=label, value=round(value, 2), unit=unit, better=better, meaning=meaning
    )
