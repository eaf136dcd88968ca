"""The energy of an answer: measured where the processor tells, estimated with its method said,
or unknown. Never 0.

A meter is started with a request; the reading that it gives is called at the end with the tokens
that were generated (``None``: not told) and the seconds of computing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from beffroi.llm.types import UNKNOWN_ENERGY, Energy

Reading = Callable[[int | None, float], Energy]
Meter = Callable[[], Reading]

#: Watts of one busy core and of one gigabyte of memory, when nothing better is known: the default
#: values of Green Algorithms (L. Lannelongue, J. Grealey, M. Inouye, « Green Algorithms:
#: Quantifying the Carbon Footprint of Computation », Advanced Science, 2021).
WATTS_PER_CORE = 12.0
WATTS_PER_GIGABYTE = 0.3725

RAPL = Path("/sys/class/powercap/intel-rapl:0")

#: Host of a provider → its name in EcoLogits.
PROVIDERS = {
    "api.mistral.ai": "mistralai",
    "api.openai.com": "openai",
    "api.anthropic.com": "anthropic",
    "generativelanguage.googleapis.com": "google_genai",
    "api.cohere.com": "cohere",
}


def unknown_meter() -> Reading:
    """The meter of whoever knows nothing."""
    return lambda tokens, seconds: UNKNOWN_ENERGY


def local_meter(*, threads: int, gigabytes: float, rapl: Path = RAPL) -> Meter:
    """For a model on this machine: RAPL where it can be read, else watts × seconds, as estimate.

    RAPL counts the whole processor, whatever else it does: the mean power while the request
    lasted is applied to the seconds of computing.
    """
    watts = threads * WATTS_PER_CORE + gigabytes * WATTS_PER_GIGABYTE

    def start() -> Reading:
        started, before = time.monotonic(), _joules(rapl)

        def read(tokens: int | None, seconds: float) -> Energy:
            after, lasted = _joules(rapl), time.monotonic() - started
            if before is None or after is None or after <= before or lasted <= 0:
                return _estimated(watts * seconds / 3600)
            share = min(1.0, seconds / lasted)
            return Energy(watt_hours=(after - before) * share / 3600, method="mesurée")

        return read

    return start


def remote_meter(*, url: str, model: str) -> Meter:
    """For a model elsewhere: EcoLogits with the French mix when it knows the model."""
    host = urlsplit(url).hostname or ""
    provider = PROVIDERS.get(host, "huggingface_hub")

    def read(tokens: int | None, seconds: float) -> Energy:
        return _by_ecologits(provider, model, tokens, seconds)

    return lambda: read


def _joules(rapl: Path) -> float | None:
    """Joules since the machine started, ``None`` where they cannot be read."""
    try:
        return int((rapl / "energy_uj").read_text()) / 1_000_000
    except (OSError, ValueError):
        return None


def _estimated(watt_hours: float) -> Energy:
    if watt_hours <= 0:
        return UNKNOWN_ENERGY
    return Energy(watt_hours=watt_hours, method="estimée")


def _by_ecologits(provider: str, model: str, tokens: int | None, seconds: float) -> Energy:
    if not tokens:
        return UNKNOWN_ENERGY
    from ecologits.tracers.utils import llm_impacts

    logging.getLogger("ecologits").setLevel(logging.ERROR)
    impacts = llm_impacts(
        provider=provider,
        model_name=model,
        output_token_count=tokens,
        request_latency=seconds,
        electricity_mix_zone="FRA",
    )
    if impacts.has_errors or impacts.energy is None:
        return UNKNOWN_ENERGY
    value = impacts.energy.value
    # A range (least, most) when the size of the model is not published: its middle.
    kilowatt_hours = value if isinstance(value, (int, float)) else (value.min + value.max) / 2
    return _estimated(kilowatt_hours * 1000)
