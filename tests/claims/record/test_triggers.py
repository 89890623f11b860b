"""The triggers: whatever way somebody tries to change the public record, the database refuses."""

import re
from datetime import timedelta

import pytest
from django.core.checks import run_checks
from django.core.management.sql import emit_pre_migrate_signal
from django.db import IntegrityError, connection, transaction
from django.db.models import F, ProtectedError
from django.utils import timezone

from claims.models import Claim, Document, FactCheckVersion, LedgerHead
from claims.record import triggers
from claims.record.withholding import withhold
from tests import newsroom
from tests.claims.record.refusing import REFUSED, refused
from tests.kept import kept_rows

pytestmark = pytest.mark.django_db

IS_SQLITE = connection.vendor == "sqlite"
ON_SQLITE = pytest.mark.skipif(not IS_SQLITE, reason="SQLite's own words")
ON_POSTGRESQL = pytest.mark.skipif(IS_SQLITE, reason="PostgreSQL's own words")

VERSION, DOCUMENT, HEAD = triggers.tables()[1], triggers.tables()[0], triggers.tables()[2]

OTHER = {
    "sequence": F("sequence") + 100,
    "fact_check_id": "0000000000",
    "version": F("version") + 100,
    "kind": "updated",
    "notice": "Nothing to see here.",
    "at": timezone.now() + timedelta(days=1),
    "digest": "f" * 64,
    "four_eyes": None,
    "previous": "f" * 64,
    "row_hash": "f" * 64,
    "body": b"{}",
}
COLUMNS = [
    (model, field.attname)
    for model in triggers.KEPT
    for field in model._meta.concrete_fields
    if field.attname != "id"
]


@pytest.fixture(scope="module", autouse=True)
def record(django_db_setup, django_db_blocker):
    """Two versions of one fact check, with their documents."""
    with kept_rows(django_db_blocker):
        newsroom.make_superseded()
        # On PostgreSQL, checks that wait for the end would hide what the triggers say.
        connection.check_constraints()
        yield


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def columns_of(model):
    return ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)


@pytest.mark.parametrize(
    ("model", "column"), COLUMNS, ids=[f"{model.__name__}.{name}" for model, name in COLUMNS]
)
def test_no_column_can_be_updated(model, column):
    with refused():
        model.objects.update(**{column: OTHER[column]})


@pytest.mark.parametrize("model", triggers.KEPT)
def test_no_key_can_be_updated(model):
    key = model._meta.pk.column

    with refused(f"{REFUSED}|has_one_head"):
        run(f"UPDATE {model._meta.db_table} SET {key} = {key} + 100")


def test_no_row_can_be_saved_otherwise():
    row = FactCheckVersion.objects.get(version=2)
    row.notice = "Nothing to see here."

    with refused():
        row.save()


def test_no_rows_can_be_updated_in_bulk():
    rows = list(FactCheckVersion.objects.all())
    for row in rows:
        row.notice = "Nothing to see here."

    with refused():
        FactCheckVersion.objects.bulk_update(rows, ["notice"])


@pytest.mark.parametrize("model", triggers.KEPT)
def test_no_row_can_be_deleted(model):
    row = model.objects.first()

    with refused():
        model.objects.filter(pk=row.pk)._raw_delete("default")


@pytest.mark.parametrize("model", [FactCheckVersion, LedgerHead])
def test_no_row_deletes_itself(model):
    with refused():
        model.objects.first().delete()


def test_a_claim_that_was_published_takes_no_version_with_it():
    with pytest.raises(ProtectedError):
        Claim.objects.all().delete()

    assert FactCheckVersion.objects.count() == 2


def test_a_claim_cannot_be_deleted_from_under_its_versions():
    def delete():
        Claim.objects.all()._raw_delete("default")
        connection.check_constraints()

    with pytest.raises(IntegrityError), transaction.atomic():
        delete()

    assert FactCheckVersion.objects.count() == 2


