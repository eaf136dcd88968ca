"""People. One account a person, whatever the number of authorities that he or she works for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

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
