"""The one door to typst, which makes the PDF files: tagged (PDF/UA-1), with the house's fonts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from beffroi.errors import ExportFailed

FONTS = Path(__file__).parent / "fonts"
_MISSING = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)


def typeset(
    template: str,
    data: Mapping[str, Any],
    *,
    files: Mapping[str, bytes] | None = None,
    at: datetime | None = None,
) -> bytes:
    """The PDF of a typst ``template`` that receives ``data`` as JSON and may read ``files``.

    ``files`` are texts in UTF-8 by name: the template sees no disk and no network.
    The fonts of the house are tried alone, then with those of the machine, for alphabets that
    ours lacks. Raises :class:`ExportFailed` when a character has no drawing anywhere: PDF/UA
    forbids the empty box that would take its place.
    """
    import typst

    # A mapping of files is the whole world that the template sees: no disk, no network.
    world: Any = {"main.typ": template.encode(), **(files or {})}
    failure: Exception | None = None
    for alone in (True, False):
        try:
            return bytes(
                typst.compile(
                    world,
                    font_paths=[str(FONTS)],
                    ignore_system_fonts=alone,
                    pdf_standards=["ua-1"],
                    sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
                    # typst refuses fractions of a second
                    timestamp=at and at.astimezone(UTC).replace(microsecond=0),
                )
            )
        except (typst.TypstError, RuntimeError) as error:
            failure = error
            if not _MISSING.search(str(error)):
                break
    raise _explained(failure) from failure


def _explained(error: Exception | None) -> ExportFailed:
    if missing := _MISSING.search(str(error)):
        return ExportFailed(
            f"Aucune police de cette machine ne sait dessiner « {missing[1][:20]} ».",
            next_step="Retirez ces caractères, ou exportez le texte en docx, odt ou html.",
            detail=str(error),
        )
    return ExportFailed(detail=str(error))
