"""IP (v4, v6) and MAC addresses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import every, mention
from beffroi.privacy.types import Mention

_IP4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?![\w]|\.\d)")
_IP6 = re.compile(r"(?<![\w:.])(?:[0-9A-F]{0,4}:){2,7}[0-9A-F]{0,4}(?:/\d{1,3})?(?![\w:])", re.I)
_MAC = re.compile(r"(?<![\w:\-])[0-9A-F]{2}([:\-])(?:[0-9A-F]{2}\1){4}[0-9A-F]{2}(?![\w:\-])", re.I)


def find(text: str) -> Iterator[Mention]:
    """Every network address of ``text``."""
    yield from every(text, _MAC, kind="network", confidence=0.97, rule="mac")
    for pattern, rule in ((_IP4, "ipv4"), (_IP6, "ipv6")):
        for match in pattern.finditer(text):
            if _is_address(match[0]):
                yield mention(text, *match.span(), kind="network", confidence=0.9, rule=rule)


def _is_address(candidate: str) -> bool:
    try:
        ipaddress.ip_interface(candidate)
    except ValueError:
        return False
    return any(c.isalnum() for c in candidate)
