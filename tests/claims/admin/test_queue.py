"""The queue: what waits for whom, by due time and then by age."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.desk.editor import Editor
from tests.newsroom import make_claim, make_closed_claim, make_draft, make_published, make_submitted

pytestmark = pytest.mark.django_db


def section(text: str, slug: str) -> str:
    return text.split(f'id="{slug}-heading"')[1].split("</section>")[0]


def test_my_drafts_are_mine_alone(ann: Editor, rey: Editor):
    mine = make_draft(claim=make_claim("18 months"))
    make_draft(by=rey.person, claim=make_claim("1,300 lorries"))

    drafts = section(ann.text_of("/admin/"), "drafts")

    assert mine.claim.statement in drafts
    assert "1,300 lorries" not in drafts


def test_reviewers_are_told_which_they_cannot_publish(rey: Editor):
    make_submitted(claim=make_claim("18 months"))
    make_submitted(by=rey.person, claim=make_claim("1,300 lorries"))

    review = section(rey.text_of("/admin/"), "review")

    assert review.count("You cannot publish this one: you last changed it.") == 1
    assert "18 months" in review


def test_annotators_see_what_waits_without_being_told_of_publishing(ann: Editor):
    make_submitted()

    review = section(ann.text_of("/admin/"), "review")

    assert "cannot publish" not in review
    assert "4.2 million euros" in review


def test_claims_are_ordered_by_due_time_then_age(ann: Editor):
    now = timezone.now()
    make_claim("18 months", at=now - timedelta(days=2))
    make_claim("1,300 lorries", at=now - timedelta(days=3))
    make_claim("another 300", due_at=now + timedelta(days=2))
    make_claim("3.1 million euros", due_at=now - timedelta(days=1))

    unchecked = section(ann.text_of("/admin/"), "unchecked")

    places = [
        unchecked.index(words)
        for words in ("3.1 million euros", "another 300", "1,300 lorries", "18 months")
    ]
    assert places == sorted(places)
    assert unchecked.count("Overdue") == 1


def test_it_says_how_long_ago_something_was_marked(ann: Editor):
    make_claim(at=timezone.now() - timedelta(days=3, hours=1))
    make_claim()

    text = ann.text_of("/admin/")

    assert "marked 3 days ago<" in text.replace("\xa0", " ")
    assert "marked just now<" in text


@pytest.mark.parametrize("make", [make_closed_claim, make_published, make_draft, make_submitted])
def test_what_is_decided_or_in_work_is_not_without_a_verdict(make: Any, ann: Editor):
    make()

    assert "4.2 million euros" not in section(ann.text_of("/admin/"), "unchecked")


def test_who_holds_what_is_counted(ann: Editor, rey: Editor):
    make_claim(assignee=rey.person)
    make_claim(assignee=rey.person)

    text = ann.text_of("/admin/")

    assert "?assignee=reviewer" in text
    assert '<span class="number">2</span>' in text.split("Who holds what")[1]


def test_a_long_queue_shows_its_beginning_and_the_number_of_the_rest(ann: Editor):
    for _ in range(22):
        make_claim()

    unchecked = section(ann.text_of("/admin/"), "unchecked")

    assert unchecked.count('class="queue-row"') == 20
    assert "2 more" in unchecked


def test_the_lists_stay_within_reach(ann: Editor):
    text = ann.text_of("/admin/")

    for model in ("claims/claim", "claims/article", "sources/source", "accounts/token"):
        assert f'href="/admin/{model}/"' in text
