"""Sources in the admin."""

import pytest

from accounts.models import User
from sources.models import Source
from tests.desk.editor import Editor
from tests.newsroom import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(annotator: User) -> Editor:
    return Editor(annotator)


def test_a_source_is_added_with_its_other_names(ann: Editor):
    page = ann.open("/admin/sources/source/add/")

    page.press("save", name="Roads office", kind="organisation", aliases="RO\r\n\r\nRoads\r\nRO")

    source = Source.objects.get()
    assert sorted(source.aliases.values_list("name", flat=True)) == ["RO", "Roads"]
    assert source.created_by == ann.person


def test_other_names_are_replaced_by_what_the_form_says(ann: Editor):
    source = make_source(aliases=["RO", "Roads"])
    page = ann.open(f"/admin/sources/source/{source.public_id}/change/")

    page.press("save", aliases="Roads")

    assert page.fields["aliases"] == ["RO\nRoads"]
    assert list(source.aliases.values_list("name", flat=True)) == ["Roads"]


def test_a_country_in_words_is_told_beside_the_field(ann: Editor):
    page = ann.open("/admin/sources/source/add/")

    after = page.shown_after(page.press("save", name="Kyiv", kind="government", country="Ua"))

    assert "Two capital letters" in after.text
    assert not Source.objects.exists()


def test_nobody_speaks_on_behalf_of_themselves(ann: Editor):
    source = make_source()
    page = ann.open(f"/admin/sources/source/{source.public_id}/change/")

    after = page.shown_after(page.press("save", speaks_for=source.pk))

    assert "speaks on behalf of" in after.text.lower()
    source.refresh_from_db()
    assert source.speaks_for is None


def test_a_source_is_found_by_another_name(ann: Editor):
    make_source("Main Intelligence Directorate", aliases=["GUR"])
    query = "app_label=claims&model_name=attribution&field_name=source&term=gur"

    answer = ann.client.get(f"/admin/autocomplete/?{query}").json()

    assert [row["text"] for row in answer["results"]] == ["Main Intelligence Directorate"]


def test_a_source_added_in_passing_goes_back_to_the_form_that_asked(ann: Editor):
    page = ann.open("/admin/sources/source/add/?_popup=1")

    answer = page.press("save", name="Roads office", kind="organisation")

    assert "popup_response.js" in answer.content.decode()


def test_an_unused_source_is_deleted_by_its_author(ann: Editor):
    source = make_source()

    ann.open(f"/admin/sources/source/{source.public_id}/delete/").press("")

    assert not Source.objects.exists()
