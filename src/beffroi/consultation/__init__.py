"""Écouter: from the answers of a consultation to themes and a synthesis that anyone can check."""

from beffroi.consultation.assign import Given
from beffroi.consultation.listen import listen
from beffroi.consultation.types import Answer, Idea, Result, Theme

__all__ = ["Answer", "Given", "Idea", "Result", "Theme", "listen"]
