"""Electronic mail (RFC 5322, MIME): who, to whom, when, about what, and the text."""

from __future__ import annotations

import email
import email.policy
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart

from beffroi.documents.assemble import Found, Part
from beffroi.documents.decode import decode
from beffroi.documents.limits import Limits
from beffroi.documents.readers import html, txt

HEADERS = {"from": "De", "to": "À", "cc": "Copie", "date": "Date"}
_NO_BREAK = "\u00a0"


def read(data: bytes, limits: Limits) -> Found:
    """Subject, headers, then the text (of the plain part, else of the html one).

    Attachments and forwarded messages are reported by name, not opened.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    left_out: Counter[str] = Counter()
    where: dict[str, str] = {}
    _count_attachments(message, left_out, where)
    body = _body(message, left_out, where)
    subject = _header(message, "subject")
    head = [Part(text=subject, kind="titre", level=1)] if subject else []
    return Found(
        parts=[*head, *_headers(message), *body],
        format="eml",
        title=subject,
        left_out=left_out,
        where=where,
    )


def _header(message: EmailMessage, name: str) -> str:
    # A malformed header raises whatever the parser meets; the raw value is then what there is.
    try:
        return str(message.get(name, "")).strip()
    except (ValueError, TypeError, AttributeError, IndexError, LookupError):
        raw = next((v for k, v in message.raw_items() if k.lower() == name), "")
        return str(raw).strip()


def _headers(message: EmailMessage) -> Iterator[Part]:
    for name, label in HEADERS.items():
        if value := _header(message, name):
            yield Part(text=f"{label}{_NO_BREAK}: {value}")


def _count_attachments(
    message: EmailMessage, left_out: Counter[str], where: dict[str, str]
) -> None:
    names = []
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            left_out["messages joints"] += 1
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            left_out["pièces jointes"] += 1
            names.append(part.get_filename() or part.get_content_type())
    if names:
        where["pièces jointes"] = ", ".join(names)


def _body(message: EmailMessage, left_out: Counter[str], where: dict[str, str]) -> list[Part]:
    try:
        part = message.get_body(("plain", "html"))
    except (AttributeError, KeyError, ValueError):
        part = None
    if part is None:
        return []
    content = _content(part)
    if part.get_content_type() != "text/html":
        return txt.parts_of(content)
    if not content.strip():
        return []
    found = html.found_in(content)
    left_out.update(found.left_out)
    where.update(found.where)
    return list(found.parts)


def _content(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset and charset != "us-ascii":
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)
