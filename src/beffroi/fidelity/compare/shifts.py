"""Which change of class of modality is serious, and which is only another way of saying."""

from __future__ import annotations

from beffroi.findings import Severity

#: (class of the source, class of the rewrite) → how serious. What is not here is legitimate.
SHIFTS: dict[tuple[str, str], Severity] = {
    ("obligation", "permission"): "bloquant",
    ("obligation", "conseil"): "bloquant",
    ("obligation", "dispense"): "bloquant",
    ("interdiction", "permission"): "bloquant",
    ("interdiction", "dispense"): "bloquant",
    ("interdiction", "conseil"): "bloquant",
    ("interdiction", "imperatif"): "bloquant",
    ("permission", "obligation"): "bloquant",
    ("permission", "interdiction"): "bloquant",
    ("dispense", "obligation"): "bloquant",
    ("dispense", "interdiction"): "bloquant",
    ("conseil", "obligation"): "bloquant",
    ("conseil", "interdiction"): "bloquant",
    ("imperatif", "permission"): "a_verifier",
    ("imperatif", "dispense"): "bloquant",
    ("imperatif", "conseil"): "a_verifier",
}
#: Classes that say the class of the source, each in its way.
ANSWERS: dict[str, frozenset[str]] = {
    "obligation": frozenset({"obligation", "imperatif"}),
    "interdiction": frozenset({"interdiction"}),
    "permission": frozenset({"permission", "dispense", "imperatif", "conseil"}),
    "dispense": frozenset({"dispense", "permission"}),
    "conseil": frozenset({"conseil", "imperatif", "permission"}),
    "imperatif": frozenset({"imperatif", "obligation"}),
}
NAMES = {
    "obligation": "une obligation",
    "interdiction": "une interdiction",
    "permission": "une permission",
    "dispense": "une dispense",
    "conseil": "un conseil",
    "imperatif": "une consigne",
}
