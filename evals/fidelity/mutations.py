"""Real texts, changed on purpose in one place each: is the change seen? And nothing else?

python -m evals.fidelity.mutations [--part 1/4] [--textes 561] [--montrer]

Reads the sheets and the délibérations of ``../shared/data`` in place; skipped when absent. Each
text draws its changes from its own seed: the parts may be run apart and their lines added up.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from beffroi.fidelity import compare
from beffroi.findings import Finding

DATA = Path(__file__).parents[3] / "shared" / "data" / "plain_language"
if not DATA.exists():
    DATA = Path("/work/shared/data/plain_language")
MODALS = {
    "doit": "peut", "doivent": "peuvent", "devez": "pouvez", "peut": "doit", "peuvent": "doivent",
    "pouvez": "devez", "obligatoire": "facultatif", "interdit": "autorisé",
}  # fmt: skip
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
UNITS = {
    "mois": "semaines", "jours": "mois", "ans": "mois", "an": "mois", "semaines": "mois",
    "heures": "jours", "€": "%", "%": "€", "m²": "m", "km": "m",
}  # fmt: skip
Change = tuple[str, int, int]


def texts() -> Iterator[tuple[str, str]]:
    sheets = (DATA / "service_public" / "fiches_communes.jsonl").read_text(encoding="utf-8")
    for line in sheets.splitlines():
        row = json.loads(line)
        yield row["id"], f"{row['chapeau']}\n{row['texte']}".strip()
    acts = DATA / "deliberations_montpellier" / "deliberations_2014.jsonl"
    for line in acts.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield f"D{row['id']}", row["corps"].strip()


def pick(rng: random.Random, text: str, pattern: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def put(text: str, match: re.Match[str], group: int, new: str) -> Change:
    return text[: match.start(group)] + new + text[match.end(group) :], match.start(), match.end()


def number(rng: random.Random, text: str) -> Change | None:
    match = pick(
        rng,
        text,
        r"(?<![\d\w,.-])(\d{1,4})(?= (?:€|%|ans|mois|jours|semaines|heures|m²|km|personnes|enfants|places|euros|élus|membres))",  # noqa: E501
    )
    return match and put(text, match, 1, str(int(match[1]) + rng.choice([1, 2, 3, 5, 10])))


def exception(rng: random.Random, text: str) -> Change | None:
    match = pick(rng, text, r"(?<!\w)([Ss]auf |[Hh]ormis |[Ee]xcepté )")
    return match and put(text, match, 1, "")


def modal(rng: random.Random, text: str) -> Change | None:
    match = pick(rng, text, rf"(?<!\w)({'|'.join(MODALS)})(?![\w-])")
    return match and put(text, match, 1, MODALS[match[1]])


def day(rng: random.Random, text: str) -> Change | None:
    match = pick(rng, text, rf"(?<!\d)(\d{{1,2}})(?:er)? (?:{'|'.join(MONTHS)})")
    if not match:
        return None
    value = int(match[1])
    return put(text, match, 1, str(value + 1 if value < 27 else value - 7))


def month(rng: random.Random, text: str) -> Change | None:
    match = pick(rng, text, rf"(?<!\d)\d{{1,2}}(?:er)? ({'|'.join(MONTHS)})(?!\w)")
    return match and put(text, match, 1, rng.choice([m for m in MONTHS if m != match[1]]))


def unit(rng: random.Random, text: str) -> Change | None:
    match = pick(
        rng, text, rf"(?<![\d\w,.-])\d[\d ]{{0,6}} ({'|'.join(map(re.escape, UNITS))})(?!\w)"
    )
    return match and put(text, match, 1, UNITS[match[1]])


MUTATIONS: dict[str, Callable[[random.Random, str], Change | None]] = {
    "nombre": number, "exception": exception, "modalité": modal, "jour": day, "mois": month,
    "unité": unit,
}  # fmt: skip


def reformatted(text: str) -> dict[str, str]:
    """Layouts of the same text."""
    return {
        "identité": text,
        "espaces": re.sub(r"(?<=\d) (?=[€%])", "\u00a0", text.replace("\n", "\r\n")),
        "lignes": "\n\n".join(textwrap.fill(p, 64) for p in text.split("\n")),
        "guillemets": text.replace("'", "’").replace('"', "«"),
        "heures": re.sub(
            r"(\d{1,2}) ?h ?(\d\d)",
            r"\1h\2",
            re.sub(r"(\d) heures(?! \w*\s?\w*(?:avant|par))", r"\1 h", text),
        ),
    }


def seen(findings: list[Finding], start: int, end: int) -> bool:
    for finding in findings:
        span = finding.source
        if (
            finding.severity != "information"
            and span
            and span.start < end + 2
            and start < span.end + 2
        ):
            return True
    return any(f.severity != "information" and f.source is None for f in findings)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--textes", type=int, default=10_000)
    parser.add_argument("--part", default="1/1", help="one text in N, from the I-th: I/N")
    parser.add_argument("--montrer", action="store_true")
    options = parser.parse_args()
    if not DATA.exists():
        sys.exit("Données absentes : ../shared/data n’est pas là. Mesure laissée de côté.")
    first, step = (int(n) for n in options.part.split("/"))
    done, hits, noise = Counter[str](), Counter[str](), Counter[str]()
    formats: Counter[str] = Counter()
    started, calls, count = time.monotonic(), 0, 0
    for name, text in list(texts())[first - 1 : options.textes : step]:
        rng = random.Random(f"4:{name}")
        count += 1
        for label, other in reformatted(text).items():
            found = compare(text, other) if text else []
            calls += 1
            formats[label] += bool([f for f in found if f.severity != "information"])
            if options.montrer and found:
                print(
                    "FORMAT",
                    name,
                    label,
                    [(f.type, f.source_text, f.draft_text) for f in found][:3],
                )
        for label, mutate in MUTATIONS.items():
            change = mutate(rng, text)
            if change is None or change[0] == text:
                continue
            found = compare(text, change[0])
            calls += 1
            done[label] += 1
            hits[label] += seen(found, change[1], change[2])
            noise[label] += len([f for f in found if f.severity != "information"]) - 1
            if options.montrer and not seen(found, change[1], change[2]):
                around = text[max(0, change[1] - 60) : change[2] + 60].replace("\n", " | ")
                print("MANQUÉ", name, label, "…", around, "→", change[0][change[1] : change[2] + 5])
    spent = time.monotonic() - started
    print(f"{count} textes, {calls} comparaisons, {spent / max(calls, 1) * 1000:.0f} ms chacune")
    for label in MUTATIONS:
        if done[label]:
            print(f"  {label:10} {hits[label]}/{done[label]} = {hits[label] / done[label]:.1%}")
    print(
        f"  ensemble   {sum(hits.values())}/{sum(done.values())} = {sum(hits.values()) / sum(done.values()):.1%} (but 97 %)"  # noqa: E501
    )
    print("  textes où une simple mise en forme alarme :", dict(formats), "(but 0)")


if __name__ == "__main__":
    main()
