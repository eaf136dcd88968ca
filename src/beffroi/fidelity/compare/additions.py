"""What the draft says and the source does not: a cause, a promise, an advantage, a whole idea."""

from __future__ import annotations

import re
from functools import cache

from beffroi.fidelity.compare.coordination import joins
from beffroi.fidelity.reach import unmatched
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word, key_of
from beffroi.findings import Finding, Severity, Span
from beffroi.french.flat import bare
from beffroi.french.lexicon import lexicon

WHY = "La source ne le dit pas : la collectivité s’engagerait sur ce qu’elle n’a pas écrit."
#: Words of courtesy and of plain writing: they say nothing of the matter.
FILLER = frozenset(
    bare(
        """bravo félicitations super génial chouette hourra envie merci bonjour madame monsieur cordialement compréhension disposition remercions remercier
        vœux bienvenue rendez rendez-vous parti voir profiter profitez venez reste restons rouvrir rouvrira nombreux nombreuse attend
        attendons oublier oubliez penser pensez noter notez savoir attention rappel bref info infos
        information informations question questions besoin plaît agenda date dates heure heures lieu
        chose choses faire dire mettre prendre avoir être aller pouvoir devoir vouloir falloir
        signifie signifier veut dire appelle appeler ensuite alors donc sinon oui non nouveau nouvelle
        donner bonne bon beau bel grand petit jour jours matin soir semaine mois année an ans temps moment
        personne gens monde façon manière fois cas exemple part partie type sorte vert avis
        aujourd hui demain hier maintenant désormais déjà encore habitant habitants citoyen ville
        commune mairie service adresse téléphone mail courriel site rubrique lien clic cliquez
        règle règles loi lois texte lettre courrier arrêté décision document documents
        place suite haut bas dessous dessus suivant suivante suivants suivantes propos sujet"""  # noqa: E501
    ).split()
)
#: Things so general that plain writing brings them in freely.
GENERIC = frozenset(
    bare(
        """abord attestation rouverture nature bord plein air endroit personne personnes seul seule seuls seules possible possibles prochain prochaine enfant enfants lundi mardi mercredi jeudi vendredi samedi dimanche semaine mois endroits terrain rue famille moyen exception condition tour moitié bout
        travaux échange droit problème réponse maison logement voiture véhicule argent somme prix
        papier papiers pièce dossier demande formulaire bureau guichet accueil porte côté début fin
        retard avance obligation interdiction permission autorisation accord refus règlement raison
        groupe équipe agent adulte parent parents mineur majeur voisin usager public étape objet
        numéro nom prénom âge naissance nombre quantité durée délai horaire ouverture fermeture
        objectif conseil aide service contact mot phrase page ligne liste détail résultat effet but
        sujet histoire action geste travail activité usage utilisation attente tarif gens maximum
        minimum total reste ensemble plupart vie sécurité danger risque respect changement
        tri collecte déchet sac bac poubelle arrêt bus transport trajet départ arrivée chemin
        membre membres recours juge tribunal maire élu mairie voix vote séance réunion rencontre projet"""  # noqa: E501
    ).split()
)
#: Occurrences per million words in books above which a noun is too general to be news.
_COMMON = 45.0
#: Two words this near in use name one thing.
_STRICT = 0.68
_CAUSE = re.compile(
    r"(?<!\w)(?:a cause d[eu]s?|en raison d[eu]s?|car|parce qu[e']|faute d[e']|suite (?:a|au|aux)|grace (?:a|au|aux)|du fait d[eu]s?|puisqu[e']|pour cause d[e']|afin d[e']|dans le but d[e'])(?!\w)"  # noqa: E501
)
_SOON = re.compile(r"(?<!\w)(?:bientot|prochain\w*|sous peu|a venir|futur\w*)(?!\w)")
_REASON = re.compile(
    _CAUSE.pattern + r"|(?<!\w)(?:motif|considerant|compte tenu|etant|ayant|par suite|apres)(?!\w)"
)
_PROMISE = re.compile(
    r"(?<!\w)(?:gratuit\w*|offert\w*|garanti\w*|automatiquement|rembours\w+|sans frais|par exemple|bientot|prochainement|semaine prochaine|mois prochain|definitivement|immediatement|en priorite|a vie|cadeau|bonus|meme (?:en cas|si|sans|avec)|aucun risque|sans risque|toute urgence)(?!\w)"  # noqa: E501
)
_FREE = re.compile(
    r"(?<!\w)(?:gratuit\w*|graci\w+|offert\w*|sans frais|sans payer|rien a payer|entree libre|acces libre)(?!\w)"  # noqa: E501
)
_FUTURE = re.compile(
    r"(?<!\w)(?:\w{2,}(?:era|eront|erez|ira|iront|dra|dront)|sera|seront|aura|auront|va|vont|serez|aurez|allons)(?!\w)"
)
_END = re.compile(r"[.;:!?()\n]|, ")


