"""Counting a caller must not wait for the disk: PostgreSQL keeps rate windows out of its log."""

from typing import Any

from django.db import migrations


def leave_out_of_the_log(apps: Any, schema_editor: Any) -> None:
    """After a crash of the server every caller begins anew, which harms nobody."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE rest_ratewindow SET UNLOGGED")


def put_into_the_log(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE rest_ratewindow SET LOGGED")


class Migration(migrations.Migration):
    dependencies = [("rest", "0001_idempotency_and_rate_windows")]

    operations = [
        migrations.RunPython(leave_out_of_the_log, put_into_the_log, elidable=False),
    ]
