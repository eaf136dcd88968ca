"""OpenID Connect, in the shape of ProConnect: signed user information, PKCE, nonce, state, acr.

Sources: OpenID Connect Core 1.0 (3.1.3.7: ID token, 5.3.2: user information), RFC 7636 (PKCE),
OpenID Connect RP-Initiated Logout 1.0. mozilla-django-oidc holds the dance; what it leaves to the
application is here: who issued, for whom, the same ``sub`` in both answers, the level of
assurance, the authority of the SIRET.
"""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlencode

import jwt
import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.utils import import_from_settings
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from beffroi.errors import BeffroiError
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Membership, Role
from beffroi_web.journal import actions as journal

#: Seconds for one answer of the provider, and during which its addresses are kept.
TIMEOUT, KEEP = 10, 3600

Claims = dict[str, Any]
_DISCOVERED: dict[str, tuple[float, Claims]] = {}


class Refused(BeffroiError):
    code = "compte.fournisseur"
    default_message = "Le fournisseur d’identité n’a pas pu confirmer qui vous êtes."
    default_next_step = "Recommencez ; si cela continue, prévenez l’administrateur."


class UnknownEstablishment(Refused):
    code = "compte.etablissement"
    default_message = "Votre établissement n’est pas inscrit sur cette instance de Beffroi."
    default_next_step = "Demandez une invitation à l’administrateur de votre collectivité."


def discovery(issuer: str) -> Claims:
    """The provider's own description of its addresses, kept for an hour."""
    at, known = _DISCOVERED.get(issuer, (0.0, {}))
    if known and time.monotonic() - at < KEEP:
        return known
    address = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
    try:
        answer = requests.get(address, timeout=TIMEOUT)
        answer.raise_for_status()
        known = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise Refused(
            "Le fournisseur d’identité ne répond pas.",
            next_step="Attendez un instant, ou connectez-vous avec votre mot de passe.",
            detail=repr(error),
        ) from error
    _DISCOVERED[issuer] = (time.monotonic(), known)
    return known


def setting(name: str, *default: Any) -> Any:
    """What mozilla-django-oidc asks for: from the provider, from Beffroi, else its own default."""
    beffroi = settings.BEFFROI
    places = {
        "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
        "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
        "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
        "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
    }
    if name in places:
        return discovery(beffroi.oidc_issuer)[places[name]]
    ours = {
        "OIDC_RP_CLIENT_ID": beffroi.oidc_client,
        "OIDC_RP_CLIENT_SECRET": beffroi.oidc_secret,
        "OIDC_RP_SIGN_ALGO": beffroi.oidc_algorithm,
        "OIDC_RP_SCOPES": beffroi.oidc_scopes,
        "OIDC_USE_PKCE": True,
        "OIDC_STORE_ID_TOKEN": True,
        "OIDC_TIMEOUT": TIMEOUT,
        "OIDC_AUTHENTICATION_CALLBACK_URL": "accounts:fournisseur_retour",
    }
    return ours[name] if name in ours else import_from_settings(name, *default)


class ProConnect(OIDCAuthenticationBackend):
    """Who the provider says it is → a person of ours, in the authority of the SIRET."""

    get_settings = staticmethod(setting)

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """Only the way back from the provider is answered; a password is not for this backend."""
        if request is None or "nonce" not in credentials:
            return None
        user: User | None = super().authenticate(request, **credentials)
        return user

    def get_user(self, user_id: int) -> User | None:
        """A closed account is nobody, whatever its session says."""
        return User.objects.filter(pk=user_id, is_active=True).first()

    def __init__(self) -> None:
        # The parent asks the provider for its addresses at once, and Django makes a backend at
        # each request of a signed-in person: ask when they are used.
        self.UserModel = User

    def __getattr__(self, name: str) -> Any:
        if name.startswith("OIDC_"):
            return setting(name, None)
        raise AttributeError(name)

    def verify_token(self, token: str, **kwargs: Any) -> Claims:
        """Signature and nonce by the parent; issuer, audience and end of validity here."""
        try:
            claims: Claims = super().verify_token(token, **kwargs)
        except jwt.InvalidTokenError as error:  # out of date, not yet valid…
            raise SuspiciousOperation(str(error)) from error
        audience = claims.get("aud", [])
        audience = [audience] if isinstance(audience, str) else audience
        if claims.get("iss") != discovery(settings.BEFFROI.oidc_issuer)["issuer"]:
            raise SuspiciousOperation("issuer")
        if settings.BEFFROI.oidc_client not in audience:
            raise SuspiciousOperation("audience")
        if "nonce" in kwargs and "exp" not in claims:
            raise SuspiciousOperation("no end of validity")
        return claims

    def get_or_create_user(self, access_token: str, id_token: str, payload: Claims) -> User:
        accepted = settings.BEFFROI.oidc_acr.split()
        if accepted and payload.get("acr") not in accepted:
            raise Refused(
                "Votre connexion n’a pas le niveau de garantie que demande cette instance.",
                next_step="Reconnectez-vous avec une authentification plus forte.",
            )
        claims = self.get_userinfo(access_token, id_token, payload)
        if not claims.get("sub") or claims["sub"] != payload.get("sub"):
            raise SuspiciousOperation("the two answers are about two people")
        return person_of(claims)


