"""The same over https, with the certificate authority of a house, and without trust."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from beffroi.errors import ModelTimeout, ModelUnavailable
from beffroi.llm import Message, ModelInfo, wire
from beffroi.llm.clock import Limits
from beffroi.llm.openai_compatible import OpenAICompatible
from contract.misbehaving import SENTENCE, Misbehaving, misbehaving

INFO = ModelInfo(name="essai", title="Essai", place="maison", context_tokens=4096)
ASK = [Message(role="user", content="Dites où la rue est fermée.")]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and its certificate for 127.0.0.1, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "maison")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "maison.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def server(certificate: Path) -> Iterator[Misbehaving]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    wire._https.cache_clear()
    with misbehaving(context) as running:
        yield running
    wire._https.cache_clear()


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


def model(server: Misbehaving, way: str) -> OpenAICompatible:
    url = server.url(way).replace("http://", "https://")
    limits = Limits(connect=2.0, first=0.6, between=0.6, per_token=0.01)
    return OpenAICompatible(url=url, info=INFO, limits=limits)


def test_an_unknown_authority_is_not_trusted(server: Misbehaving) -> None:
    with pytest.raises(ModelUnavailable):
        model(server, "well").complete(ASK)
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
def test_the_authority_of_the_house_is_trusted_when_it_is_named(server: Misbehaving) -> None:
    assert model(server, "well").complete(ASK).text.strip() == SENTENCE


@pytest.mark.usefixtures("trusted")
def test_silence_and_leaving_are_noticed_too(server: Misbehaving) -> None:
    with pytest.raises(ModelTimeout):
        model(server, "silent").complete(ASK)
    stream = model(server, "endless").stream(ASK)
    next(stream)
    stream.close()
    assert server.left.wait(5)
