"""Slugs: readable, unique within their kind, and kept."""

import pytest

from sources.models import Source
from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("US intelligence", "us-intelligence"),
        ("Mayor’s Office", "mayors-office"),
        ("Café de la Paix", "cafe-de-la-paix"),
        ("-- 3.1 --", "31"),
        ("x" * 90, "x" * 60),
        (f"{'long ' * 11}words of a name", "long-" * 10 + "long"),
        (f"{'a' * 55} words", f"{'a' * 55}"),
    ],
)
def test_a_slug_is_made_of_the_name_and_cut_at_a_word(name, slug):
    made = newsroom.make_source(name).slug

    assert made.startswith(slug)
    assert len(made) <= 60
    assert not made.endswith("-")


def test_a_name_that_ascii_cannot_write_falls_back_to_its_id():
    source = newsroom.make_source("Головне управління розвідки")

    assert source.slug == source.public_id


def test_a_taken_slug_is_numbered_from_two():
    slugs = [newsroom.make_source("Mayor").slug for _ in range(3)]

    assert slugs == ["mayor", "mayor-2", "mayor-3"]


def test_a_slug_that_only_begins_alike_is_free():
    newsroom.make_source("Mayor of Mill Bridge")

    assert newsroom.make_source("Mayor").slug == "mayor"


def test_renaming_keeps_the_slug(annotator):
    source = newsroom.make_source("Mayor")

    source.edit(by=annotator, name="Lord Mayor")

    assert Source.objects.get(name="Lord Mayor").slug == "mayor"