@pytest.mark.parametrize("table", triggers.tables())
def test_nothing_can_be_changed_in_plain_sql(table):
    column = {VERSION: "notice", DOCUMENT: "digest", HEAD: "row_hash"}[table]

    with refused():
        run(f"UPDATE {table} SET {column} = 'other'")
    with refused():
        run(f"DELETE FROM {table}")


@pytest.mark.parametrize("model", triggers.KEPT)
def test_what_changes_nothing_passes(model):
    for row in model.objects.all():
        row.save()
    same = {field.attname: F(field.attname) for field in model._meta.concrete_fields}
    model.objects.update(**same)

    assert model.objects.exists()


@pytest.mark.parametrize("key", ["sequence", "row_hash", "fact_check_id, version"])
def test_no_version_gives_way_to_an_upsert(key):
    with refused():
        run(
            f"INSERT INTO {VERSION} ({columns_of(FactCheckVersion)}) "
            f"SELECT {columns_of(FactCheckVersion)} FROM {VERSION} WHERE version = 2 "
            f"ON CONFLICT ({key}) DO UPDATE SET notice = 'Nothing to see here.'"
        )


def test_no_document_gives_way_to_an_upsert():
    with refused():
        run(
            f"INSERT INTO {DOCUMENT} (digest, body) SELECT digest, body FROM {DOCUMENT} "
            "WHERE true ON CONFLICT (digest) DO UPDATE SET body = '{}'"
        )


def test_the_head_gives_no_way_to_an_upsert():
    with refused():
        run(
            f"INSERT INTO {HEAD} (id, sequence, row_hash, at) "
            f"SELECT id, sequence, row_hash, at FROM {HEAD} "
            "WHERE true ON CONFLICT (id) DO UPDATE SET sequence = 0"
        )


def inserted_over(table, model, **other):
    """INSERT OR REPLACE of a new row that shares only what `other` leaves with a stored one."""
    values = [
        f"{other[column]}" if column in other else f'"{column}"'
        for column in (field.column for field in model._meta.concrete_fields)
    ]
    return (
        f"INSERT OR REPLACE INTO {table} ({columns_of(model)}) "
        f"SELECT {', '.join(values)} FROM {table} LIMIT 1"
    )


NEW_VERSION = {"sequence": 99, "version": 99, "row_hash": "'other'", "kind": "'updated'"}


@ON_SQLITE
@pytest.mark.parametrize(
    "kept", [{"sequence"}, {"version"}, {"row_hash"}], ids=["sequence", "version", "row_hash"]
)
def test_no_version_is_replaced_on_any_of_its_keys(kept):
    other = {name: value for name, value in NEW_VERSION.items() if name not in kept}
    if "version" in kept:
        del other["kind"]

    with refused():
        run(inserted_over(VERSION, FactCheckVersion, **other))


@ON_SQLITE
@pytest.mark.parametrize("other", [{"id": 99}, {"digest": "'other'"}], ids=["digest", "id"])
def test_no_document_is_replaced_on_any_of_its_keys(other):
    with refused():
        run(inserted_over(DOCUMENT, Document, **other))


@ON_SQLITE
def test_the_head_is_not_replaced():
    with refused():
        run(inserted_over(HEAD, LedgerHead, sequence=0))


@ON_SQLITE
@pytest.mark.parametrize("alias", ["rowid", "oid", "_rowid_"])
def test_no_version_is_replaced_on_the_key_that_sqlite_hides(alias):
    names = columns_of(FactCheckVersion)
    values = names.replace('"sequence"', "99").replace('"version"', "99")
    values = values.replace('"row_hash"', "'other'").replace('"kind"', "'updated'")

    with refused():
        run(
            f"INSERT OR REPLACE INTO {VERSION} ({alias}, {names}) "
            f"SELECT rowid, {values} FROM {VERSION} LIMIT 1"
        )


@ON_SQLITE
def test_no_update_puts_a_version_in_the_place_of_another():
    with refused():
        run(f"UPDATE OR REPLACE {VERSION} SET rowid = rowid + 1 WHERE version = 1")
    with refused():
        run(f"UPDATE OR REPLACE {DOCUMENT} SET id = (SELECT max(id) FROM {DOCUMENT})")


