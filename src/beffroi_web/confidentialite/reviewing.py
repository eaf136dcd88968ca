"""The review of a text before it is sent: what is shown, what is decided, what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from beffroi.privacy import Masked, detect, mask
from beffroi.privacy.review import Decision, Group, added, decided, doubt, groups
from beffroi.privacy.sensitive import Sensitive, sensitive
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite import actions
from beffroi_web.confidentialite.models import Listed


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """``masked``: the text that would leave. ``share``: the meter of doubt, 0 to 100.

    ``blocked``: a doubt remains and must be settled first. ``more``: passages added by the person.
    """

    masked: Masked
    groups: list[Group]
    sensitive: list[Sensitive]
    share: int
    blocked: bool
    more: tuple[str, ...]

    @property
    def choices(self) -> dict[str, list[str]]:
        """What this request leaves in clear and masks besides, whatever the lists say."""
        left = [text for g in self.groups if g.decision == "laisser" for text in g.texts]
        return {"never": left, "always": list(self.more)}


def review(text: str, sent: QueryDict, *, collectivite: Collectivite, block: bool) -> Reviewed:
    """The review of ``text`` with the decisions that ``sent`` bears."""
    more = tuple(line.strip() for line in sent.get("ajouts", "").splitlines() if line.strip())
    found = detect(text, lists=actions.lists_of(collectivite))
    asked = added(text, more)
    every = groups(mask(text, mentions=decided(found, (), asked)), _decisions(sent))
    left = [group for group in every if group.decision == "laisser"]
    share = doubt(every)
    return Reviewed(
        masked=mask(text, mentions=decided(found, left, asked)),
        groups=every,
        sensitive=sensitive(text),
        share=round(100 * share),
        blocked=bool(block and share),
        more=more,
    )


def _decisions(sent: QueryDict) -> dict[str, Decision]:
    values: dict[str, Decision] = {"masquer": "masquer", "laisser": "laisser"}
    return {
        name.removeprefix("decision-"): values.get(str(sent[name]), "")
        for name in sent
        if name.startswith("decision-")
    }


def keep_choices(
    reviewed: Reviewed, sent: Mapping[str, object], *, user: User, collectivite: Collectivite
) -> None:
    """The choices that the person asked to keep feed the lists of the collectivité."""
    for group in reviewed.groups:
        if f"retenir-{group.key}" in sent and group.decision:
            kind = Listed.Kind.NEVER if group.decision == "laisser" else Listed.Kind.ALWAYS
            for text in group.texts:
                actions.keep(kind, text, user=user, collectivite=collectivite)
    if "retenir-ajouts" in sent:
        for line in reviewed.more:
            actions.keep(Listed.Kind.ALWAYS, line, user=user, collectivite=collectivite)
