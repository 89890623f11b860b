"""The index: rows by the words in them, on either database, knowing no model."""

from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class IndexConfig(AppConfig):
    name = "factcheck.index"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from factcheck.index.checks import index_is_there

        # Not a rule of ours but the database's upkeep: SQLite rebuilds tables without triggers.
        post_migrate.connect(_install, sender=self)
        checks.register(index_is_there, checks.Tags.database)


def _install(using: str, **kwargs: Any) -> None:
    from factcheck.index import upkeep

    upkeep.install(using)
