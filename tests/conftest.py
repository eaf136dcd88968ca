"""What every test shares: no network beyond this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A loaded machine is slow, not wrong: no test is judged by the clock.
settings.register_profile("beffroi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("beffroi")

LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0", ""}


def _host_of(address: Any) -> str:
    return address[0] if isinstance(address, tuple) else ""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that tries to leave the machine fails, whatever library it uses."""
    real_connect, real_lookup = socket.socket.connect, socket.getaddrinfo

    def connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and _host_of(address) not in LOOPBACK:
            raise AssertionError(f"un test a voulu sortir de la machine : {address}")
        real_connect(self, address)

    def lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if (host.decode() if isinstance(host, bytes) else host or "") not in LOOPBACK:
            raise AssertionError(f"un test a voulu joindre {host}")
        return real_lookup(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    yield


@pytest.fixture(autouse=True, scope="session")
def journal_emptied_between_tests() -> Iterator[None]:
    """Tests with real transactions empty every table afterwards, which the journal refuses."""
    from django.db import connection
    from django.test import TransactionTestCase

    from beffroi_web.journal.append_only import protect, unprotect

    def empty(
        self: TransactionTestCase, *, empty: Any = TransactionTestCase._fixture_teardown
    ) -> None:
        with connection.schema_editor() as editor:
            unprotect(None, editor)
        empty(self)
        with connection.schema_editor() as editor:
            protect(None, editor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty)
        yield
