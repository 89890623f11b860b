"""The front page: what stands, newest first, in pages."""

import re

import pytest

from tests import newsroom
from tests.publishing.pages.reading import make_checked, text_of

pytestmark = pytest.mark.django_db


def statements(page: str) -> list[str]:
    return re.findall(r'class="statement"[^>]*><a [^>]*>([^<]*)', page)


def test_the_latest_check_comes_first_with_its_rating_and_who_said_it():
    office = newsroom.make_source("Roads office")
    make_checked(statement="The bridge costs 3 million.")
    make_checked(
        statement="Lorries cross it.", attributions=[{"source": office, "stance": "denies"}]
    )

    page = text_of("/")

    assert statements(page) == ["Lorries cross it.", "The bridge costs 3 million."]
    assert '<span class="badge r-false"><i class="g"></i>False</span>' in page
    assert "Denied by Roads office." in page


def test_a_corrected_check_says_so_and_a_retracted_one_is_not_there():
    newsroom.make_superseded()
    newsroom.make_retracted(claim=newsroom.make_claim(statement="It never stood."))

    page = text_of("/")

    assert "Corrected <time" in page
    assert "It never stood." not in page


def test_drafts_are_not_there():
    newsroom.make_submitted(claim=newsroom.make_claim(statement="Nobody has published this."))

    assert "Nobody has published this." not in text_of("/")
    assert "Nothing has been published yet." in text_of("/")


def test_a_long_record_is_leafed_through_and_back(monkeypatch):
    monkeypatch.setattr("publishing.pages.paging.SIZE", 2)
    for number in range(5):
        make_checked(statement=f"Statement {number}.")

    seen, path = [], "/"
    while path:
        page = text_of(path)
        seen.append(statements(page))
        path = "".join(re.findall(r'rel="next" href="([^"]+)"', page))
    newer = re.findall(r'rel="prev" href="([^"]+)"', page)[0]

    assert seen == [
        ["Statement 4.", "Statement 3."],
        ["Statement 2.", "Statement 1."],
        ["Statement 0."],
    ]
    assert statements(text_of(newer)) == seen[1]


def test_a_question_that_several_checks_answer_is_in_dispute():
    question, lone = newsroom.make_question(), newsroom.make_question("Who pays for it?")
    for asked in (question, question, lone):
        make_checked(question=asked)

    page = text_of("/")

    assert f'href="/questions/{question.slug}/"' in page
    assert f'href="/questions/{lone.slug}/"' not in page


def test_newcomers_are_shown_round_only_while_they_try_it_out(settings):
    serving = text_of("/")
    settings.DEBUG = True
    trying = text_of("/")

    assert "You are trying this out" in trying
    assert "You are trying this out" not in serving
    assert 'href="/embed/demo/"' in trying
