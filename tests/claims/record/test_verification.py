"""Verifying the record: whatever is changed behind its back is found, and named."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from claims.models import (
    Claim,
    Document,
    FactCheckPeriod,
    FactCheckVersion,
    LedgerHead,
    SourceInPeriod,
    Verdict,
)
from claims.record.verification import rows_to_see, verify
from tests.claims.record.whole import make_record, tampering
from tests.kept import kept_rows

pytestmark = pytest.mark.django_db

TABLES = (FactCheckVersion, Document, LedgerHead, FactCheckPeriod, SourceInPeriod)


@pytest.fixture(scope="module", autouse=True)
def record(django_db_setup, django_db_blocker):
    with kept_rows(django_db_blocker):
        make_record()
        yield


def some_of(model):
    """The first row, one in the middle and the last."""
    rows = list(model.objects.order_by("pk"))
    return {row.pk: row for row in (rows[0], rows[len(rows) // 2], rows[-1])}.values()


def columns_of(model):
    """What a row says; the database's own numbers say nothing, wherever they are consistent."""
    return [field.attname for field in model._meta.concrete_fields if field.attname != "id"]


def changes_of(model):
    for row in some_of(model):
        for column in columns_of(model):
            for value in others(getattr(row, column), column):
                yield row, column, value


def others(value, column):
    """Values that are not this one, some of them hardly different."""
    match value:
        case bool():
            return [not value, None]
        case bytes() | memoryview():
            body = bytes(value)
            bits = [(0, 1), (len(body) // 2, 4), (len(body) - 1, 128)]
            return [None, b"", *(flipped(body, place, bit) for place, bit in bits)]
        case int():
            return [value + 1, value + 1000, None]
        case datetime():
            return [value + timedelta(milliseconds=1), value + timedelta(microseconds=1)]
        case str() if column == "kind":
            return [kind for kind in FactCheckVersion.Kind.values if kind != value]
        case str() if column == "fact_check_id":
            return [
                key for key in Claim.objects.values_list("public_id", flat=True) if key != value
            ]
        case str():
            return [value[:-1] + "~", "", None] if value else ["~"]
    return {"body": [b"{}"], "four_eyes": [True, False]}.get(column, [1, 1000])


def flipped(body, place, bit):
    return body[:place] + bytes([body[place] ^ bit]) + body[place + 1 :]


def names_of(row):
    """What a problem calls this row, by any of which its keeper finds it."""
    match row:
        case FactCheckVersion():
            return {f"Row {row.sequence}", f"row {row.sequence} "}
        case Document():
            return {row.digest}
        case LedgerHead():
            return {"The head"}
        case FactCheckPeriod():
            return {f"{row.fact_check_id} version {row.version}"}
        case SourceInPeriod():
            periods = FactCheckPeriod.objects.filter(pk=row.period_id)
            return {name for period in periods for name in names_of(period)}


def written(model, row, column, value):
    """Whether the database takes this value, which no trigger hinders it from."""
    try:
        with transaction.atomic():
            model.objects.filter(pk=row.pk).update(**{column: value})
    except IntegrityError:
        return False
    return True


def assert_found(names, what):
    problems = list(verify())
    assert any(name in problem for problem in problems for name in names), (what, problems)


def test_a_whole_record_has_no_problem():
    assert list(verify()) == []


def test_every_row_is_looked_at():
    seen = []

    list(verify(seen.append))

    assert sum(seen) == rows_to_see()


@pytest.mark.slow
@pytest.mark.parametrize("model", TABLES)
def test_a_change_of_any_column_is_found(model):
    tried = set()
    for row, column, value in changes_of(model):
        names = names_of(row)
        with tampering():
            if written(model, row, column, value):
                tried.add(column)
                names |= {
                    name for moved in model.objects.filter(pk=row.pk) for name in names_of(moved)
                }
                assert_found(names, (row, column, value))

    assert tried == set(columns_of(model))


@pytest.mark.parametrize("model", TABLES)
def test_a_row_that_is_gone_is_found(model):
    for row in some_of(model):
        names = names_of(row) | ({"The head"} if model is FactCheckVersion else set())
        if model is FactCheckVersion:
            names |= {f"Row {row.sequence + 1}"}
        with tampering():
            model.objects.filter(pk=row.pk)._raw_delete("default")
            assert_found(names, row)


@pytest.mark.parametrize("model", [FactCheckPeriod, SourceInPeriod, Document])
def test_a_row_too_many_is_found(model):
    other = {
        FactCheckPeriod: {"version": 99, "to_sequence": 1000},
        SourceInPeriod: {"source": "0000000000"},
        Document: {"digest": "f" * 64},
    }[model]
    for row in some_of(model):
        row.pk = None
        for name, value in other.items():
            setattr(row, name, value)
        with tampering():
            row.save(force_insert=True)
            assert_found(names_of(row), row)


def test_a_version_too_many_is_found():
    row = FactCheckVersion.objects.last()
    row.sequence, row.version, row.row_hash = row.sequence + 1, 99, "f" * 64

    with tampering():
        row.save(force_insert=True)
        assert_found({f"Row {row.sequence}"}, row)


def test_a_period_that_only_lost_its_number_is_found():
    period = FactCheckPeriod.objects.first()

    with tampering():
        FactCheckPeriod.objects.filter(pk=period.pk).update(id=10_000)
        assert_found(names_of(period), period)


def test_a_verdict_that_was_taken_back_behind_the_record_is_found():
    verdict = Verdict.objects.standing().first()

    Verdict.objects.filter(pk=verdict.pk).update(
        state="superseded", superseded_at=verdict.published_at
    )

    assert_found({verdict.claim.public_id}, verdict)


def test_a_claim_that_shows_another_rating_is_found():
    claim = Verdict.objects.standing().first().claim

    Claim.objects.filter(pk=claim.pk).update(verification_status="true")

    assert_found({claim.public_id}, claim)


def test_what_stands_at_the_desk_alone_is_found():
    verdict = Verdict.objects.get(state="retracted")

    Verdict.objects.filter(pk=verdict.pk).update(
        state="published", retracted_at=None, retracted_by=None, retraction_reason=""
    )

    assert_found({verdict.claim.public_id}, verdict)
