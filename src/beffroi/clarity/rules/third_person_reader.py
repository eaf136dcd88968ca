"""The reader spoken of as somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import FIDELITY_FIRST, Hit, Reading, Rule

_READER = re.compile(
    r"\b(?:[Ll][’']usager|[Ll]es usagers|[Ll]es administrés|[Ll][’']administré"
    r"|[Ll]e demandeur|[Ll]es demandeurs"
    r"|[Ll][’']intéressée?|[Ll]es intéressés|[Ll]e requérant"
    r"|[Ll][’']assujetti|[Ll]e redevable|[Ll]es redevables)\b"
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, match in reading.found(_READER):
        yield Hit(span=span, message=f"« {match[0]} » : si c’est le lecteur, dites « vous ».")


RULE = Rule(
    name="vous",
    title="S’adresser au lecteur",
    reason="« Vous » dit tout de suite qui est concerné.",
    reference="RLS 7.4",
    find=find,
    caution=FIDELITY_FIRST + "ne dites « vous » que si tous les lecteurs sont concernés.",
)
