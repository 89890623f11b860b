"""PostgreSQL unpacks lz4 faster than its own compression."""

from typing import Any

from django.db import migrations


def compress_by_lz4(apps: Any, schema_editor: Any) -> None:
    """For bodies written from now on; a server that was built without lz4 keeps its own way."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(
        "DO $$ BEGIN ALTER TABLE claims_document ALTER COLUMN body SET COMPRESSION lz4; "
        "EXCEPTION WHEN feature_not_supported THEN NULL; END $$"
    )


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_queue_in_order")]

    operations = [migrations.RunPython(compress_by_lz4, migrations.RunPython.noop, elidable=False)]
