"""Tracks for action: what people ask for, grouped and ranked by criteria that are said.

Nothing is recommended: a track is a theme where answers ask for something, with how many people,
how much they agree, and whether danger is reported there. The decision belongs to people.
"""

from __future__ import annotations

from beffroi.consultation.synthesis import CITED, NB, inside, number
from beffroi.consultation.types import Result, Statement, Theme

#: Fewer answers than this are a weak signal, not a track.
FEWEST = 2
MOST = 12
CRITERIA = (
    "Les pistes sont classées par le nombre de personnes, puis par l’accord entre elles "
    "(part des réponses qui ne sont pas opposées). Un danger signalé est indiqué. "
    "La décision n’est pas proposée : elle vous revient."
)


def tracks(result: Result) -> tuple[Statement, ...]:
    """One statement a sub-theme (or theme without any), the most asked for first."""
    above = {theme.parent for theme in result.themes}
    leaves = [t for t in result.themes if t.id not in above and t.n_people >= FEWEST]
    ranked = sorted(leaves, key=lambda t: (-t.n_people, -_agreed(t), t.id))[:MOST]
    return tuple(_track(theme, result) for theme in ranked)


def _agreed(theme: Theme) -> float:
    return 1 - theme.positions["contre"] / max(1, theme.n_answers)


def _track(theme: Theme, result: Result) -> Statement:
    urgent = {signal.row for signal in result.weak_signals if signal.urgency >= 3}
    under = [a for a in result.answers if theme.id in a.themes]
    alarms = [a.row for a in under if a.row in urgent]
    against = [a.row for a in under if inside(theme, a) == "contre" and a.ideas]
    shown = [idea.row for idea in theme.verbatims]
    count = theme.positions["contre"]
    people = f"{number(theme.n_people)}{NB}personne{'s' * (theme.n_people > 1)}"
    text = f"{theme.title}{NB}: {people}"
    if count:
        text += f", dont {number(count)}{NB}réponse{'s' * (count > 1)} opposée{'s' * (count > 1)}"
    if alarms:
        text += f"{NB}; danger signalé (réponse{NB}{alarms[0]})"
    cites = dict.fromkeys([*shown[:3], *against[:1], *alarms[:1]])
    return Statement(text=f"{text}.", cites=tuple(cites)[:CITED], about=theme.id)
