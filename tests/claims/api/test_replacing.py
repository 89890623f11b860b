"""PUT replaces a row, PATCH keeps what it does not name, and what was read can be sent back."""

import pytest

from claims.models import Claim
from factcheck.records.models import Change
from tests import newsroom
from tests.claims.api import scenes

pytestmark = pytest.mark.django_db

KINDS = ("claims", "verdicts", "articles", "sources", "questions")


@pytest.fixture
def rows():
    """One of each, as full as it can be; nothing published."""
    scene = scenes.drafting()
    source = newsroom.make_source(
        "Ferry company",
        country="DE",
        description="Runs the ferry.",
        speaks_for=scene["office"],
        aliases=["The ferry", "Fährbetrieb"],
    )
    return {
        "claims": scene["claim"],
        "verdicts": scene["verdict"],
        "articles": scene["article"],
        "sources": source,
        "questions": scene["question"],
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("method", ["put", "patch"])
def test_what_was_read_can_be_sent_back_and_changes_nothing(kind, method, rows, annotator_program):
    path = f"{kind}/{rows[kind].public_id}/"
    read = annotator_program.get(path)
    tag, changes = annotator_program.etag(path), Change.objects.count()

    answer = getattr(annotator_program, method)(path, read)

    assert answer == read
    assert annotator_program.etag(path) == tag
    assert Change.objects.count() == changes


def test_what_was_read_of_a_published_claim_can_be_sent_back(annotator_program):
    scene = scenes.correction_under_way()
    path = f"claims/{scene['claim'].public_id}/"
    read = annotator_program.get(path)

    assert annotator_program.put(path, read) == read


@pytest.mark.parametrize(
    ("kind", "whole", "emptied"),
    [
        (
            "sources",
            {"name": "Ferry company", "kind": "organisation"},
            {"country": None, "description": None, "speaks_for": None, "aliases": []},
        ),
        (
            "questions",
            {"text": "What does the bridge cost?"},
            {"unit": None, "place": None, "period": None, "part_of": None},
        ),
    ],
)
def test_put_empties_what_it_leaves_out(kind, whole, emptied, rows, annotator_program):
    answer = annotator_program.put(f"{kind}/{rows[kind].public_id}/", whole)

    assert {key: answer[key] for key in emptied} == emptied
    assert {key: answer[key] for key in whole} == whole


def test_put_of_a_claim_empties_what_it_leaves_out_and_keeps_its_place(rows, annotator_program):
    claim = rows["claims"]
    path = f"claims/{claim.public_id}/"
    before = annotator_program.get(path)

    answer = annotator_program.put(
        path, {"article": claim.article.public_id, "quote": claim.quote, "statement": "It is so."}
    )

    assert answer["statement"] == "It is so."
    assert answer["attributions"] == []
    for key in ("question", "repeats", "note", "assignee", "due_at", "claimant"):
        assert answer[key] is None
    for key in ("start", "end", "prefix", "suffix", "article"):
        assert answer[key] == before[key]


def test_put_of_a_verdict_empties_what_it_leaves_out(rows, annotator_program):
    verdict = rows["verdicts"]

    answer = annotator_program.put(
        f"verdicts/{verdict.public_id}/",
        {"claim": verdict.claim.public_id, "rating": verdict.rating.slug},
    )

    assert (answer["summary"], answer["rationale"], answer["evidence"]) == ("", "", [])


def test_put_of_an_article_empties_what_it_leaves_out(rows, annotator_program):
    article = rows["articles"]

    answer = annotator_program.put(
        f"articles/{article.public_id}/", {"headline": "Another", "text": newsroom.TEXT}
    )

    assert (answer["headline"], answer["publisher"], answer["language"]) == ("Another", None, "en")


@pytest.mark.parametrize("kind", KINDS)
def test_put_without_what_is_needed_names_it(kind, rows, annotator_program):
    problem = annotator_program.put(f"{kind}/{rows[kind].public_id}/", {}, status=400)

    needed = {
        "claims": {"/article", "/quote"},
        "verdicts": {"/claim", "/rating"},
        "articles": {"/headline", "/text"},
        "sources": {"/name", "/kind"},
        "questions": {"/text"},
    }
    assert {error["pointer"] for error in problem["errors"]} == needed[kind]


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("claims", {"note": "Call again."}),
        ("verdicts", {"rationale": "See *page 4*."}),
        ("articles", {"published_at": "2024-10-23"}),
        ("sources", {"country": "FR"}),
        ("questions", {"period": "2024"}),
    ],
)
def test_patch_keeps_what_it_does_not_name(kind, change, rows, annotator_program):
    path = f"{kind}/{rows[kind].public_id}/"
    before = annotator_program.get(path)

    after = annotator_program.patch(path, change)

    moved = {key for key in after if after[key] != before[key]}
    assert moved - {"edited_at"} == {*change, "version"}
    assert {key: after[key] for key in change} == change


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_misspelt_field_is_refused_and_nothing_is_written(kind, method, rows, annotator_program):
    path = f"{kind}/{rows[kind].public_id}/"
    read = annotator_program.get(path)

    problem = getattr(annotator_program, method)(path, read | {"nmae": "Another"}, status=400)

    assert [error["pointer"] for error in problem["errors"]] == ["/nmae"]
    assert annotator_program.get(path) == read


