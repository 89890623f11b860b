"""Marking a claim: the quote alone, or with what tells its place from others like it."""

import pytest

from tests import newsroom
from tests.newsroom import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return newsroom.make_article()


@pytest.fixture
def mark(annotator_program, article):
    """Mark words in the article and return the answer."""

    def mark(quote, status=201, **fields):
        body = {"article": article.public_id, "quote": quote, **fields}
        return annotator_program.post("claims/", body, status)

    return mark


def test_a_quote_alone_finds_its_place_and_is_the_statement(mark, article):
    claim = mark("4.2 million euros")

    assert TEXT[claim["start"] : claim["end"]] == claim["quote"] == "4.2 million euros"
    assert claim["statement"] == "4.2 million euros"
    assert TEXT[: claim["start"]].endswith(claim["prefix"])
    assert TEXT[claim["end"] :].startswith(claim["suffix"])
    assert (claim["article"]["id"], claim["article"]["revision"]) == (article.public_id, 1)
    assert (claim["verification_status"], claim["work"]) == ("unchecked", "none")


def test_the_answer_is_the_row_and_says_where_it_is(as_annotator, article):
    body = {"article": article.public_id, "quote": "18 months"}

    created = as_annotator.post("/api/v1/claims/", body)
    read = as_annotator.get(created["Location"])

    assert created.status_code == 201
    assert read.content == created.content
    assert read["ETag"] == created["ETag"]


def test_a_quote_that_stands_there_twice_says_how_often(mark):
    problem = mark("million euros", status=400)

    (error,) = problem["errors"]
    assert error["pointer"] == "/quote"
    assert "2" in error["detail"] or "twice" in error["detail"]


@pytest.mark.parametrize(
    "told",
    [
        {"prefix": "put the cost at 3.1 "},
        {"suffix": " in spring"},
        {"start": TEXT.rindex("million euros")},
        {
            "start": TEXT.rindex("million euros"),
            "end": TEXT.rindex("million euros") + len("million euros"),
        },
    ],
    ids=["prefix", "suffix", "start", "start and end"],
)
def test_context_or_offsets_tell_which_is_meant(told, mark):
    claim = mark("million euros", **told)

    assert claim["start"] == TEXT.rindex("million euros")


def test_an_absent_quote_is_an_error_at_the_quote(mark):
    problem = mark("nine million pounds", status=400)

    assert [error["pointer"] for error in problem["errors"]] == ["/quote"]


def test_a_figure_is_not_found_inside_a_longer_one(mark):
    problem = mark("300 lorries", status=400)

    assert problem["errors"][0]["pointer"] == "/quote"


def test_offsets_that_are_not_those_of_the_quote_are_an_error(mark):
    problem = mark("18 months", status=400, start=0, end=9)

    assert problem["errors"][0]["pointer"] == "/quote"


def test_words_that_end_before_they_start_are_told_so(mark):
    problem = mark("18 months", status=400, start=50, end=10)

    assert problem["detail"] == "quote: The words end at 10, before they start at 50."


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"start": -1}, "/start"),
        ({"start": 1.5}, "/start"),
        ({"start": "x"}, "/start"),
        ({"start": 10**30}, "/start"),
        ({"start": 0, "end": 10**12}, "/quote"),
        ({"start": 9, "end": 3}, "/quote"),
        ({"prefix": "x" * 501}, "/prefix"),
        ({"suffix": "x" * 501}, "/suffix"),
        ({"quote": ""}, "/quote"),
        ({"quote": None}, "/quote"),
        ({"quote": 4}, "/quote"),
        ({"quote": ["4.2 million euros"]}, "/quote"),
        ({"article": None}, "/article"),
        ({"article": 1}, "/article"),
        ({"article": "zzzzzzzzzz"}, "/article"),
        ({"article": {}}, "/article"),
        ({"statement": "x" * 501}, "/statement"),
        ({"due_at": "tomorrow"}, "/due_at"),
        ({"due_at": "9999-12-31T23:59:59-14:00"}, "/due_at"),
        ({"assignee": "nobody"}, "/assignee"),
        ({"question": "no-such-question"}, "/question"),
        ({"repeats": "zzzzzzzzzz"}, "/repeats"),
        ({"attributions": {}}, "/attributions"),
        ({"attributions": [4]}, "/attributions/0"),
        ({"attributions": [{}]}, "/attributions/0/source"),
        ({"attributions": [{"source": "nobody"}]}, "/attributions/0/source"),
        ({"statment": "misspelt"}, "/statment"),
        ({"attributions": [{"sauce": "misspelt"}]}, "/attributions/0/sauce"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(fields, pointer, mark):
    problem = mark(fields.pop("quote", "18 months"), status=400, **fields)

    assert pointer in [error["pointer"] for error in problem["errors"]]


def test_a_misspelt_field_is_told_the_right_names(mark):
    problem = mark("18 months", status=400, asignee="annotator")

    assert problem["errors"][0]["code"] == "unknown"
    assert "assignee" in problem["detail"]


def test_an_inactive_person_is_nobody_to_assign(mark, outsider):
    outsider.is_active = False
    outsider.save()

    problem = mark("18 months", status=400, assignee="outsider")

    assert problem["errors"][0]["pointer"] == "/assignee"


def test_nothing_is_kept_of_a_claim_whose_attributions_are_wrong(mark, annotator_program):
    source = newsroom.make_source()

    mark("18 months", status=400, attributions=[{"source": source.slug}, {"source": source.slug}])

    assert annotator_program.get("claims/")["results"] == []
    assert annotator_program.get("claims/", count="true")["count"] == 0


def test_a_curly_quote_or_another_space_finds_the_articles_own_words(mark):
    claim = mark('"Nobody ever spoke of three million,"')

    assert claim["quote"] == "“Nobody ever spoke of three million,”"
