"""Templates are read with French spaces: whoever writes « Quoi ? » gets the no-break space.

Done once, when a template is compiled: a page costs nothing more, and nobody has to remember.
"""

from __future__ import annotations

import re
from pathlib import Path

from django.template.base import Origin
from django.template.loaders import filesystem
from django.template.utils import get_app_template_dirs

from beffroi_web.look.typography import typo

TOKENS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
TAGS = re.compile(r"(<[^>]*>)", re.S)
PLACE = "\ue000"


def with_french_spaces(source: str) -> str:
    """``source`` with the spaces of its visible words made no-break; tags are left alone."""
    tokens = iter(TOKENS.findall(source))
    pieces = TAGS.split(TOKENS.sub(PLACE, source))
    pieces[::2] = [typo(words) for words in pieces[::2]]
    return re.sub(PLACE, lambda _: next(tokens), "".join(pieces))


class Loader(filesystem.Loader):
    """Finds what Django's own loaders find: the project's templates, then those of the rooms."""

    def get_dirs(self) -> list[str | Path]:
        return [*self.engine.dirs, *get_app_template_dirs("templates")]

    def get_contents(self, origin: Origin) -> str:
        return with_french_spaces(super().get_contents(origin))
