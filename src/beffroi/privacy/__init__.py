"""Personal data: recognised, masked before a model sees them, restored exactly.

>>> masked = mask("Écrire à jeanne@exemple.fr")
>>> masked.text
'Écrire à [COURRIEL_1]'
>>> restore("Réponse envoyée à **[courriel_1]**.", masked.table).text
'Réponse envoyée à **jeanne@exemple.fr**.'
"""

from beffroi.privacy.detect import detect, detect_all
from beffroi.privacy.lists import NO_LISTS, Lists
from beffroi.privacy.mask import mask, mask_all
from beffroi.privacy.restore import StreamRestorer, restore
from beffroi.privacy.types import Kind, Label, Masked, Mention, Placed, Restored, Table

__all__ = [
    "NO_LISTS",
    "Kind",
    "Label",
    "Lists",
    "Masked",
    "Mention",
    "Placed",
    "Restored",
    "StreamRestorer",
    "Table",
    "detect",
    "detect_all",
    "mask",
    "mask_all",
    "restore",
]
