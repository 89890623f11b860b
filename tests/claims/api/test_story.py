"""The issue's story by tokens alone: from a pasted article to a verdict that readers see."""

import pytest

from tests import newsroom
from tests.claims.api.talk import Program

TEXT = (
    "Ukrainian and South Korean intelligence put the number at 10,000 North Korean troops. "
    "The United States speaks of 3,000. Moscow calls it all a fabrication."
)
STATEMENT = "10,000 North Korean troops are in Russia."

pytestmark = pytest.mark.django_db


@pytest.fixture
def annotator(as_annotator):
    return Program(as_annotator)


@pytest.fixture
def reviewer(as_reviewer):
    return Program(as_reviewer)


@pytest.fixture
def reader(api):
    return Program(api)


@pytest.fixture
def claim(annotator):
    """The article is imported, the words are marked and attributed."""
    newsroom.make_rating("disputed")
    newsroom.make_rating("false")
    article = annotator.post("articles/", {"headline": "Who is in Russia", "text": TEXT})
    for name in ("Ukrainian intelligence", "South Korean intelligence"):
        annotator.post("sources/", {"name": name, "kind": "government"})
    question = annotator.post("questions/", {"text": "How many are there?", "unit": "troops"})
    return annotator.post(
        "claims/",
        {
            "article": article["id"],
            "quote": "10,000 North Korean troops",
            "statement": STATEMENT,
            "question": question["slug"],
            "attributions": [
                {"source": "ukrainian-intelligence", "stance": "asserts", "at": "2024-10-23"},
                {"source": "south-korean-intelligence", "stance": "asserts"},
            ],
        },
    )


def drafted(program, claim, **fields):
    body = {
        "claim": claim["id"],
        "rating": "disputed",
        "summary": "The figures contradict each other.",
        "evidence": [{"url": "https://example.org/briefing", "stance": "context"}],
    }
    return program.post("verdicts/", body | fields)


def published(annotator, reviewer, claim, notice="", **fields):
    verdict = drafted(annotator, claim, **fields)
    annotator.act(f"verdicts/{verdict['id']}/", "submit")
    return reviewer.act(f"verdicts/{verdict['id']}/", "publish", {"notice": notice})


def test_from_a_text_to_a_verdict_that_readers_find_by_its_rating(
    annotator, reviewer, reader, claim
):
    assert claim["verification_status"] == "unchecked"
    verdict = drafted(annotator, claim)
    path = f"verdicts/{verdict['id']}/"
    submitted = annotator.act(path, "submit")
    assert (verdict["state"], submitted["state"]) == ("draft", "submitted")
    assert reader.get("claims/", rating="disputed")["results"] == []

    reviewer.act(path, "publish")

    (found,) = reader.get("claims/", rating="disputed")["results"]
    assert found["statement"] == STATEMENT
    assert found["claimant"]["name"] == "Ukrainian intelligence"
    assert found["verdict"]["rating"]["slug"] == found["verification_status"] == "disputed"
    assert found["verdict"]["evidence"][0]["url"] == "https://example.org/briefing"


def test_nobody_publishes_their_own_and_is_told_who_may(reviewer, second_reviewer, claim):
    verdict = drafted(reviewer, claim)
    reviewer.act(f"verdicts/{verdict['id']}/", "submit")

    refused = reviewer.act(f"verdicts/{verdict['id']}/", "publish", status=403)

    assert refused["code"] == "four_eyes"
    assert second_reviewer.display_name in refused["detail"]


def test_an_annotator_is_told_which_role_publishes(annotator, claim):
    verdict = drafted(annotator, claim)
    annotator.act(f"verdicts/{verdict['id']}/", "submit")

    refused = annotator.act(f"verdicts/{verdict['id']}/", "publish", status=403)

    assert "role reviewer" in refused["detail"]


def test_a_correction_needs_a_notice_that_readers_get(annotator, reviewer, reader, claim):
    published(annotator, reviewer, claim)
    verdict = drafted(annotator, claim, rating="false")
    path = f"verdicts/{verdict['id']}/"
    annotator.act(path, "submit")

    refused = reviewer.act(path, "publish", status=400)
    reviewer.act(path, "publish", {"notice": "The briefing was withdrawn."})

    assert refused["errors"][0]["pointer"] == "/notice"
    now = reader.get(f"claims/{claim['id']}/")
    assert now["verification_status"] == "false"
    assert now["verdict"]["notice"] == "The briefing was withdrawn."


