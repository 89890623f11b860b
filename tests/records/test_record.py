"""Saving: nobody's save is overwritten unseen, and what is refused changes nothing."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Article
from factcheck.records.refusals import Stale
from tests import newsroom

pytestmark = pytest.mark.django_db


def copy_of(row):
    return type(row).objects.get(pk=row.pk)


def test_each_save_counts_once_parts_included(annotator):
    source = newsroom.make_source("Mayor")

    source.edit(by=annotator, name="Lord Mayor", aliases=["Her Worship", "Mayor"])

    assert (source.version, copy_of(source).version) == (2, 2)


@pytest.mark.parametrize("change", [{"name": "Lord Mayor"}, {"aliases": ["Her Worship"]}])
def test_who_has_not_read_the_latest_save_is_told_so(change, annotator):
    source = newsroom.make_source("Mayor")
    stale = copy_of(source)
    source.edit(by=annotator, country="UA")

    with pytest.raises(Stale, match="Read it again"):
        stale.edit(by=annotator, **change)

    stored = copy_of(source)
    assert (stored.name, stored.country, stored.aliases.count()) == ("Mayor", "UA", 0)


def test_who_has_not_read_the_latest_save_deletes_nothing(annotator):
    source = newsroom.make_source("Mayor")
    stale = copy_of(source)
    source.edit(by=annotator, country="UA")

    with pytest.raises(Stale):
        stale.remove(by=annotator)

    assert copy_of(source).country == "UA"


def test_a_refused_save_leaves_the_instance_as_it_was(annotator):
    source = newsroom.make_source("Mayor")

    with pytest.raises(ValidationError):
        source.edit(by=annotator, name="Lord Mayor", country="Ukraine")

    assert (source.name, source.country, source.version) == ("Mayor", "", 1)
    source.edit(by=annotator, country="UA")
    assert copy_of(source).name == "Mayor"


def test_what_cleaning_makes_of_a_value_is_what_is_stored(annotator):
    article = newsroom.make_article(url="https://courier.example/bridge")

    article.edit(by=annotator, url="")

    assert (article.url, copy_of(article).url) == (None, None)


def test_an_empty_value_in_place_of_none_is_no_change(annotator):
    article = newsroom.make_article()

    article.edit(by=annotator, url="")

    assert copy_of(article).version == 1


def test_fixtures_name_a_row_by_its_public_id():
    article = newsroom.make_article()

    assert Article.objects.get_by_natural_key(*article.natural_key()) == article


def test_who_made_a_row_is_kept(annotator):
    assert newsroom.make_article().created_by == annotator
