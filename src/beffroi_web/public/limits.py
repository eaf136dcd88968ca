"""How often one visitor may ask. In memory only: an address is never written anywhere.

The key of a visitor is a keyed hash of the address, whose key is drawn when the process starts
and dies with it.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping

#: (at most, within seconds).
Rule = tuple[int, float]
QUESTIONS: tuple[Rule, ...] = ((8, 60.0), (60, 3600.0))
MESSAGES: tuple[Rule, ...] = ((3, 3600.0),)
OPINIONS: tuple[Rule, ...] = ((20, 60.0),)
#: Visitors remembered at once: the oldest is forgotten first.
MOST_VISITORS = 20_000

_SECRET = secrets.token_bytes(32)


class Limit:
    """Allows or refuses; safe for several threads. ``now`` is for tests."""

    def __init__(
        self, rules: tuple[Rule, ...], *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._rules = rules
        self._now = now
        self._times: OrderedDict[bytes, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def allows(self, address: str) -> bool:
        """Whether this visitor may go on; counts the attempt when yes."""
        key = hmac.digest(_SECRET, address.encode(), "sha256")
        with self._lock:
            now = self._now()
            times = self._times.setdefault(key, deque())
            self._times.move_to_end(key)
            if len(self._times) > MOST_VISITORS:
                self._times.popitem(last=False)
            longest = max(seconds for _, seconds in self._rules)
            while times and times[0] <= now - longest:
                times.popleft()
            for most, seconds in self._rules:
                if sum(moment > now - seconds for moment in times) >= most:
                    return False
            times.append(now)
            return True


def address_of(meta: Mapping[str, str]) -> str:
    """The address of the visitor. Behind a proxy of the house (a private address), the last one
    that the proxy added: the others may be invented by the visitor."""
    near = meta.get("REMOTE_ADDR", "")
    told = meta.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
    return told if told and _is_private(near) else near


def _is_private(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_private
    except ValueError:
        return False