def test_a_retraction_leaves_a_page_that_says_why(annotator, reviewer, reader, claim):
    verdict = published(annotator, reviewer, claim)

    reviewer.act(f"verdicts/{verdict['id']}/", "retract", {"reason": "It was another briefing."})

    assert "It was another briefing." in reader.get(f"claims/{claim['id']}/", 410)["detail"]
    assert reader.get("claims/")["results"] == []
    assert annotator.get(f"claims/{claim['id']}/")["verification_status"] == "retracted"


def test_what_readers_see_changes_by_an_amendment_alone(annotator, reviewer, reader, claim):
    published(annotator, reviewer, claim)
    path, change = f"claims/{claim['id']}/", {"statement": "10,000 are there, they say."}

    refused = annotator.patch(path, change, status=409)
    without_notice = reviewer.act(path, "amend", change, status=400)
    reviewer.act(path, "amend", change | {"notice": "It was put too strongly."})

    assert refused["code"] == "locked"
    assert "amend" in refused["detail"]
    assert without_notice["errors"][0]["pointer"] == "/notice"
    assert reader.get(path)["statement"] == change["statement"]


def test_what_readers_do_not_see_stays_open_while_a_verdict_stands(annotator, reviewer, claim):
    published(annotator, reviewer, claim)

    kept = annotator.patch(f"claims/{claim['id']}/", {"note": "Ask again in May."})

    assert kept["note"] == "Ask again in May."


def test_a_claim_leaves_the_queue_and_comes_back(annotator, claim):
    path = f"claims/{claim['id']}/"

    closed = annotator.act(path, "close", {"reason": "dropped"})
    again = annotator.act(path, "close", {"reason": "dropped"}, status=409)
    reopened = annotator.act(path, "reopen")
    twice = annotator.act(path, "reopen", status=409)

    assert (closed["verification_status"], closed["closed"]["reason"]) == ("closed", "dropped")
    assert closed["closed"]["by"]["username"] == "annotator"
    assert (again["code"], twice["code"]) == ("closed", "not_closed")
    assert (reopened["verification_status"], reopened["closed"]) == ("unchecked", None)


def test_a_published_claim_is_neither_closed_nor_deleted(annotator, reviewer, claim):
    published(annotator, reviewer, claim)

    close = annotator.act(f"claims/{claim['id']}/", "close", {"reason": "dropped"}, status=409)
    delete = annotator.delete(f"claims/{claim['id']}/", status=409)

    assert (close["code"], delete["code"]) == ("published", "was_published")


def test_history_tells_who_did_what_latest_first(annotator, reviewer, claim):
    published(annotator, reviewer, claim)

    rows = annotator.get(f"claims/{claim['id']}/history/")["results"]

    states = [
        (row["old"], row["new"], row["by"]["username"]) for row in rows if row["field"] == "state"
    ]
    assert states == [
        ("submitted", "published", "reviewer"),
        ("draft", "submitted", "annotator"),
    ]
    assert [row["at"] for row in rows] == sorted((row["at"] for row in rows), reverse=True)
    assert {row["what"] for row in rows} == {"claim", "verdict"}


def test_one_publishes_exactly_what_one_has_read(annotator, reviewer, claim, as_reviewer):
    verdict = drafted(annotator, claim)
    path = f"verdicts/{verdict['id']}/"
    annotator.act(path, "submit")
    read = reviewer.etag(path)
    annotator.act(path, "withdraw")
    annotator.patch(path, {"summary": "Something else altogether."})
    annotator.act(path, "submit")

    response = as_reviewer.post(f"/api/v1/{path}publish/", HTTP_IF_MATCH=read)

    assert response.status_code == 412


def test_a_claim_edited_under_review_has_to_be_read_again(annotator, reviewer, claim, as_reviewer):
    verdict = drafted(annotator, claim)
    path = f"verdicts/{verdict['id']}/"
    annotator.act(path, "submit")
    read = reviewer.etag(path)
    annotator.patch(f"claims/{claim['id']}/", {"statement": "11,000 are there."})

    response = as_reviewer.post(f"/api/v1/{path}publish/", HTTP_IF_MATCH=read)

    assert response.status_code == 412
