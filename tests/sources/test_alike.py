"""Sources of one name are found however it is written, along an index; two may have it."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.scopes import Role
from factcheck.records.change import Change
from sources.models import Source, SourceAlias
from tests.newsroom import make_source, the
from tests.plans import large_tables, planned

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["courier", "COURIER!", "Çourier", "Cou rier", "Coürier"])
def test_a_source_is_found_by_its_name_however_it_is_written(name: str):
    source = make_source("Courier")
    make_source("Courier on Sunday")

    assert list(Source.objects.alike(name)) == [source]


def test_a_source_is_found_by_its_aliases_too():
    source = make_source("Main Intelligence Directorate", aliases=["GUR", "HUR"])

    assert list(Source.objects.alike("G.U.R.")) == [source]


def test_two_sources_of_one_name_know_of_each_other():
    first, second = make_source("Jan Novák"), make_source("Jan Novak")

    assert (list(first.alike()), list(second.alike())) == ([second], [first])


def test_a_name_and_the_alias_of_another_are_alike_and_two_aliases_are_not():
    named = make_source("GUR")
    also_called = make_source("Main Intelligence Directorate", aliases=["gur"])
    other = make_source("Ministry of Defence", aliases=["MoD"])
    make_source("Defence Ministry", aliases=["MoD"])

    assert list(named.alike()) == [also_called]
    assert list(also_called.alike()) == [named]
    assert not other.alike()


def test_a_renamed_source_is_found_by_its_new_name_alone():
    source = make_source("Courier")

    source.edit(by=the(Role.ANNOTATOR), name="Observer", aliases=["Obs"])

    assert list(Source.objects.alike("OBSERVER")) == [source]
    assert list(Source.objects.alike("obs.")) == [source]
    assert not Source.objects.alike("Courier")


def test_history_does_not_tell_of_the_key():
    source = make_source("Courier")

    source.edit(by=the(Role.ANNOTATOR), name="Observer")

    assert [change.field for change in Change.objects.order_by("pk")] == ["", "name"]


def test_what_the_version_before_has_kept_gets_its_key_with_the_next_edit():
    source = make_source("Courier")
    Source.objects.update(likeness=None)

    Source.objects.get().edit(by=the(Role.ANNOTATOR), description="A newspaper")

    assert list(Source.objects.alike("courier")) == [source]


def test_a_fixture_that_was_written_by_hand_is_found_too(tmp_path):
    fields = {"public_id": "a0000000b1", "name": "Courier", "slug": "courier", "kind": "media"}
    row = {"model": "sources.source", "fields": fields | {"created_at": "2026-05-04T12:00:00Z"}}
    alias = {"model": "sources.sourcealias", "fields": {"source": ["a0000000b1"], "name": "Cr"}}
    fixture = tmp_path / "sources.json"
    fixture.write_text(json.dumps([row, alias]))

    call_command("loaddata", str(fixture), verbosity=0)

    assert Source.objects.alike("COURIER").get() == Source.objects.alike("cr").get()


def test_sources_of_a_name_are_read_along_an_index():
    source = make_source("Courier", aliases=["Cr"])
    large_tables()

    with planned() as plans:
        list(source.alike())
        list(Source.objects.called("courier"))

    wrong = [step for plan in plans for step in plan.offences(may_sort=False)]
    assert plans
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_migrating_gives_every_name_its_key():
    before = [("sources", "0002_lists_in_order")]
    executor = MigrationExecutor(connection)
    executor.migrate(before)
    state = executor.loader.project_state(before).apps
    kept = state.get_model("sources", "Source").objects.create(
        public_id="a0000000b1", name="Courier", slug="courier", created_at="2026-05-04T12:00Z"
    )
    state.get_model("sources", "SourceAlias").objects.create(source=kept, name="Cr")

    call_command("migrate", verbosity=0)

    assert Source.objects.alike("COURIER").exists()
    assert SourceAlias.objects.exclude(likeness=None).count() == 1