def compare_additions(sides: Sides) -> list[Finding]:
    groups = (*sides.source.words, *sides.common.words)
    known = [word for group in groups for word in group if word.content]
    findings: list[Finding] = []
    filler = _filler_keys()
    for index, span in enumerate(sides.draft.sentences):
        words = [w for w in _free(sides.draft, index) if not (w.form in FILLER or w.key in filler)]
        new = unmatched(words, known)
        severity = _weigh(sides, index, words, new) if new else None
        place = _narrow(sides.draft, span, new)
        if severity:
            findings.append(_finding(sides, severity, index, place))
            continue
        marked = _marked(sides, index, unmatched(words, known, near=_STRICT))
        findings += marked or _nouns(sides, index, new)
    return findings + _joined(sides, known)


def _joined(sides: Sides, known: list[Word]) -> list[Finding]:
    """« … et votre avis d’imposition »: something more is asked or offered."""
    findings = []
    for join in joins(sides.draft):
        words = _free(sides.draft, join.sentence)
        right = [w for w in words if w.start >= join.at][:3]
        left = [w for w in words if w.end <= join.at][-2:]
        things = [
            w for w in right if w.written in lexicon().nouns and w.form not in GENERIC | FILLER
        ]
        new = unmatched(things, known, near=_STRICT)
        if things[:1] == new[:1] and new and len(unmatched(left, known)) < len(left):
            place = Span(start=join.at, end=new[0].end)
            findings.append(_finding(sides, "a_verifier", join.sentence, place))
    return findings


@cache
def _filler_keys() -> frozenset[str]:
    return frozenset(key_of(word) for word in FILLER)


@cache
def _generic_keys() -> frozenset[str]:
    return frozenset(key_of(word) for word in GENERIC)


def _nouns(sides: Sides, index: int, new: list[Word]) -> list[Finding]:
    """A precise thing that the source does not name: « copie », « émission », « café »."""
    start = sides.draft.sentences[index].start
    things = [w for w in new if _is_thing(w) and (not w.capital or w.start == start)]
    return [
        _finding(sides, "a_verifier", index, Span(start=w.start, end=w.end)) for w in things[:1]
    ]


def _is_thing(word: Word) -> bool:
    tables = lexicon()
    if word.written not in tables.nouns or word.form in GENERIC or word.key in _generic_keys():
        return False
    if tables.frequency.get(word.written, 0.0) > _COMMON:
        return False
    forms = {slot[:7] for _, slot in tables.conjugated.get(word.written, ())}
    return word.written not in tables.participles and not forms & {"ind:pre", "imp:pre", "inf"}


def _free(side: Side, index: int) -> list[Word]:
    """The content words of a sentence that belong to no fact: facts are compared apart."""
    spans = [fact.span for fact in side.facts]
    return [
        word
        for word in side.content(index)
        if not any(span.start <= word.start < span.end for span in spans)
    ]


def _weigh(sides: Sides, index: int, words: list[Word], new: list[Word]) -> Severity | None:
    """A whole sentence that nothing of the source supports."""
    share = len(new) / len(words)
    plain = sides.draft.plain_sentence(index)
    if share >= 0.7 and (len(new) >= 3 or (len(new) == 2 and sides.best_source(index)[1] < 0.15)):
        return "a_verifier"
    if (
        len(new) >= 1
        and share >= 0.5
        and _FUTURE.search(plain)
        and sides.best_source(index)[1] < 0.35
    ):
        return "a_verifier"
    return None


def _marked(sides: Sides, index: int, new: list[Word]) -> list[Finding]:
    """A cause, an example or an advantage that opens on new words."""
    span = sides.draft.sentences[index]
    findings = []
    for pattern, most in ((_CAUSE, 60), (_PROMISE, 0)):
        for match in pattern.finditer(sides.draft.plain, span.start, span.end):
            end = _END.search(sides.draft.plain, match.end(), span.end)
            stop = (
                min(end.start() if end else span.end, match.end() + most) if most else match.end()
            )
            first = match.end() if pattern is _CAUSE else match.start()
            inside = [w for w in new if first <= w.start < max(stop, match.end())]
            said = _is_said(match[0], sides)
            if pattern is _CAUSE and _REASON.search(sides.source.plain) and len(inside) < 3:
                continue
            if inside and not said:
                place = Span(start=match.start(), end=max(stop, match.end()))
                findings.append(_finding(sides, "a_verifier", index, place))
    return findings[:1]


def _is_said(phrase: str, sides: Sides) -> bool:
    """The source has the phrase, or another way of saying « free of charge »."""
    plains = (sides.source.plain, sides.common.plain)
    same = next((p for p in (_FREE, _SOON) if p.match(phrase)), None)
    return any(phrase in plain or (same and same.search(plain)) for plain in plains)


def _narrow(side: Side, span: Span, new: list[Word]) -> Span:
    return Span(start=new[0].start, end=new[-1].end) if new else span


def _finding(sides: Sides, severity: Severity, index: int, place: Span) -> Finding:
    return finding(
        "ajout", severity, "Une information est ajoutée", WHY, source=None, draft=place,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
