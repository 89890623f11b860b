"""Times are UTC and cut to milliseconds, so that a fixture says exactly the same."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from claims.models import Article
from factcheck.records.clock import moment
from tests import newsroom


def test_a_time_is_cut_not_rounded():
    at = datetime(2026, 3, 2, 12, 0, 0, 123999, tzinfo=UTC)

    assert moment(at).microsecond == 123000


def test_a_time_of_another_zone_is_kept_as_utc():
    kyiv = datetime(2026, 3, 2, 14, tzinfo=timezone(timedelta(hours=2)))

    assert moment(kyiv) == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert moment(kyiv).tzinfo is UTC


def test_no_time_is_now():
    before = datetime.now(UTC) - timedelta(milliseconds=1)

    assert before < moment() <= datetime.now(UTC)
    assert moment().microsecond % 1000 == 0


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="has no time zone"):
        moment(datetime(2026, 3, 2, 12))


@pytest.mark.django_db
@pytest.mark.parametrize("make", [newsroom.make_published, newsroom.make_retracted])
def test_what_verbs_store_reads_back_as_they_set_it(make):
    verdict = make(at=datetime(2026, 3, 2, 12, 0, 0, 123999, tzinfo=UTC))

    stored = type(verdict).objects.get(pk=verdict.pk)
    times = [field.name for field in verdict._meta.fields if field.name.endswith("_at")]
    assert {name: getattr(stored, name) for name in times} == {
        name: getattr(verdict, name) for name in times
    }
    assert stored.published_at.microsecond == 123000


@pytest.mark.django_db
def test_a_story_can_be_told_at_its_own_time():
    then = datetime(2024, 10, 23, 9, tzinfo=UTC)

    article = newsroom.make_article(at=then)

    stored = Article.objects.get(pk=article.pk)
    assert (stored.created_at, stored.latest_revision.created_at) == (then, then)