@pytest.mark.parametrize(
    ("kind", "key", "other"),
    [("claims", "article", newsroom.make_article), ("verdicts", "claim", newsroom.make_claim)],
)
def test_a_row_stays_where_it_was_made(kind, key, other, rows, annotator_program):
    path = f"{kind}/{rows[kind].public_id}/"

    problem = annotator_program.patch(path, {key: other().public_id}, status=400)

    assert problem["errors"][0]["pointer"] == f"/{key}"


def test_other_words_of_the_same_article_are_another_place(rows, annotator_program):
    path = f"claims/{rows['claims'].public_id}/"

    answer = annotator_program.patch(path, {"quote": "18 months"})

    assert answer["quote"] == "18 months"
    assert newsroom.TEXT[answer["start"] : answer["end"]] == "18 months"
    assert annotator_program.get(path) == answer


def test_the_text_of_an_article_stays(rows, annotator_program):
    path = f"articles/{rows['articles'].public_id}/"

    problem = annotator_program.patch(path, {"text": "Something else."}, status=409)

    assert problem["code"] == "text_is_kept"


@pytest.mark.parametrize("as_read", ["id", "slug", "object", "object with a slug"])
def test_a_row_is_named_by_id_slug_or_as_it_is_read(as_read, annotator_program):
    question = newsroom.make_question()
    claim = newsroom.make_claim()
    name = {
        "id": question.public_id,
        "slug": question.slug,
        "object": {"id": question.public_id, "text": "whatever"},
        "object with a slug": {"slug": question.slug},
    }[as_read]

    answer = annotator_program.patch(f"claims/{claim.public_id}/", {"question": name})

    assert answer["question"]["id"] == question.public_id


@pytest.mark.parametrize("name", ["reviewer", {"username": "reviewer", "name": "whoever"}])
def test_a_person_is_named_by_username(name, annotator_program, reviewer):
    claim = newsroom.make_claim()

    answer = annotator_program.patch(f"claims/{claim.public_id}/", {"assignee": name})

    assert answer["assignee"]["username"] == "reviewer"
    assert Claim.objects.get().assignee == reviewer


@pytest.mark.parametrize("name", [7, 7.5, True, [], {}, {"id": 7}, {"id": None}, {"name": "x"}])
def test_what_names_no_row_is_refused_at_its_place(name, annotator_program):
    claim = newsroom.make_claim()

    problem = annotator_program.patch(f"claims/{claim.public_id}/", {"question": name}, status=400)

    assert [error["pointer"] for error in problem["errors"]] == ["/question"]


def test_a_slug_that_is_another_rows_id_names_the_row_of_that_id(annotator_program):
    named = newsroom.make_question("Whose id is it?")
    shadow = newsroom.make_question("Whose slug is it?")
    type(shadow).objects.filter(pk=shadow.pk).update(slug=named.public_id)
    claim = newsroom.make_claim()

    answer = annotator_program.patch(f"claims/{claim.public_id}/", {"question": named.public_id})
    listed = annotator_program.get("claims/", question=named.public_id)["results"]

    assert answer["question"]["id"] == named.public_id
    assert [row["id"] for row in listed] == [claim.public_id]
    assert annotator_program.get(f"questions/{named.public_id}/")["text"] == named.text