@ON_SQLITE
def test_no_clause_talks_a_trigger_out_of_it():
    for clause in ("IGNORE", "FAIL"):
        with refused():
            run(f"UPDATE OR {clause} {VERSION} SET notice = 'Nothing to see here.'")


@ON_POSTGRESQL
@pytest.mark.parametrize("table", triggers.tables())
def test_no_table_can_be_emptied(table):
    with refused():
        run(f"TRUNCATE {table} CASCADE")


@ON_POSTGRESQL
@pytest.mark.parametrize("table", ["claims_claim", "claims_article", "accounts_user"])
def test_no_table_is_emptied_with_another(table):
    with refused():
        run(f"TRUNCATE {table} CASCADE")


def test_a_body_goes_once_its_digest_is_withheld():
    first = FactCheckVersion.objects.get(version=1)

    withhold(first, by=newsroom.the("administrator"), reason="A court in Millford.")

    assert Document.objects.get(digest=first.digest).body is None


def test_no_other_body_goes_with_it():
    first, second = FactCheckVersion.objects.order_by("version")
    withhold(first, by=newsroom.the("administrator"), reason="A court in Millford.")

    with refused():
        Document.objects.filter(digest=second.digest).update(body=None)


def test_a_withheld_body_never_comes_back():
    first = FactCheckVersion.objects.get(version=1)
    body = bytes(Document.objects.get(digest=first.digest).body)
    withhold(first, by=newsroom.the("administrator"), reason="A court in Millford.")

    with refused():
        Document.objects.filter(digest=first.digest).update(body=body)


def test_the_head_moves_only_to_the_last_row():
    first = FactCheckVersion.objects.get(version=1)

    with refused():
        LedgerHead.objects.update(sequence=first.sequence, row_hash=first.row_hash, at=first.at)


def test_no_second_head_is_made():
    with refused():
        LedgerHead(pk=1, sequence=0).save(force_insert=True)


def drop(name):
    on = re.sub(r"_(stays|not_\w+|as_written|follows|begins)$", "", name)
    run(f"DROP TRIGGER {name}" + ("" if IS_SQLITE else f" ON {on}"))


@pytest.mark.parametrize("name", triggers.DIALECTS[connection.vendor].NAMES)
def test_a_missing_trigger_is_named(name, client):
    drop(name)

    errors = run_checks(databases=["default"])
    answer = client.get("/readyz")

    assert [error.id for error in errors] == ["claims.E001"]
    assert name in errors[0].msg
    assert answer.status_code == 503
    assert name in answer.json()["status"]


@ON_POSTGRESQL
def test_a_trigger_that_is_switched_off_is_missing():
    run(f"ALTER TABLE {VERSION} DISABLE TRIGGER claims_factcheckversion_stays")

    assert triggers.missing() == ["claims_factcheckversion_stays"]


def test_nothing_is_missing_as_it_is():
    assert triggers.missing() == []
    assert run_checks(databases=["default"]) == []


def test_triggers_bite_again_after_they_were_lifted():
    with triggers.lifted():
        assert triggers.missing() == sorted(triggers.DIALECTS[connection.vendor].NAMES)
        FactCheckVersion.objects.filter(version=1).update(notice="For a moment.")
        FactCheckVersion.objects.filter(version=1).update(notice="")
        # PostgreSQL alters no table that has checks to come.
        connection.check_constraints()

    assert triggers.missing() == []
    with refused():
        FactCheckVersion.objects.filter(version=1).update(notice="For longer.")


def test_triggers_bite_again_after_what_was_done_without_them_failed():
    with pytest.raises(RuntimeError), triggers.lifted():
        raise RuntimeError("The disk is full.")

    assert triggers.missing() == []


@ON_SQLITE
def test_nothing_is_lifted_where_nothing_migrates():
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=[])

    assert triggers.missing() == []
