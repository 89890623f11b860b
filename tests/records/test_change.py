"""History: who changed what, from what to what, and when."""

from datetime import UTC, datetime

import pytest

from factcheck.records.change import Change, current_request_id
from tests import newsroom

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def told(row):
    """The row's history in the order of events: version, field, before, after."""
    changes = Change.objects.about(row).order_by("version", "pk")
    return [(change.version, change.field, change.old, change.new) for change in changes]


def test_a_row_begins_with_its_creation():
    source = newsroom.make_source("Mayor")

    assert told(source) == [(1, "", None, "Mayor")]


def test_each_changed_field_is_told_with_both_values(annotator):
    source = newsroom.make_source("Mayor")
    office = newsroom.make_source("Office")

    source.edit(by=annotator, at=NOON, name="Lord Mayor", kind="organisation", speaks_for=office)

    assert told(source)[1:] == [
        (2, "name", "Mayor", "Lord Mayor"),
        (2, "speaks_for", None, office.public_id),
    ]
    latest = Change.objects.about(source).filter(version=2).first()
    assert (latest.by, latest.at, latest.what) == (annotator, NOON, "sources.source")


def test_a_list_is_told_as_it_was_and_as_it_is(annotator):
    source = newsroom.make_source("Mayor", aliases=["The mayor"])

    source.edit(by=annotator, aliases=["Her Worship", "The mayor"])

    assert told(source)[1:] == [(2, "aliases", ["The mayor"], ["Her Worship", "The mayor"])]


def test_an_edit_that_changes_nothing_leaves_no_trace(annotator):
    source = newsroom.make_source("Mayor", aliases=["Zed", "abel", "Übermut"])

    source.edit(by=annotator, name="Mayor", aliases=["abel", "Übermut", "Zed"])

    assert told(source) == [(1, "", None, "Mayor")]
    assert source.version == 1


def test_what_was_deleted_keeps_its_history(annotator):
    source = newsroom.make_source("Mayor")

    source.remove(by=annotator)

    assert told(source) == [(1, "", None, "Mayor"), (2, "", "Mayor", None)]


def test_a_verdicts_moves_are_told_without_repeating_dates_and_names():
    verdict = newsroom.make_retracted()

    assert told(verdict) == [
        (1, "", None, "False: 4.2 million euros"),
        (2, "state", "draft", "submitted"),
        (3, "state", "submitted", "published"),
        (3, "four_eyes", None, True),
        (4, "state", "published", "retracted"),
        (4, "retraction_reason", "", "The estimate was of another bridge."),
    ]


def test_a_deadline_is_news_although_it_is_a_date(annotator):
    claim = newsroom.make_claim()

    claim.edit(by=annotator, due_at=NOON)

    assert told(claim)[1:] == [(2, "due_at", None, "2026-03-02T12:00:00Z")]


def test_a_change_says_in_which_request_it_was_made(annotator):
    source = newsroom.make_source("Mayor")
    token = current_request_id.set("req-1")

    source.edit(by=annotator, name="Lord Mayor")

    current_request_id.reset(token)
    assert [change.request_id for change in Change.objects.about(source)] == ["req-1", ""]


def test_rows_are_told_together_latest_first(annotator):
    first, second = newsroom.make_source("First"), newsroom.make_source("Second")
    first.edit(by=annotator, name="First again")
    newsroom.make_source("Unrelated")

    changes = Change.objects.about(first, second)

    assert [change.new for change in changes] == ["First again", "Second", "First"]


def test_a_refused_edit_leaves_no_trace(annotator):
    claim = newsroom.make_published().claim
    before = told(claim)

    with pytest.raises(Exception, match="are locked"):
        claim.edit(by=annotator, statement="It costs less.")

    assert told(claim) == before
