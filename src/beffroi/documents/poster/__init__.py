"""Posters: A4 or A3, large and sober, in the colours of the commune."""

from beffroi.documents.poster.colours import Colours
from beffroi.documents.poster.poster import Poster, PosterFields, poster, preview

__all__ = ["Colours", "Poster", "PosterFields", "poster", "preview"]
