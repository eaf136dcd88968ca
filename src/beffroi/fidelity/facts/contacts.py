"""Telephones, e-mails, web and postal addresses."""

from __future__ import annotations

from beffroi.fidelity.facts.reading import Reading
from beffroi.french.contacts import contacts


def read_contacts(reading: Reading) -> None:
    for contact in contacts(reading.text):
        value = (contact.value, contact.number) if contact.kind == "adresse" else (contact.value,)
        reading.add(contact.kind, value, contact.span, bound="", approximate=False)
