"""Rows that belong to an authority, and a way of asking for them that cannot forget which one.

``Draft.objects.for_(collectivite)`` gives a query; ``Draft.objects.all()`` gives one too, but it
raises :class:`UnscopedQuery` as soon as it is run. Rows reached from a row already in hand
(``source.drafts.all()``) are in the same authority and are let through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from beffroi_web.collectivites.models import Collectivite


class UnscopedQuery(RuntimeError):
    """A programming error: rows were asked for without saying of which authority."""


class ScopedRows(models.QuerySet[Any]):
    """A query that runs only when it is scoped."""

    _scope: int | str | None = None

    def for_(self, collectivite: Collectivite | int) -> Self:
        """Rows of that authority only."""
        number = collectivite if isinstance(collectivite, int) else collectivite.pk
        if number is None:
            raise UnscopedQuery("no authority was given")
        rows = self.filter(collectivite_id=number)
        rows._scope = number
        return rows

    def across(self, reason: str) -> Self:
        """Rows of every authority, for the processes that serve them all. ``reason`` is required
        so that each of these places can be found and questioned."""
        rows = self._chain()
        rows._scope = reason
        return rows

    def _clone(self) -> Self:
        copy = super()._clone()  # type: ignore[misc]
        copy._scope = self._scope
        return copy  # type: ignore[no-any-return]

    def _require_scope(self) -> None:
        if self._scope is None and self._hints.get("instance") is None:  # type: ignore[attr-defined]
            raise UnscopedQuery(f"{self.model.__name__}: use objects.for_(collectivite)")

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._require_scope()
        super()._fetch_all()  # type: ignore[misc]

    def _iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super()._iterator(*args, **kwargs)  # type: ignore[misc]

    def count(self) -> int:
        self._require_scope()
        return super().count()

    def exists(self) -> bool:
        self._require_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._require_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        return super().delete()

    update.alters_data = True  # type: ignore[attr-defined]
    delete.alters_data = True  # type: ignore[attr-defined]


class Scoped(models.Model):
    """Base of every model whose rows belong to an authority."""

    collectivite = models.ForeignKey(
        "collectivites.Collectivite",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="collectivité",
    )

    objects = ScopedRows.as_manager()

    class Meta:
        abstract = True
