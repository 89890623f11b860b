"""An article that changes, over the API: its texts, and what is decided about its claims."""

import pytest

from claims.models import Claim
from tests import newsroom
from tests.claims.api.talk import Program
from tests.newsroom import TEXT, make_article, make_claim, make_published, revise

pytestmark = pytest.mark.django_db

NEW = TEXT.replace("3.1 million", "3.4 million")
PUT_AT = "put the cost at 3.1 million euros"


def revisions_of(article):
    return f"articles/{article.public_id}/revisions/"


def path_of(claim):
    return f"claims/{claim.public_id}/"


def test_a_new_version_answers_with_a_report_on_each_claim(annotator_program: Program):
    claim = make_claim(PUT_AT)

    answer = annotator_program.post(revisions_of(claim.article), {"text": NEW})

    assert (answer["number"], answer["by"]["username"], answer["text"]) == (2, "annotator", NEW)
    assert answer["claims"] == [
        {
            "claim": claim.public_id,
            "statement": PUT_AT,
            "state": "needs_review",
            "reasons": ["figures differ"],
            "old": {"revision": 1, "start": 116, "end": 149, "quote": PUT_AT},
            "new": {
                "revision": 2,
                "start": 116,
                "end": 149,
                "quote": "put the cost at 3.4 million euros",
            },
            "quote_similarity": 0.963,
            "context_similarity": 1.0,
        }
    ]


def test_lost_words_are_nowhere(annotator_program: Program):
    claim = make_claim("18 months")

    answer = annotator_program.post(revisions_of(claim.article), {"text": "Something else."})

    assert (answer["claims"][0]["state"], answer["claims"][0]["new"]) == ("lost", None)


def test_the_same_text_is_a_conflict(annotator_program: Program):
    article = make_article()

    refusal = annotator_program.post(revisions_of(article), {"text": TEXT}, status=409)

    assert refusal["code"] == "same_text"


def test_a_patch_of_the_text_names_the_door(annotator_program: Program):
    article = make_article()

    refusal = annotator_program.patch(f"articles/{article.public_id}/", {"text": NEW}, status=409)

    assert refusal["code"] == "text_is_kept"
    assert "revisions/" in refusal["detail"]


def test_texts_are_listed_latest_first(annotator_program: Program):
    article = make_article()
    revise(article, "3.1", "3.4")

    rows = annotator_program.get(revisions_of(article))["results"]

    assert [(row["number"], row["text"]) for row in rows] == [(2, NEW), (1, TEXT)]
    assert rows[0]["by"] == {"username": "annotator", "name": "The annotator"}


def test_texts_come_in_pages(annotator_program: Program):
    article = make_article()
    for months in range(20, 24):
        revise(article, article.text, f"{TEXT} Or {months}.")

    first = annotator_program.get(revisions_of(article), page_size=3)
    query = first["next"].partition("?")[2]
    second = annotator_program.get(f"{revisions_of(article)}?{query}")

    assert [row["number"] for row in first["results"] + second["results"]] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(("is_public", "seen"), [(True, [2, 1]), (False, [])])
def test_readers_get_texts_only_where_they_may_be_public(is_public, seen, reader_program: Program):
    article = make_article(text_is_public=is_public)
    make_published(claim=make_claim(article=article))
    revise(article, "3.1", "3.4")

    rows = reader_program.get(revisions_of(article))["results"]

    assert [row["number"] for row in rows] == seen
    assert all(row["by"] is None for row in rows)


def test_an_article_that_readers_do_not_see_has_no_texts_for_them(reader_program: Program):
    reader_program.get(revisions_of(make_article(text_is_public=True)), status=404)


def test_a_claim_says_where_its_words_are_now(annotator_program: Program):
    claim = newsroom.make_doubtful_claim()

    row = annotator_program.get(path_of(claim))

    assert (row["quote"], row["article"]["revision"]) == ("4.2 million euros", 1)
    assert row["anchor"] == {
        "state": "needs_review",
        "revision": 2,
        "start": 21,
        "end": 38,
        "quote": "4.6 million euros",
        "quote_similarity": row["anchor"]["quote_similarity"],
        "context_similarity": 1.0,
        "reasons": ["figures differ"],
    }
    assert 0.5 < row["anchor"]["quote_similarity"] < 1


def test_a_claim_nobody_moved_stands_where_it_says(annotator_program: Program):
    claim = make_claim()

    anchor = annotator_program.get(path_of(claim))["anchor"]

    assert (anchor["state"], anchor["revision"], anchor["start"]) == ("exact", 1, claim.start)


