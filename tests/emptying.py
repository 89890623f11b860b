"""Empty tables for the next test, after one that commits."""

from django.db import connections, transaction
from django.test import TransactionTestCase

from claims.record.triggers import lifted

# What migrations fill, and no test changes.
KEPT = frozenset({"django_content_type", "auth_permission"})


def emptied(case: TransactionTestCase) -> None:
    """
    Delete what was committed, in place of Django's own way to end such a test.

    The public record refuses to be emptied, so its triggers are lifted. And Django truncates every
    table, for each of whose indexes PostgreSQL takes a new file, and then does what follows a
    migration: seconds for a handful of rows.
    """
    for name in case._databases_names(include_mirrors=False):
        connection = connections[name]
        known = connection.introspection.django_table_names(only_existing=True, include_views=False)
        with lifted(name), transaction.atomic(using=name), connection.cursor() as cursor:
            for table in sorted(set(known) - KEPT):
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