def person_of(claims: Claims) -> User:
    """The account of these claims: by ``sub``, else by e-mail address (bound from then on), else a
    new one. Raises :class:`Refused`."""
    subject, email = str(claims["sub"]), str(claims.get("email", "")).strip().lower()
    user = User.objects.filter(subject=subject).first()
    if user is None:
        if not email:
            raise Refused("Le fournisseur d’identité n’a pas donné votre adresse électronique.")
        user = User.objects.filter(email__iexact=email).first()
    if user is not None and user.subject not in (None, subject):
        raise Refused("Cette adresse est déjà liée à une autre identité.")
    if user is not None and not user.is_active:
        raise Refused("Ce compte est fermé.", next_step="Adressez-vous à votre administrateur.")
    return _with_authority(user, subject, email, claims)


def _with_authority(user: User | None, subject: str, email: str, claims: Claims) -> User:
    collectivite = collectivite_of(str(claims.get("siret", "")))
    if collectivite is None and (user is None or not user.memberships.exists()):
        raise UnknownEstablishment
    with transaction.atomic():
        if user is None:
            user = User.objects.create_user(email=email, name=_name(claims) or email)
            assert collectivite is not None
            journal.write(collectivite, user, "compte.cree", f"compte:{user.pk}")
        if user.subject != subject:
            user.subject = subject
            user.save(update_fields=["subject"])
        if collectivite is not None and not user.roles_in(collectivite):
            Membership.objects.create(user=user, collectivite=collectivite, role=Role.AGENT)
    return user


def collectivite_of(siret: str) -> Collectivite | None:
    """The authority whose SIREN begins the SIRET (nine digits of fourteen)."""
    siren = siret.replace(" ", "")[:9]
    return Collectivite.objects.filter(siren=siren).first() if len(siren) == 9 else None


def _name(claims: Claims) -> str:
    family = claims.get("usual_name") or claims.get("family_name") or ""
    return f"{claims.get('given_name') or ''} {family}".strip()[:150]


class Begin(OIDCAuthenticationRequestView):
    get_settings = staticmethod(setting)

    def get_extra_params(self, request: HttpRequest) -> dict[str, str]:
        acr = settings.BEFFROI.oidc_acr
        return {"acr_values": acr} if acr else {}


class Back(OIDCAuthenticationCallbackView):
    get_settings = staticmethod(setting)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Whatever goes wrong on the way is one clear page, never an error page."""
        try:
            return super().get(request)
        except (SuspiciousOperation, requests.RequestException, jwt.PyJWTError, KeyError) as error:
            raise Refused(detail=repr(error)) from error

    def login_failure(self) -> HttpResponse:
        raise Refused


def logout_address(request: HttpRequest) -> str:
    """Where to send a person who leaves so that the provider's session ends too; « » if it has no
    such address."""
    try:
        end = discovery(settings.BEFFROI.oidc_issuer).get("end_session_endpoint", "")
    except Refused:
        return ""
    query = {
        "id_token_hint": request.session["oidc_id_token"],
        "post_logout_redirect_uri": request.build_absolute_uri(reverse("accounts:connexion")),
        "state": (request.session.session_key or "")[:16],
    }
    return f"{end}?{urlencode(query)}" if end else ""
