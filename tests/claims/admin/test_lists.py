"""Lists of claims: narrowed, searched, and changed in bulk by the verbs."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from claims.models import Claim
from tests.desk.editor import Editor
from tests.newsroom import (
    make_claim,
    make_closed_claim,
    make_draft,
    make_published,
    make_question,
    make_submitted,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/claim/"


def listed(editor: Editor, **filters: Any) -> set[str]:
    """The public ids of the claims that a list shows."""
    response = editor.client.get(LIST, filters)
    assert response.status_code == 200
    return {claim.public_id for claim in response.context["cl"].result_list}


def test_by_status(ann: Editor):
    unchecked, published, closed = make_claim(), make_published().claim, make_closed_claim()

    assert listed(ann, status="unchecked") == {unchecked.public_id}
    assert listed(ann, status="published") == {published.public_id}
    assert listed(ann, status="closed") == {closed.public_id}


def test_by_rating(ann: Editor):
    make_claim()
    published = make_published().claim

    assert listed(ann, rating="false") == {published.public_id}


def test_by_work_whatever_readers_see(ann: Editor):
    corrected = make_published().claim
    make_submitted(claim=corrected)
    make_draft()

    assert listed(ann, work="in_review") == {corrected.public_id}


def test_by_who_works_on_it(ann: Editor, reviewer: User):
    mine, theirs = make_claim(assignee=ann.person), make_claim(assignee=reviewer)
    free = make_claim()

    assert listed(ann, assignee="me") == {mine.public_id}
    assert listed(ann, assignee="nobody") == {free.public_id}
    assert listed(ann, assignee="reviewer") == {theirs.public_id}


def test_by_due_time(ann: Editor):
    now = timezone.now()
    late = make_claim(due_at=now - timedelta(hours=1))
    soon = make_claim(due_at=now + timedelta(days=3))
    never = make_claim()

    assert listed(ann, due="overdue") == {late.public_id}
    assert listed(ann, due="week") == {soon.public_id}
    assert listed(ann, due="none") == {never.public_id}


def test_by_article_and_question(ann: Editor):
    question = make_question()
    claim, other = make_claim(question=question), make_claim()

    assert listed(ann, question=question.public_id) == {claim.public_id}
    assert listed(ann, article=other.article.public_id) == {other.public_id}


def test_by_words(ann: Editor):
    claim, _ = make_claim("18 months"), make_claim("1,300 lorries")

    assert listed(ann, q="months") == {claim.public_id}


@pytest.mark.parametrize(
    ("kind", "words"),
    [("article", "Paste an article"), ("claim", "Mark a claim"), ("question", "Add a question")],
)
def test_a_list_names_what_its_button_is_for(ann: Editor, kind: str, words: str):
    assert words in ann.text_of(f"/admin/claims/{kind}/")


def test_a_list_writes_times_as_every_page_does(ann: Editor):
    make_published(at=datetime(2024, 10, 24, 12, tzinfo=UTC))

    assert "24 Oct 2024, 12:00" in ann.text_of("/admin/claims/verdict/")


# --- In bulk --------------------------------------------------------------------------------------


def together(editor: Editor, action: str, *claims: Claim, **values: Any) -> str:
    chosen = {"action": action, "_selected_action": [claim.pk for claim in claims], **values}
    return editor.client.post(LIST, chosen, follow=True).content.decode()


def test_several_are_assigned_at_once_and_it_is_history(ann: Editor, reviewer: User):
    claims = make_claim(), make_claim()

    text = together(ann, "assign", *claims, person=reviewer.pk)

    assert {claim.assignee for claim in Claim.objects.all()} == {reviewer}
    assert {claim.version for claim in Claim.objects.all()} == {2}
    assert "2 claims assigned to" in text


def test_assigning_to_nobody_frees_them(ann: Editor, reviewer: User):
    claim = make_claim(assignee=reviewer)

    together(ann, "assign", claim, person="")

    claim.refresh_from_db()
    assert claim.assignee is None


def test_somebody_without_a_role_is_not_assigned(ann: Editor, outsider: User):
    claim = make_claim()

    together(ann, "assign", claim, person=outsider.pk)

    claim.refresh_from_db()
    assert claim.assignee is None


def test_several_are_closed_and_the_published_one_is_named(ann: Editor):
    open_claim, published = make_claim(), make_published().claim

    text = together(ann, "close", open_claim, published, reason="duplicate")

    open_claim.refresh_from_db()
    assert open_claim.close_reason == "duplicate"
    assert f"“{published}” is not closed: A published claim cannot be closed" in text


def test_several_are_reopened(ann: Editor):
    claim = make_closed_claim()

    together(ann, "reopen", claim)

    claim.refresh_from_db()
    assert claim.closed_at is None


def test_nothing_is_deleted_in_bulk(ann: Editor):
    claim = make_claim()

    together(ann, "delete_selected", claim, post="yes")

    assert Claim.objects.exists()


@pytest.mark.parametrize(("query", "is_part"), [("", False), ("?q=bridge", True), ("?q=", False)])
def test_all_of_a_list_is_offered_where_a_part_of_it_is_shown(ann: Editor, query, is_part):
    make_claim()

    assert ("Show all" in ann.text_of(f"/admin/claims/claim/{query}")) == is_part
