"""Ten times the rows take no ten times the memory."""

import gc
import json
import tracemalloc

import orjson
import pytest
from django.test.utils import override_settings

from search.exchange.kinds import BATCH, SOURCES, rows_of
from search.exchange.writing import json_lines, spreadsheet
from sources.models import Source
from tests.newsroom import make_source
from tests.search.exchange.files import exported, imported

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def as_tidy_as_ever():
    """Python tidies up as it does outside the tests, which conftest.py lets wait longer."""
    seldom = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*seldom)


def make_sources(many: int) -> None:
    """As many, past the verbs: only their number matters here."""
    made_at = make_source().created_at
    Source.objects.bulk_create(
        Source(
            name=f"Source {n}",
            slug=f"s-{n}",
            kind="person",
            created_at=made_at,
            description="x" * 250,
        )
        for n in range(many)
    )


def peak_of(act) -> int:
    """The most bytes that Python held while this was done."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("write", [json_lines, spreadsheet])
@override_settings(DEBUG=False)
def test_an_export_holds_a_batch_at_a_time(write):
    def export():
        return sum(len(line) for line in write(SOURCES, rows_of(SOURCES)))

    make_sources(2 * BATCH)
    export()
    few = peak_of(export)
    Source.objects.all().delete()
    make_sources(20 * BATCH)
    many = peak_of(export)

    assert export() > 20 * BATCH * 250
    assert many < 1.5 * few


def test_an_import_holds_a_line_at_a_time(tmp_path):
    make_sources(100)
    few = exported(tmp_path / "few", "sources")
    names = (f"{n}-" for n in range(9))
    more = [few.replace(b"Source ", b"Source " + n.encode()) for n in names]
    many = few + b"".join(line for part in more for line in _without_ids(part))
    Source.objects.all().delete()

    imported(tmp_path / "file", few)
    once = peak_of(lambda: imported(tmp_path / "file", few))
    imported(tmp_path / "file", many)
    often = peak_of(lambda: imported(tmp_path / "file", many))

    assert Source.objects.count() > 900
    # Ten times the lines; what Python has not tidied up yet counts too.
    assert often < 3 * once


def _without_ids(lines: bytes) -> list[bytes]:
    kept = ("record", "name", "kind", "description")
    return [
        orjson.dumps({key: json.loads(line)[key] for key in kept}) + b"\n"
        for line in lines.splitlines()
    ]
