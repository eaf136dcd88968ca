"""Makes the weights of the classifier of names (``beffroi.privacy.people.learned``).

    python tools/train_people.py            # a few minutes, needs nothing but the repository

Learns from invented texts: the fragments of ``evals/privacy/learning_texts.py`` and the templates
on which the rules are tuned, filled with names of the lists, with words that are both names and
ordinary words, and with names that no list knows; and, as texts that name nobody, from the French
of this repository's documentation and of Django's translations. Never from the texts that judge.
"""

from __future__ import annotations

import gzip
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evals/privacy")]

import generate  # noqa: E402
import learning_texts as texts  # noqa: E402
import values  # noqa: E402

from beffroi.privacy.detect import rules_alone  # noqa: E402
from beffroi.privacy.people import learned  # noqa: E402
from beffroi.privacy.people.names import names  # noqa: E402

SEED = 20261122
OUT = ROOT / "src/beffroi/privacy/gazetteers/poids.txt.gz"
COUNT = 16_000
#: Weights nearer to 0 than this are left out.
SMALLEST = 0.02
Piece = tuple[str, str]
NOISES = (
    "lower",
    "lower",
    "lower+accents",
    "lower+accents",
    "typos+lower",
    "upper",
    "upper+accents",
    "accents",
    "typos",
    "",
    "",
    "",
    "",
)


class Vocabulary:
    """Names to fill the fragments with."""

    def __init__(self, rng: random.Random) -> None:
        known = names()
        self.rng = rng
        self.first = sorted(w for w in known.first if w.isalpha() and len(w) > 2)
        self.last = sorted(w for w in known.last if len(w) > 2)
        self.hard_last = [w for w in self.last if known.commonness(w) > 0.5]
        self.hard_first = [w for w in self.first if known.commonness(w) > 0.5]

    def first_name(self) -> str:
        draw = self.rng.random()
        if draw < 0.12:
            return self._unheard(self.first)
        word = self.rng.choice(self.hard_first if draw < 0.3 else self.first)
        other = self.rng.choice(self.first)
        return f"{word.title()}-{other.title()}" if self.rng.random() < 0.06 else word.title()

    def surname(self) -> str:
        draw = self.rng.random()
        if draw < 0.15:
            return self._unheard(self.last)
        word = self.rng.choice(self.hard_last if draw < 0.45 else self.last)
        other = self.rng.choice(self.last)
        return f"{word.title()}-{other.title()}" if self.rng.random() < 0.05 else word.title()

    def _unheard(self, like: list[str]) -> str:
        """The beginning of one name and the end of another."""
        one, other = self.rng.choice(like), self.rng.choice(like)
        return (one[: self.rng.randrange(2, 5)] + other[-self.rng.randrange(2, 5) :]).title()


def text(vocabulary: Vocabulary, rng: random.Random) -> dict[str, Any]:
    """One to six fragments, typed by somebody."""
    pieces: list[Piece] = []
    for number in range(rng.choice((1, 2, 2, 3, 4, 5, 6))):
        if number:
            pieces.append(
                ("", rng.choice((". ", ". ", ", ", " - ", "\n", "\n", " ; ", " ", " / ", " et ")))
            )
        pool = texts.WITH_PEOPLE if rng.random() < 0.42 else texts.WITHOUT
        fragment = rng.choice(pool)
        if rng.random() < 0.15 and not number:
            pieces.append(("", rng.choice(texts.OPENERS) + " "))
        elif rng.random() < 0.4:
            fragment = fragment[0].upper() + fragment[1:]
        pieces += filled(fragment, vocabulary, rng)
    pieces.append(("", rng.choice(("", "", ".", " !", "\n"))))
    noisy = generate.noisy(pieces, rng.choice(NOISES), rng)
    return generate.assembled(noisy)


def filled(fragment: str, vocabulary: Vocabulary, rng: random.Random) -> Iterator[Piece]:
    for part in re.split(r"(\{\w\})", fragment):
        yield from slot(part[1], vocabulary, rng) if re.fullmatch(r"\{\w\}", part) else [("", part)]


