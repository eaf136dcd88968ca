"""One signed POST to the program of another. No database here.

The address is resolved once, judged, and that very address is called: a name that changes its
mind between the two (DNS rebinding) gains nothing. No redirection is followed.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from beffroi.errors import BeffroiError, InputError

#: Seconds for the whole call.
PATIENCE = 10.0


class AddressRefused(InputError):
    code = "ouverture.adresse"
    default_message = "Cette adresse ne peut pas être appelée."


class NotTold(BeffroiError):
    code = "ouverture.non_averti"
    default_message = "Le logiciel à avertir n’a pas répondu comme il faut."
    default_next_step = "Vérifiez son adresse, puis reprenez ce travail."


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Where to go: ``ip`` is the address that was judged, ``host`` the name it answers to."""

    url: str
    host: str
    ip: str


def target(url: str, *, private: bool) -> Target:
    """The address to call. Raises :class:`AddressRefused`; ``private`` allows the network of the
    house, and http there."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("https", "http") or not host or parts.username or parts.password:
        raise AddressRefused(f"« {url[:200]} » n’est pas une adresse à appeler.")
    if parts.scheme == "http" and not private:
        raise AddressRefused(
            "L’adresse doit commencer par https://.",
            next_step="Le http simple n’est permis que dans le réseau de la maison.",
        )
    ip = _judged(host, parts.port or (443 if parts.scheme == "https" else 80), private)
    shown = f"[{ip}]" if ":" in ip else ip
    place = f"{shown}:{parts.port}" if parts.port else shown
    return Target(url=parts._replace(netloc=place, fragment="").geturl(), host=host, ip=ip)


def _judged(host: str, port: int, private: bool) -> str:
    """An address of ``host``; every one of them must be allowed."""
    try:
        found = socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise AddressRefused(f"Le serveur {host} n’a pas été trouvé.") from error
    addresses = [str(item[4][0]) for item in found]
    if not private and not all(ipaddress.ip_address(one).is_global for one in addresses):
        raise AddressRefused(
            f"Le serveur {host} est dans un réseau privé.",
            next_step="Cochez « adresse dans le réseau de la maison » si c’est voulu.",
        )
    return addresses[0]


def signature(secret: str, moment: str, body: bytes) -> str:
    """HMAC-SHA256 of the moment and of the body: a copy sent again later is seen."""
    return hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def send(place: Target, body: bytes, *, secret: str, delivery: str) -> None:
    """Raises :class:`NotTold` unless the program answers 2xx."""
    import httpx

    moment = str(int(time.time()))
    port = urlsplit(place.url).port
    headers = {
        "Host": f"{place.host}:{port}" if port else place.host,
        "Content-Type": "application/json",
        "User-Agent": "Beffroi",
        "X-Beffroi-Date": moment,
        "X-Beffroi-Livraison": delivery,
        "X-Beffroi-Signature": f"sha256={signature(secret, moment, body)}",
    }
    try:
        with httpx.Client(timeout=PATIENCE, trust_env=False, follow_redirects=False) as client:
            request = client.build_request(
                "POST",
                place.url,
                content=body,
                headers=headers,
                extensions={"sni_hostname": place.host},
            )
            with_status = client.send(request, stream=True)
            status = with_status.status_code
            with_status.close()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NotTold(_why(error), detail=repr(error)) from error
    if not 200 <= status < 300:
        raise NotTold(f"Le logiciel à avertir a répondu {status}.")


def _why(error: Exception) -> str:
    """What the network says, in one French sentence."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return f"Le logiciel à avertir n’a pas répondu en {PATIENCE:.0f} secondes."
    if isinstance(error, httpx.ConnectError) and _of_tls(error):
        return (
            "La liaison chiffrée avec le logiciel à avertir a échoué : son certificat n’est pas "
            "reconnu, ou il ne parle pas https."
        )
    return "Le logiciel à avertir n’est pas joignable."


def _of_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
