"""/check/: a draft in, the same draft out with its marks, and nothing kept."""

import pytest

PAGE = "/check/"
DRAFT = "It rained.\n\nLocals heard that the Oder bridge will cost 8.4 million euros. <b>So</b>."


@pytest.mark.django_db
def test_the_form_is_there(client):
    answer = client.get(PAGE)

    assert answer.status_code == 200
    assert "Check a draft" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_the_draft_comes_back_with_its_marks_and_says_how_far_apart_figures_are(record, client):
    page = client.post(PAGE, {"text": DRAFT}).content.decode()

    assert "1 sentence with something on record" in page
    assert '<span class="relation">contradicts</span>' in page
    assert '<strong class="nowrap">2×</strong>' in page
    # Of the mayor's figure who said it; of one that nobody is on record for why not.
    assert '<p class="meta">Said by Mayor’s office</p>' in page
    assert "cannot both be true: the larger is 2.71 times the smaller" in page
    assert "&lt;b&gt;So" in page
    assert "<b>" not in page


def test_an_unrelated_draft_is_said_to_be_unknown_not_true(record, client):
    page = client.post(PAGE, {"text": "It rained on Monday."}).content.decode()

    assert "Nothing of this is on record" in page
    assert "<mark" not in page


@pytest.mark.parametrize(
    ("draft", "status"), [("", 400), (" \n", 400), ("a\x00b", 400), ("x" * 20_001, 413)]
)
def test_what_cannot_be_checked_is_refused_with_a_reason(record, client, draft, status):
    answer = client.post(PAGE, {"text": draft})

    assert answer.status_code == status
    assert 'role="alert"' in answer.content.decode()


def test_an_address_that_asks_too_often_has_to_wait(record, client, settings):
    settings.THROTTLING = True
    settings.THROTTLE_RATES = {"anonymous": ["1/minute"], "token": ["1/minute"]}
    client.post(PAGE, {"text": DRAFT})

    assert client.post(PAGE, {"text": DRAFT}).status_code == 429


def test_the_page_needs_no_inline_script_or_style(record, client):
    page = client.post(PAGE, {"text": DRAFT}).content.decode()

    assert "<script" not in page
    assert "style=" not in page