def slot(name: str, vocabulary: Vocabulary, rng: random.Random) -> Iterator[Piece]:
    first, last = vocabulary.first_name(), vocabulary.surname()
    upper = last.upper() if rng.random() < 0.3 else last
    people = {
        "F": first,
        "N": upper if rng.random() < 0.5 else last,
        "B": f"{first} {upper}",
        "S": f"{upper} {first}",
        "I": f"{first[0]}. {last}",
        "H": f"{first} {last[0]}.",
    }
    if name in people:
        yield "PERSON", people[name]
    elif name == "C":
        yield (
            "",
            rng.choice(("M.", "Mme", "Mr", "Mlle", "Monsieur", "Madame", "mme", "mr", "Melle")),
        )
    elif name == "T":
        yield "PHONE", values.phone(rng)
    elif name == "D":
        yield "", values.date(rng, 1940, 2020)
    else:
        yield "", rng.choice(texts.PLACES if name == "L" else texts.ORGS)


def nobody() -> Iterator[dict[str, Any]]:
    """French of software and of documentation, where the rules see no one."""
    import django

    sources = [*ROOT.glob("docs/**/*.md"), *(ROOT / "src/beffroi").rglob("*.md")]
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines()]
    for path in Path(django.__file__).parent.rglob("locale/fr/LC_MESSAGES/*.po"):
        lines += re.findall(r'^msgstr "(.{20,})"$', path.read_text(encoding="utf-8"), re.M)
    for line in lines:
        if 20 < len(line) < 400 and not line.startswith(("|", "    ", "```")):
            yield {"text": line, "spans": []}


def rows(rng: random.Random) -> Iterator[dict[str, Any]]:
    vocabulary = Vocabulary(rng)
    for _ in range(COUNT):
        yield text(vocabulary, rng)
    for part in ("tuning", "adverse"):
        yield from generate.generate(part, 500, seed=rng.randrange(10**6))
    quiet = list(nobody())
    for row in rng.sample(quiet, min(4_000, len(quiet))):
        if not any(m.kind == "person" for m in rules_alone(row["text"])[1]):
            yield {"text": row["text"].lower() if rng.random() < 0.5 else row["text"], "spans": []}


def examples(given: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, float], bool]]:
    """Each word that the rules left, as features, and whether it is someone’s name."""
    known = names()
    for row in given:
        lines, people, forms = rules_alone(row["text"])
        personal = [(s["start"], s["end"]) for s in row["spans"] if s["label"] == "PERSON"]
        taken = learned.covered(lines, [(m.start, m.end) for m in people])
        out = learned.covered(lines, forms)
        for line in lines:
            truth = [any(a <= w.start and w.end <= b for a, b in personal) for w in line.words]
            chosen = set(learned.candidates(line.words, known, taken | out))
            for at in sorted(chosen):
                before = at > 0 and at - 1 in chosen and truth[at - 1]
                found = learned.features(line.words, at, known, taken, before=before)
                yield dict.fromkeys(found, 1.0), truth[at]


def main() -> None:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import SGDClassifier

    rng = random.Random(SEED)
    pairs = list(examples(rows(rng)))
    seen = Counter(name for found, _ in pairs for name in found)
    kept = [{name: 1.0 for name in found if seen[name] > 2} for found, _ in pairs]
    truth = [answer for _, answer in pairs]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(kept)
    print(f"{len(truth)} mots, dont {sum(truth)} noms ; {matrix.shape[1]} traits", flush=True)
    matrix.indices, matrix.indptr = matrix.indices.astype("i4"), matrix.indptr.astype("i4")
    model = SGDClassifier(
        loss="log_loss",
        penalty="elasticnet",
        l1_ratio=0.2,
        alpha=1e-5,
        max_iter=40,
        tol=None,
        average=True,
        random_state=SEED,
    )
    model.fit(matrix, truth)
    weights = {
        name: value
        for name, value in zip(vectors.feature_names_, model.coef_[0], strict=True)
        if abs(value) >= SMALLEST
    }
    content = "".join(f"{name}\t{value:.2f}\n" for name, value in sorted(weights.items()))
    content = f"\t{model.intercept_[0]:.2f}\n" + content
    OUT.write_bytes(gzip.compress(content.encode(), 9, mtime=0))
    print(f"{len(weights)} poids, {OUT.stat().st_size / 1024:.0f} Ko")


if __name__ == "__main__":
    main()
