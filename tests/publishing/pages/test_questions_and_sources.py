"""Questions compare what is published; sources show what was said and how it fared."""

import pytest

from tests import newsroom
from tests.publishing.pages.reading import make_checked, path_of, read, text_of

pytestmark = pytest.mark.django_db


def two_answers():
    question = newsroom.make_question()
    mayor = newsroom.make_source("Mayor’s office")
    office = newsroom.make_source("Roads office")
    dear = make_checked(
        "4.2 million euros",
        question=question,
        attributions=[
            {"source": office, "stance": "asserts"},
            {"source": mayor, "stance": "denies"},
        ],
    )
    cheap = make_checked("3.1 million euros", question=question)
    return question, dear, cheap


def test_a_question_shows_chart_table_positions_and_denials():
    question, dear, cheap = two_answers()

    page = text_of(f"/questions/{question.slug}/")

    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="chart"') == 3
    assert "<table>" in page
    for claim in (dear, cheap):
        assert f'href="{path_of(claim)}"' in page
    assert 'denied by <a href="/sources/mayors-office/">Mayor’s office</a>.' in page


def test_a_question_counts_only_what_is_published():
    question, _, _ = two_answers()
    waiting = newsroom.make_claim("three million", question=question, statement="Nobody spoke.")
    newsroom.make_submitted(claim=waiting)

    page = text_of(f"/questions/{question.slug}/")

    assert "Nobody spoke." not in page
    assert waiting.public_id not in page


def test_a_narrower_question_stands_beside():
    question, _, _ = two_answers()
    part = newsroom.make_question("What does the first arch cost?", part_of=question)
    make_checked("18 months", question=part, statement="It takes 18 months.")

    page = text_of(f"/questions/{question.slug}/")

    assert f'href="/questions/{part.slug}/"' in page
    assert f'Part of <a href="/questions/{question.slug}/">' in text_of(f"/questions/{part.slug}/")


def test_a_question_nobody_was_shown_is_not_found():
    question = newsroom.make_question()
    newsroom.make_submitted(claim=newsroom.make_claim(question=question))

    assert read(f"/questions/{question.slug}/").status_code == 404


def test_an_id_leads_to_the_slug():
    question, _, _ = two_answers()

    answer = read(f"/questions/{question.public_id}/")

    assert (answer.status_code, answer["Location"]) == (301, f"/questions/{question.slug}/")


def test_a_source_shows_what_was_said_and_how_it_fared(api):
    two_answers()

    page = text_of("/sources/roads-office/")
    record = api.get("/api/v1/sources/roads-office/track-record/").json()

    assert record["asserts"]["count"] == 1
    assert 'Said <span class="meta">1 checked</span>' in page
    assert "Said this" in page
    assert "Denied this" in text_of("/sources/mayors-office/")


def test_a_source_nobody_was_shown_is_not_found():
    newsroom.make_source("Whistleblower")

    assert read("/sources/whistleblower/").status_code == 404


def test_a_source_does_not_name_a_principal_that_nobody_was_shown():
    hidden = newsroom.make_source("Secret service")
    voice = newsroom.make_source("Spokeswoman", speaks_for=hidden)
    make_checked(attributions=[{"source": voice, "stance": "asserts"}])

    assert "Secret service" not in text_of("/sources/spokeswoman/")


def test_a_renamed_source_has_a_new_page():
    two_answers()
    tag = read("/sources/roads-office/")["ETag"]
    source = newsroom.Source.objects.get(slug="roads-office")

    source.edit(by=newsroom.the("annotator"), description="Of the county")

    assert read("/sources/roads-office/", HTTP_IF_NONE_MATCH=tag).status_code == 200
