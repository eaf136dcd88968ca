"""Time-based codes (RFC 6238) and recovery codes."""

from __future__ import annotations

import base64
import io
import secrets

from django.db import transaction
from django_otp import user_has_device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from beffroi_web.accounts.models import User
from beffroi_web.accounts.signals import write_everywhere

RECOVERY_CODES = 10
#: No 0/O nor 1/l/i: the codes are copied by hand.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def is_active(user: User) -> bool:
    """Whether signing in asks this person for a code."""
    return bool(user_has_device(user, confirmed=True))


def draft_device(user: User) -> TOTPDevice:
    """The device being set up: one a person, until its first code is given."""
    device, _ = TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": "Application"}
    )
    return device


def qr_svg(device: TOTPDevice) -> str:
    """The QR code of the device as an inline SVG, without style attributes (strict policy)."""
    import segno

    out = io.BytesIO()
    segno.make(device.config_url, error="m").save(
        out, kind="svg", xmldecl=False, svgns=False, border=2, scale=5, omitsize=False
    )
    return out.getvalue().decode()


def key_in_fours(device: TOTPDevice) -> str:
    """The key to type by hand where a camera cannot read the QR code."""
    key = base64.b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[i : i + 4] for i in range(0, len(key), 4))


def confirm(user: User, code: str) -> list[str] | None:
    """The recovery codes, to be shown once, if ``code`` is right; ``None`` otherwise."""
    device = draft_device(user)
    if not device.verify_token(code):
        return None
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user, confirmed=True).delete()
        device.confirmed = True
        device.save()
        codes = _new_codes(user)
        write_everywhere(user, "compte.second_facteur_actif", actor=user)
    return codes


def verify(user: User, code: str) -> TOTPDevice | StaticDevice | None:
    """The device that accepts ``code`` (a recovery code is used up); ``None`` if none does.

    django-otp itself slows down whoever tries at random.
    """
    from django_otp import match_token

    return match_token(user, code.replace(" ", "").lower())


def _new_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="Codes de secours", confirmed=True)
    codes = ["".join(secrets.choice(LETTERS) for _ in range(10)) for _ in range(RECOVERY_CODES)]
    for code in codes:
        device.token_set.create(token=code)
    return codes
