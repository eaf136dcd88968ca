"""What a reading of a few answers says of all of them: a proportion and its interval."""

from __future__ import annotations

from math import sqrt

from beffroi.consultation.synthesis import NB

#: 95 % of such intervals hold the true proportion.
Z = 1.96


def wilson(right: int, read: int) -> tuple[float, float]:
    """The interval of a proportion (Wilson, 1927), 0 to 1; (0, 1) when nothing was read."""
    if read <= 0:
        return 0.0, 1.0
    share, weight = right / read, Z * Z / read
    centre = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / read + weight / (4 * read)) / (1 + weight)
    return max(0.0, centre - half), min(1.0, centre + half)


def said(right: int, read: int) -> str:
    """« sur 40 réponses relues, 33 bien classées (entre 68 % et 91 %) »."""
    if not read:
        return "Aucune réponse n’a encore été relue."
    low, high = wilson(right, read)
    plural = "s" if read > 1 else ""
    well = f"{right}{NB}bien classée{'s' * (right > 1)}"
    return (
        f"Sur {read}{NB}réponse{plural} relue{plural}, {well} "
        f"(entre {low * 100:.0f}{NB}% et {high * 100:.0f}{NB}%)."
    )
