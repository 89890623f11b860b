"""Migrations on the public record: a table is rebuilt, and its triggers stay."""

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader

from claims.record import triggers
from tests import newsroom
from tests.claims.record.refusing import refused

IS_SQLITE = connection.vendor == "sqlite"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", triggers.KEPT)
def test_a_migration_may_rebuild_a_table_and_leaves_the_triggers_there(model):
    newsroom.make_superseded()
    ours = MigrationLoader(connection).graph.leaf_nodes("claims")
    plan = [(Migration(name, label), False) for label, name in ours]

    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=plan)
    if IS_SQLITE:
        with connection.schema_editor() as editor:
            editor._remake_table(model)
    call_command("migrate", verbosity=0)

    assert triggers.missing() == []
    with refused():
        model.objects.all()._raw_delete("default")
