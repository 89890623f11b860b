"""Sources over the API: named, aliased, found by slug, and kept while something names them."""

import pytest

from sources.models import Source
from tests import newsroom
from tests.claims.api.talk import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program(as_annotator):
    return Program(as_annotator)


def test_a_source_gets_a_slug_of_its_name_that_stays(program):
    made = program.post("sources/", {"name": "Roads & Bridges Office", "kind": "organisation"})

    renamed = program.patch(f"sources/{made['id']}/", {"name": "Bridges Office"})

    assert made["slug"] == renamed["slug"] == "roads-bridges-office"
    assert program.get(f"sources/{made['slug']}/") == renamed


def test_two_of_one_name_have_two_slugs(program):
    first, second = (
        program.post("sources/", {"name": "Courier", "kind": "media"}) for _ in range(2)
    )

    assert (first["slug"], second["slug"]) == ("courier", "courier-2")


def test_a_name_without_latin_letters_has_its_id_for_a_slug(program):
    made = program.post("sources/", {"name": "Головне управління", "kind": "government"})

    assert made["slug"] == made["id"]
    assert program.get(f"sources/{made['slug']}/") == made


def test_unknown_is_null_and_no_key_is_missing(program):
    made = program.post("sources/", {"name": "Courier", "kind": "media"})

    assert {key for key, value in made.items() if value is None} == {
        "country",
        "description",
        "speaks_for",
    }
    assert made["aliases"] == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (["GUR", "HUR"], ["GUR", "HUR"]),
        (["HUR", "GUR", "HUR"], ["GUR", "HUR"]),
        ([" GUR ", "GUR"], ["GUR"]),
        ([], []),
    ],
)
def test_aliases_replace_the_list_by_name_each_once(sent, kept, program):
    source = newsroom.make_source(aliases=["Old name"])

    answer = program.patch(f"sources/{source.public_id}/", {"aliases": sent})

    assert answer["aliases"] == kept
    assert answer["version"] == source.version + 1


def test_an_alias_that_is_there_already_but_for_its_case_changes_its_case(program):
    source = newsroom.make_source(aliases=["gur"])

    assert program.patch(f"sources/{source.public_id}/", {"aliases": ["GUR"]})["aliases"] == ["GUR"]


def test_who_speaks_for_whom_is_named_by_slug_or_id_and_unset_with_null(program):
    office = newsroom.make_source("Office")
    speaker = newsroom.make_source("Speaker")
    path = f"sources/{speaker.public_id}/"

    by_slug = program.patch(path, {"speaks_for": "office"})
    by_id = program.patch(path, {"speaks_for": office.public_id})
    unset = program.patch(path, {"speaks_for": None})

    assert by_slug["speaks_for"] == {"id": office.public_id, "name": "Office", "slug": "office"}
    assert by_id == by_slug
    assert unset["speaks_for"] is None


def test_readers_find_a_source_once_something_published_names_it(program, api):
    reader = Program(api)
    source = newsroom.make_source(aliases=["Strassenamt"])
    claim = newsroom.make_claim(attributions=[{"source": source}])
    before = reader.get("sources/", q="strassenamt")["results"]

    newsroom.make_published(claim=claim)

    assert before == []
    (found,) = reader.get("sources/", q="strassenamt")["results"]
    assert found["id"] == source.public_id
    assert Source.objects.get().public_since is not None


def test_two_sources_may_have_one_name_and_a_program_may_ask_first(program):
    first = program.post("sources/", {"name": "Jan Novák", "kind": "person"})
    program.post("sources/", {"name": "Courier", "kind": "media", "aliases": ["The J. Novak"]})

    second = program.post("sources/", {"name": "Jan Novak", "kind": "person"})

    found = program.get("sources/", name="JAN NOVAK", ordering="created_at")["results"]
    assert found == [first, second]
    aliased = program.get("sources/?name=the j novak&name=jan-novak")["results"]
    assert len(aliased) == 3
    assert program.get("sources/", name="Novak")["results"] == []


def test_readers_ask_for_names_of_sources_that_they_may_see(program, api):
    newsroom.make_source("Courier")

    assert Program(api).get("sources/", name="Courier")["results"] == []
