# ruff: noqa: E501
"""Which form of token does a weak model give back intact? Figures for decision 0060.

python evals/privacy/token_forms.py /opt/models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

from beffroi.llm.embedded import EmbeddedModel
from beffroi.llm.types import Message, ModelInfo

FORMS = {
    "[FEMME_1]": ("[FEMME_1]", "[ADRESSE_1]", "[TELEPHONE_1]"),
    "[PERSONNE_1]": ("[PERSONNE_1]", "[ADRESSE_1]", "[TELEPHONE_1]"),
    "<PERSONNE_1>": ("<PERSONNE_1>", "<ADRESSE_1>", "<TELEPHONE_1>"),
    "PERSON_1_F": ("PERSON_1_F", "ADDRESS_1", "PHONE_1"),
    "⟦P1⟧": ("⟦P1⟧", "⟦A1⟧", "⟦T1⟧"),
}
SENTENCES = (
    "Mme {0}, demeurant {1}, est autorisée à occuper le domaine public.",
    "L’intéressée, Mme {0}, sera contactée au {2} afin de convenir d’un rendez-vous.",
    "Il est demandé à Mme {0} de procéder à l’élagage de la haie située {1}.",
    "La régie procédera au remboursement de Mme {0} ; renseignements au {2}.",
    "Un courrier a été adressé à Mme {0}, {1}, demeuré sans réponse à ce jour.",
    "Mme {0} est convoquée en mairie ; en cas d’empêchement, prévenir le {2}.",
)
ASK = "Réécris cette phrase en langage clair, en gardant les repères tels quels. Phrase : "


def main() -> None:
    path = Path(sys.argv[1])
    info = ModelInfo(name=path.stem, title=path.stem, place="machine", context_tokens=4096)
    model = EmbeddedModel(path, info=info)
    for name, tokens in FORMS.items():
        kept = asked = agreed = 0
        for sentence in SENTENCES:
            wanted = [t for i, t in enumerate(tokens) if f"{{{i}}}" in sentence]
            text = ASK + sentence.format(*tokens)
            answer = model.complete([Message(role="user", content=text)], max_tokens=90).text
            kept += sum(token in answer for token in wanted)
            asked += len(wanted)
            agreed += not any(
                w in answer.lower() for w in (" est convoqué ", " est autorisé ", "l’intéressé ")
            )
        print(
            f"{name:14s} repères intacts {kept} / {asked}, accords tenus {agreed} / {len(SENTENCES)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
