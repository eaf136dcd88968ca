"""Where data may go: what the charter of a collectivité allows, for this model.

Default (design, section 7): public and internal data anywhere that the collectivité configured;
personal data leave the machine only masked; sensitive data never leave it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from beffroi.drafting.types import DataClass
from beffroi.errors import PolicyRefused
from beffroi.llm.types import ModelInfo, Place

#: From the nearest to the farthest.
PLACES: tuple[Place, ...] = ("machine", "maison", "france_ue", "ailleurs")

_WORDS: dict[Place, str] = {
    "machine": "sur cette machine",
    "maison": "dans la maison",
    "france_ue": "en France ou dans l’Union européenne",
    "ailleurs": "hors de l’Union européenne",
}

DEFAULT_FARTHEST: Mapping[DataClass, Place] = {
    "publique": "ailleurs",
    "interne": "ailleurs",
    "personnelle": "ailleurs",
    "sensible": "machine",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """``farthest``: for each class of data, the farthest place that may receive it.

    ``unmasked``: the farthest place that may receive personal data in clear.
    """

    farthest: Mapping[DataClass, Place] = field(default_factory=lambda: dict(DEFAULT_FARTHEST))
    unmasked: Place = "machine"

    def check(self, data_class: DataClass, info: ModelInfo) -> None:
        """Raises :class:`PolicyRefused` when ``info.place`` is too far for ``data_class``."""
        allowed = self.farthest[data_class]
        if _distance(info.place) > _distance(allowed):
            raise PolicyRefused(
                f"Des données de classe « {data_class} » ne peuvent être traitées que "
                f"{_WORDS[allowed]} ; « {info.title} » est {_WORDS[info.place]}."
            )

    def masks(self, data_class: DataClass, info: ModelInfo, *, modele_allows: Place) -> bool:
        """Whether personal data must be replaced by tokens before they reach this model.

        Always beyond the machine, unless both the policy and the modèle allow that place, and
        never lifted for data said to be personal or sensitive.
        """
        if info.place == "machine":
            return False
        if data_class in ("personnelle", "sensible"):
            return True
        nearest = min(_distance(self.unmasked), _distance(modele_allows))
        return _distance(info.place) > nearest


DEFAULT_POLICY = Policy()


def _distance(place: Place) -> int:
    return PLACES.index(place)
