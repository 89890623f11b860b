"""The claims room: what was said, what we found, what we published."""

from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate, pre_migrate


class ClaimsConfig(AppConfig):
    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from claims.indexed import INDEXED
        from claims.record.checks import triggers_are_there
        from factcheck.index.kinds import register

        # Not a rule of ours but the database's upkeep: SQLite rebuilds tables without triggers.
        pre_migrate.connect(_make_way_for_migrations, sender=self)
        post_migrate.connect(_install_triggers, sender=self)
        register(*INDEXED)
        checks.register(triggers_are_there, checks.Tags.database)


def _make_way_for_migrations(using: str, plan: list[Any], **kwargs: Any) -> None:
    from claims.record import triggers

    if any(migration.app_label == "claims" for migration, _ in plan):
        triggers.make_way(using)


def _install_triggers(using: str, **kwargs: Any) -> None:
    from claims.record import triggers

    triggers.install(using)