def test_readers_are_told_nothing_of_it(reader_program: Program):
    claim = make_published(claim=make_claim()).claim
    revise(claim.article, "4.2", "4.6")

    row = reader_program.get(path_of(claim))

    assert (row["anchor"], row["verdict"]["needs_fresh_look"]) == (None, None)
    assert (row["quote"], row["article"]["revision"]) == ("4.2 million euros", 1)


def test_the_desk_is_told_which_verdicts_need_a_fresh_look(annotator_program: Program):
    verdict = make_published(claim=make_claim())
    revise(verdict.claim.article, "4.2", "4.6")

    assert annotator_program.get(f"verdicts/{verdict.public_id}/")["needs_fresh_look"] is True
    assert annotator_program.get(path_of(verdict.claim))["verdict"]["needs_fresh_look"] is True


def test_claims_are_found_by_how_their_words_fare(annotator_program: Program):
    lost, doubtful = newsroom.make_lost_claim(), newsroom.make_doubtful_claim()
    make_claim()

    def found(query):
        return {row["id"] for row in annotator_program.get(f"claims/?{query}")["results"]}

    assert found("anchor=lost") == {lost.public_id}
    assert found("anchor=lost&anchor=needs_review") == {lost.public_id, doubtful.public_id}
    annotator_program.get("claims/", anchor="adrift", status=400)


def test_to_readers_that_filter_is_unknown(reader_program: Program):
    problem = reader_program.get("claims/", anchor="lost", status=400)

    assert problem["errors"][0]["parameter"] == "anchor"


def test_accepting_puts_the_claim_on_the_new_words(annotator_program: Program):
    claim = newsroom.make_doubtful_claim()

    row = annotator_program.act(path_of(claim), "anchor", {"action": "accept"})

    assert (row["quote"], row["article"]["revision"]) == ("4.6 million euros", 2)
    assert [each["text"] for each in row["quantities"]] == ["4.6 million"]
    assert row["anchor"]["state"] == "exact"


@pytest.mark.parametrize("place", [{"quote": "18 months"}, {"start": 0, "end": 10}])
def test_marking_puts_it_on_others(place, annotator_program: Program):
    claim = newsroom.make_lost_claim()

    row = annotator_program.act(path_of(claim), "anchor", {"action": "mark"} | place)

    assert row["quote"] == claim.article.text[row["start"] : row["end"]]
    assert row["anchor"] == {
        "state": "exact",
        "revision": 2,
        "start": row["start"],
        "end": row["end"],
        "quote": row["quote"],
        "quote_similarity": 1.0,
        "context_similarity": 1.0,
        "reasons": [],
    }


def test_closing_says_that_the_words_are_gone(annotator_program: Program):
    claim = newsroom.make_lost_claim()

    row = annotator_program.act(path_of(claim), "anchor", {"action": "close"})

    assert (row["verification_status"], row["closed"]["reason"]) == ("closed", "words_gone")


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, "/action"),
        ({"action": "ignore"}, "/action"),
        ({"action": "mark"}, "/quote"),
        ({"action": "mark", "start": 3}, "/quote"),
        ({"action": "mark", "quote": "never said"}, "/quote"),
        ({"action": "accept", "start": 3}, "/start"),
        ({"action": "close", "quote": "18 months"}, "/quote"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_by_field(
    body, wrong, annotator_program: Program
):
    claim = newsroom.make_lost_claim()

    problem = annotator_program.act(path_of(claim), "anchor", body, status=400)

    assert problem["errors"][0]["pointer"] == wrong
    assert Claim.objects.get().anchor_state == "lost"


def test_nothing_to_accept_is_a_conflict(annotator_program: Program):
    lost = newsroom.make_lost_claim()

    problem = annotator_program.act(path_of(lost), "anchor", {"action": "accept"}, status=409)

    assert problem["code"] == "words_gone"


def test_other_words_under_a_standing_verdict_are_an_amendment(reviewer_program: Program):
    claim = make_published(claim=make_claim()).claim
    revise(claim.article, "4.2", "4.6")
    anchor = reviewer_program.get(path_of(claim))["anchor"]

    refusal = reviewer_program.act(path_of(claim), "anchor", {"action": "accept"}, status=409)
    notice = {"notice": "The article gives another figure now."}
    place = {name: anchor[name] for name in ("start", "end")}
    row = reviewer_program.act(path_of(claim), "amend", notice | place)

    assert refusal["code"] == "locked"
    assert (row["quote"], row["article"]["revision"]) == ("4.6 million euros", 2)
