"""A real OpenID Connect provider, small, in the shape of ProConnect, on this machine.

Signed user information (``application/jwt``), PKCE, nonce, state, acr, siret, end of session. It
approves at once whoever comes, as the person of ``claims``, and can lie in each way of ``lies``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "beffroi-essai", "secret-essai"


class Provider:
    """State of the provider: keys, the person who comes, codes and tokens given out."""

    def __init__(self) -> None:
        self.issuer = ""
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.other_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.claims: dict[str, Any] = {}
        self.acr = "eidas1"
        self.lies: set[str] = set()
        self.asked: dict[str, str] = {}
        self.left: dict[str, str] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._tokens: set[str] = set()

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/session/end",
        }

    def jwks(self) -> dict[str, Any]:
        public = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig"}]}

    def authorize(self, query: dict[str, str]) -> str:
        """The address to which the browser is sent back, with a code that serves once."""
        self.asked = query
        assert query["client_id"] == CLIENT and query["response_type"] == "code"
        assert query["code_challenge_method"] == "S256"
        if "refus" in self.lies:
            answer = {"error": "access_denied", "state": query["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self._codes[code] = query
            answer = {"code": code, "state": query["state"]}
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self._codes.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "").encode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).decode()
        if (
            asked is None
            or (form["client_id"], form["client_secret"]) != (CLIENT, SECRET)
            or form["redirect_uri"] != asked["redirect_uri"]
            or challenge.rstrip("=") != asked["code_challenge"]
        ):
            return 400, {"error": "invalid_grant"}
        access = secrets.token_urlsafe(16)
        self._tokens.add(access)
        id_token = {"nonce": asked["nonce"], "acr": self.acr, "sub": self.claims["sub"]}
        if "nonce" in self.lies:
            id_token["nonce"] = "autre"
        return 200, {
            "access_token": access,
            "token_type": "Bearer",
            "id_token": self.sign(id_token),
        }

    def userinfo(self, bearer: str) -> str | None:
        if bearer not in self._tokens:
            return None
        claims = dict(self.claims)
        if "sub" in self.lies:
            claims["sub"] = "quelqu’un d’autre"
        return self.sign(claims, key=self.other_key if "userinfo" in self.lies else None)

    def sign(self, claims: dict[str, Any], key: Any = None) -> str:
        now = int(time.time())
        whole = {
            "iss": "https://autre.exemple.fr" if "iss" in self.lies else self.issuer,
            "aud": "autre-client" if "aud" in self.lies else CLIENT,
            "iat": now,
            "exp": now - 60 if "exp" in self.lies else now + 60,
            **claims,
        }
        key = key or (self.other_key if "signature" in self.lies else self.key)
        if "alg" in self.lies:
            return jwt.encode(whole, None, algorithm="none", headers={"kid": "k1"})
        return jwt.encode(whole, key, algorithm="RS256", headers={"kid": "k1"})


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/.well-known/openid-configuration":
                self._send(200, json.dumps(provider.discovery()))
            elif parts.path == "/jwks":
                self._send(200, json.dumps(provider.jwks()))
            elif parts.path == "/authorize":
                self._send(302, "", location=provider.authorize(query))
            elif parts.path == "/userinfo":
                bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
                answer = provider.userinfo(bearer)
                if answer is None:
                    self._send(401, "")
                else:
                    self._send(200, answer, kind="application/jwt")
            elif parts.path == "/session/end":
                provider.left = query
                self._send(302, "", location=query["post_logout_redirect_uri"])
            else:
                self._send(404, "")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            if "panne" in provider.lies:
                self._send(500, "")
                return
            status, answer = provider.token(form)
            self._send(status, json.dumps(answer))

        def _send(
            self, status: int, body: str, *, location: str = "", kind: str = "application/json"
        ) -> None:
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *args: Any) -> None:
            """Silent: the tests say what they need."""

    return Handler


@contextmanager
def running_provider() -> Iterator[Provider]:
    """The provider, listening on a free port of this machine."""
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider))
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
