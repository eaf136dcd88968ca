"""Every setting of Beffroi, declared once. Nothing is read at import time.

``docs/administrateur/reglages.md`` lists the same settings; a test compares the two.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from beffroi.errors import SettingsError

PREFIX = "BEFFROI_"

#: The values of :data:`beffroi.llm.types.Place` (a test compares the two).
PLACES = ("machine", "maison", "france_ue", "ailleurs")


def _setting(default: Any, help_text: str, *, secret: bool = False) -> Any:
    """A dataclass field that carries its French explanation."""
    return field(default=default, metadata={"help": help_text, "secret": secret})


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Read from the environment by :func:`load`; each field is ``BEFFROI_`` + its name."""

    home: Path = _setting(
        Path("var"),
        "Dossier de l’instance : base, dépôts, modèles, index. C’est lui que l’on sauvegarde.",
    )
    secret_key: str = _setting(
        "",
        "Clé secrète des sessions. Créée dans le dossier de l’instance si elle est vide.",
        secret=True,
    )
    hosts: str = _setting(
        "127.0.0.1,localhost", "Noms sous lesquels le site est servi, séparés par des virgules."
    )
    https: bool = _setting(
        False, "Le site est servi en https : les témoins de connexion l’exigent alors."
    )
    database_url: str = _setting(
        "",
        "Adresse PostgreSQL (postgresql://…). Vide : SQLite dans le dossier de l’instance.",
        secret=True,
    )
    model: str = _setting(
        "", "Modèle embarqué à utiliser. Vide : le premier installé, dans l’ordre du catalogue."
    )
    model_url: str = _setting(
        "", "Adresse d’un serveur compatible OpenAI, par exemple https://serveur/v1. Vide : aucun."
    )
    model_key: str = _setting("", "Clé du serveur compatible OpenAI.", secret=True)
    model_name: str = _setting("", "Nom du modèle à demander à ce serveur.")
    model_place: str = _setting(
        "ailleurs",
        "Où vont les données envoyées à ce serveur : machine, maison, france_ue ou ailleurs.",
    )
    model_context: int = _setting(
        16384, "Longueur lue par ce serveur, en unités de lecture (jetons), réponse comprise."
    )
    model_strong: bool = _setting(
        False,
        "Ce serveur porte un grand modèle : il écrit un texte entier d’un coup, "
        "au lieu de phrase par phrase.",
    )
    model_mirror: str = _setting(
        "",
        "Adresse ou dossier de la maison d’où installer les modèles, essayé en premier : "
        "chaque modèle y porte son nom suivi de .gguf.",
    )
    model_timeout: float = _setting(120.0, "Secondes d’attente au plus pour une réponse du modèle.")
    model_idle: float = _setting(
        900.0, "Secondes sans demande après lesquelles le modèle embarqué rend la mémoire."
    )
    oidc_issuer: str = _setting(
        "", "Adresse du fournisseur d’identité OpenID Connect (ProConnect). Vide : aucun."
    )
    oidc_client: str = _setting("", "Identifiant de Beffroi chez ce fournisseur.")
    oidc_secret: str = _setting("", "Secret de Beffroi chez ce fournisseur.", secret=True)
    oidc_scopes: str = _setting(
        "openid given_name usual_name email siret", "Données demandées à ce fournisseur."
    )
    oidc_acr: str = _setting(
        "", "Niveaux de garantie acceptés, par exemple « eidas1 ». Vide : sans exigence."
    )
    oidc_algorithm: str = _setting("RS256", "Algorithme des signatures de ce fournisseur.")
    smtp_url: str = _setting(
        "",
        "Serveur d’envoi des courriels, par exemple smtp://nom:secret@serveur:587/?tls=1. "
        "Vide : aucun courriel, les liens sont remis par l’administrateur.",
        secret=True,
    )
    mail_from: str = _setting("", "Adresse qui envoie les courriels.")
    upload_limit: int = _setting(52_428_800, "Taille maximale d’un document déposé, en octets.")


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from ``environ`` (``os.environ`` when not given).

    Raises :class:`SettingsError` for a value that cannot be read or is out of its range.
    """
    environ = os.environ if environ is None else environ
    values = {
        item.name: _parse(item.name, item.type, environ[PREFIX + item.name.upper()])
        for item in fields(Settings)
        if PREFIX + item.name.upper() in environ
    }
    return _validated(Settings(**values))


def _parse(name: str, kind: Any, raw: str) -> Any:
    try:
        if kind == "bool":
            return {
                "1": True,
                "oui": True,
                "true": True,
                "0": False,
                "non": False,
                "false": False,
                "": False,
            }[raw.strip().lower()]
        return {"Path": Path, "str": str, "int": int, "float": float}[str(kind)](raw)
    except (KeyError, ValueError) as error:
        raise SettingsError(
            f"Le réglage {PREFIX}{name.upper()} vaut « {raw} », ce qui ne se lit pas.",
            next_step="Corrigez-le, ou retirez-le pour garder la valeur par défaut.",
        ) from error


def _validated(settings: Settings) -> Settings:
    if settings.model_place not in PLACES:
        raise SettingsError(
            f"BEFFROI_MODEL_PLACE vaut « {settings.model_place} ».",
            next_step="Choisissez machine, maison, france_ue ou ailleurs.",
        )
    for name in ("model_timeout", "model_idle", "model_context", "upload_limit"):
        if getattr(settings, name) <= 0:
            raise SettingsError(f"{PREFIX}{name.upper()} doit être un nombre positif.")
    return settings
