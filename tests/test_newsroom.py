"""The newsroom of the tests is what it says it is."""

import pytest

from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "state", "status"),
    [
        (newsroom.make_draft, "draft", "drafting"),
        (newsroom.make_submitted, "submitted", "in_review"),
        (newsroom.make_published, "published", "false"),
        (newsroom.make_superseded, "superseded", "false"),
        (newsroom.make_retracted, "retracted", "retracted"),
    ],
)
def test_each_verdict_is_in_the_state_its_name_says(make, state, status):
    verdict = make()

    verdict.refresh_from_db()
    assert (verdict.state, verdict.claim.verification_status) == (state, status)


def test_nobody_named_is_the_annotator_writing_and_the_reviewer_publishing(annotator, reviewer):
    verdict = newsroom.make_published()

    assert (verdict.created_by, verdict.published_by) == (annotator, reviewer)
