"""Suggestions: what is left to mark in an article, with sources we know, until it is dismissed."""

import pytest

from claims.models import Article, Dismissal
from claims.models.revision import ArticleRevision
from tests import newsroom
from tests.claims.api.talk import Program

pytestmark = pytest.mark.django_db

LORRIES = "Some 1,300 lorries cross the bridge each day; another 300 take the ferry."
SPRING = "The roads office had put the cost at 3.1 million euros in spring."


@pytest.fixture
def article() -> Article:
    return newsroom.make_article()


def path_of(article: Article) -> str:
    return f"articles/{article.public_id}/suggestions/"


def quotes(program: Program, article: Article) -> list[str]:
    return [row["quote"] for row in program.get(path_of(article))["results"]]


def test_a_sentence_comes_with_its_figures_and_with_the_source_we_know(
    annotator_program: Program, article: Article
) -> None:
    source = newsroom.make_source("Highways department", aliases=["Roads Office"])

    answer = annotator_program.get(path_of(article))

    row = next(each for each in answer["results"] if each["quote"] == SPRING)
    brief = {"id": source.public_id, "name": source.name, "slug": source.slug}
    assert newsroom.TEXT[row["start"] : row["end"]] == SPRING
    assert [figure["text"] for figure in row["figures"]] == ["3.1 million"]
    assert (row["speaker"], row["stance"], row["source"]) == ("roads office", "asserts", brief)
    assert row["attributions"] == [{"name": "roads office", "stance": "asserts", "source": brief}]
    assert "Said by roads office" in row["reasons"]
    assert (answer["revision"], answer["truncated"]) == (1, False)


def test_a_speaker_we_do_not_know_has_no_source(
    annotator_program: Program, article: Article
) -> None:
    rows = annotator_program.get(path_of(article))["results"]

    assert {row["source"] for row in rows} == {None}


def test_a_name_goes_before_an_alias_of_another_source(
    annotator_program: Program, article: Article
) -> None:
    newsroom.make_source("Highways department", aliases=["Roads office"])
    namesake = newsroom.make_source("Roads office")

    rows = annotator_program.get(path_of(article))["results"]

    row = next(each for each in rows if each["quote"] == SPRING)
    assert row["source"]["id"] == namesake.public_id


def test_a_marked_sentence_is_left_out(annotator_program: Program, article: Article) -> None:
    assert LORRIES in quotes(annotator_program, article)

    newsroom.make_claim("300 take the ferry", article=article)

    assert LORRIES not in quotes(annotator_program, article)


@pytest.mark.parametrize("by", ["quote", "place"])
def test_a_dismissed_sentence_does_not_come_back(
    annotator_program: Program, article: Article, by: str
) -> None:
    start = newsroom.TEXT.index(LORRIES)
    place = {"start": start, "end": start + len(LORRIES)}
    body = {"quote": LORRIES} if by == "quote" else place

    told = annotator_program.post(f"{path_of(article)}dismiss/", body, 200)
    again = annotator_program.post(f"{path_of(article)}dismiss/", body, 200)

    assert told == again == {"quote": LORRIES}
    assert LORRIES not in quotes(annotator_program, article)
    assert Dismissal.objects.get().created_by.username == "annotator"


def test_a_dismissal_holds_in_the_next_revision_and_in_no_other_article(
    annotator_program: Program, article: Article
) -> None:
    annotator_program.post(f"{path_of(article)}dismiss/", {"quote": LORRIES}, 200)
    text = f"Corrected.\n\n{newsroom.TEXT}".replace("Some 1,300", "Some  1,300")
    ArticleRevision.keep(article, text, by=None, at=article.created_at)

    assert LORRIES not in quotes(annotator_program, article)
    assert LORRIES in quotes(annotator_program, newsroom.make_article("Another one"))


@pytest.mark.parametrize(
    "body", [{}, {"quote": "  "}, {"start": 3}, {"quote": "No such words."}, {"start": 9, "end": 9}]
)
def test_a_dismissal_says_which_sentence(
    annotator_program: Program, article: Article, body: dict[str, object]
) -> None:
    problem = annotator_program.post(f"{path_of(article)}dismiss/", body, 400)

    assert problem["errors"][0]["pointer"] == "/quote"


def test_readers_get_no_suggestions(reader_program: Program, article: Article) -> None:
    reader_program.get(path_of(article), 401)


@pytest.mark.parametrize("sentences", [1, 10])
def test_it_asks_as_often_however_many_there_are(
    as_annotator: newsroom.ApiClient, django_assert_num_queries: object, sentences: int
) -> None:
    lines = [f"The roads office said it cost {number} euros." for number in range(5, 5 + sentences)]
    article = newsroom.make_article(text="\n".join(lines))
    path = f"/api/v1/{path_of(article)}"
    as_annotator.get(path)

    # token and its user; roles (two); article; text; claims; anchors; dismissals; aliases; sources
    with django_assert_num_queries(9):  # type: ignore[operator]
        response = as_annotator.get(path)

    assert len(response.json()["results"]) == sentences
