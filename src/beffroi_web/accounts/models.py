"""People. One account a person, whatever the number of authorities that he or she works for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from beffroi_web.collectivites.scoped import Scoped

if TYPE_CHECKING:
    from beffroi_web.collectivites.models import Collectivite


class Users(BaseUserManager["User"]):
    """``create_user`` and look-ups by e-mail address, which ignore the case of letters."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=(username or "").strip())

    def create_user(self, *, email: str, name: str, password: str | None = None) -> User:
        """A new account; without ``password`` it opens only by an invitation or the OIDC door."""
        user = self.model(email=email.strip().lower(), name=name.strip())
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address.

    ``operator`` marks the person who runs the instance: creates the authorities, reads no text.
    """

    email = models.EmailField("adresse électronique", unique=True)
    name = models.CharField("prénom et nom", max_length=150)
    is_active = models.BooleanField("compte ouvert", default=True)
    operator = models.BooleanField("exploitant de l’instance", default=False)
    subject = models.CharField(
        "identifiant du fournisseur d’identité", max_length=255, null=True, blank=True, unique=True
    )
    created_at = models.DateTimeField("créé le", auto_now_add=True)

    objects = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]

    def has_perm(self, permission: str, about: Any = None) -> bool:
        """What the rules say (``collectivites/rules.py``); nothing is granted by hand."""
        return self.is_active and rules.has_perm(permission, self, about)

    def roles_in(self, collectivite: Collectivite) -> frozenset[str]:
        """The roles of this person in that authority; empty for a stranger."""
        return frozenset(
            self.memberships.filter(collectivite=collectivite).values_list("role", flat=True)
        )


class Invitation(Scoped):
    """A link that opens an account, or adds roles to one, in an authority. Used once.

    Only the SHA-256 of the link's secret is kept: who reads the database cannot use it.
    """

    email = models.EmailField("adresse électronique")
    name = models.CharField("prénom et nom", max_length=150)
    roles = models.JSONField(default=list)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField("valable jusqu’au")
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.email

    @property
    def open(self) -> bool:
        return self.used_at is None and self.expires_at > timezone.now()


class Session(AbstractBaseSession):
    """A session that knows whose it is, so that the person can see and close it."""

    user = models.ForeignKey(
        User, null=True, on_delete=models.CASCADE, related_name="sessions", db_index=True
    )
    device = models.CharField("appareil", max_length=120, blank=True)
    opened_at = models.DateTimeField("ouverte le", default=timezone.now)

    @classmethod
    def get_session_store_class(cls) -> Any:
        from beffroi_web.accounts.sessions import SessionStore

        return SessionStore
