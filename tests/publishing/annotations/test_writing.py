"""Posting, replacing and deleting annotations: through the newsroom's rules, and no other way."""

import json

import pytest

from claims.models import Claim, Verdict
from tests import newsroom
from tests.newsroom import client_of, the

pytestmark = pytest.mark.django_db

CONTAINER = "/annotations/"


def posted(client, note):
    response = client.post(CONTAINER, note)
    assert response.status_code == 201, response.content
    return response


def pointers(response):
    assert response.status_code == 400, response.content
    return [error["pointer"] for error in response.json()["errors"]]


def the_claim():
    return Claim.objects.get()


def test_5_1_a_posted_annotation_becomes_a_claim_with_a_draft(as_annotator, annotator, note):
    posted(as_annotator, note)

    claim = the_claim()
    verdict = claim.verdicts.get()
    assert (claim.quote, claim.created_by) == ("18 months", annotator)
    assert (verdict.rating.slug, verdict.state) == ("false", "draft")
    assert verdict.summary == "It will last two years."
    assert [piece.url for piece in verdict.evidence.all()] == ["https://county.example/plan.pdf"]


def test_5_1_it_gets_an_address_of_ours_even_if_it_came_with_one(as_annotator, note):
    response = posted(as_annotator, note | {"id": "https://elsewhere.example/1"})

    address = f"http://testserver/annotations/{the_claim().public_id}"
    assert response["Location"] == address
    assert response.json()["id"] == address
    assert as_annotator.get(address).json() == response.json()


@pytest.mark.parametrize(
    "media_type",
    [
        "application/json",
        "application/ld+json",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ],
)
def test_5_1_json_ld_is_read_under_all_its_names(media_type, as_annotator, note):
    response = as_annotator.generic("POST", CONTAINER, json.dumps(note), content_type=media_type)

    assert response.status_code == 201


def test_5_1_another_media_type_is_a_415(as_annotator):
    response = as_annotator.generic("POST", CONTAINER, "<a> <b> <c>.", content_type="text/turtle")

    assert response.status_code == 415


def test_what_is_posted_is_not_published(api, as_annotator, note):
    address = posted(as_annotator, note)["Location"]

    assert api.get(address).status_code == 404
    assert api.get(CONTAINER).json()["total"] == 0
    assert as_annotator.get(CONTAINER).json()["total"] == 0


def test_it_comes_into_the_container_once_two_people_have_published_it(
    api, as_annotator, annotator, reviewer, note
):
    address = posted(as_annotator, note)["Location"]
    verdict = Verdict.objects.get()
    verdict.submit(by=annotator)
    verdict.publish(by=reviewer)

    told = api.get(address).json()

    assert api.get(CONTAINER).json()["first"]["items"][0]["id"] == address
    assert told["body"][0]["source"] == note["body"][0]["source"]


@pytest.mark.parametrize(
    "classified",
    [
        {"type": "TextualBody", "purpose": "classifying", "value": "false"},
        {"type": "TextualBody", "purpose": "tagging", "value": "FALSE"},
        {"type": "SpecificResource", "source": "http://testserver/api/v1/ratings/false/"},
        "http://testserver/api/v1/ratings/false/",
    ],
)
def test_a_rating_is_known_by_address_slug_or_name(classified, as_annotator, note):
    note["body"][0] = classified

    posted(as_annotator, note)

    assert Verdict.objects.get().rating.slug == "false"


def test_without_a_rating_of_ours_it_is_a_claim_and_nothing_is_lost(as_annotator, note):
    note["body"][0]["source"] = "https://elsewhere.example/pants-on-fire"

    posted(as_annotator, note)

    assert not Verdict.objects.exists()
    assert the_claim().note == (
        "classifying: https://elsewhere.example/pants-on-fire\n\n"
        "It will last two years.\n\nhttps://county.example/plan.pdf"
    )


def test_two_ratings_are_one_too_many(as_annotator, note):
    newsroom.make_rating("true")
    note["body"].append({"type": "TextualBody", "purpose": "tagging", "value": "true"})

    assert pointers(as_annotator.post(CONTAINER, note)) == ["/body/3"]


def test_an_article_that_is_not_here_is_named(as_annotator, note):
    note["target"]["source"] = "https://county.example/ferry"

    response = as_annotator.post(CONTAINER, note)

    assert pointers(response) == ["/target/source"]
    assert response.json()["errors"][0]["code"] == "unknown_article"
    assert "/api/v1/articles/" in response.json()["detail"]


@pytest.mark.parametrize(
    "source",
    [
        "https://county.example/bridge",
        "http://www.county.example/bridge/?utm_source=x",
        "http://testserver/api/v1/articles/{id}/",
    ],
)
def test_an_article_is_known_by_its_address_or_by_ours(source, as_annotator, article, note):
    note["target"]["source"] = source.format(id=article.public_id)

    posted(as_annotator, note)

    assert the_claim().article == article


def test_an_article_that_was_checked_is_known_by_every_way_of_writing_its_address(
    as_annotator, published, note
):
    note["target"]["source"] = "http://www.county.example/bridge/?utm_source=x#top"

    posted(as_annotator, note)

    assert Claim.objects.filter(article=published.article).count() == 2


def test_words_that_are_not_there_are_told_at_the_selector(as_annotator, note):
    note["target"]["selector"]["exact"] = "19 months"

    assert pointers(as_annotator.post(CONTAINER, note)) == ["/target/selector"]


def test_offsets_alone_will_do(as_annotator, article, note):
    start = article.text.index("18 months")
    note["target"]["selector"] = {"type": "TextPositionSelector", "start": start, "end": start + 9}

    posted(as_annotator, note)

    assert the_claim().quote == "18 months"


def test_offsets_of_another_text_do_not_hinder_a_quote_that_stands_once(as_annotator, note):
    position = {"type": "TextPositionSelector", "start": 3, "end": 12}
    note["target"]["selector"] = [note["target"]["selector"], position]

    posted(as_annotator, note)

    assert the_claim().quote == "18 months"


@pytest.mark.parametrize("selector", [None, [], {"type": "CssSelector", "value": "p"}])
def test_words_have_to_be_said(selector, as_annotator, note):
    note["target"]["selector"] = selector

    assert pointers(as_annotator.post(CONTAINER, note)) == ["/target/selector"]


@pytest.mark.parametrize("kind", [[["TextQuoteSelector"]], {"id": "TextQuoteSelector"}, 7])
def test_a_selector_of_no_kind_is_told_at_its_type(kind, as_annotator, note):
    note["target"]["selector"]["type"] = kind

    assert pointers(as_annotator.post(CONTAINER, note)) == ["/target/selector/type"]


def test_an_error_in_a_body_is_told_at_the_body(as_annotator, note):
    note["body"][1]["value"] = "x" * 501

    assert pointers(as_annotator.post(CONTAINER, note)) == ["/body/1"]
    assert not Claim.objects.exists()


@pytest.mark.parametrize("name", ["canonical", "via"])
def test_what_a_claim_cannot_keep_is_refused_rather_than_lost(name, as_annotator, note):
    response = as_annotator.post(CONTAINER, note | {name: "urn:uuid:1"})

    assert pointers(response) == [f"/{name}"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_6_nobody_writes_without_showing_who_they_are(method, api, as_annotator, note):
    address = posted(as_annotator, note)["Location"] if method != "post" else CONTAINER

    response = getattr(api, method)(address, note, HTTP_IF_MATCH="*")

    assert response.status_code == 401
    assert "WWW-Authenticate" in response


@pytest.mark.parametrize("scopes", [["read"], ["verdicts:write", "read"], ["claims:write"]])
def test_6_what_a_token_may_not_do_is_a_403_and_nothing_is_written(scopes, annotator, note):
    response = client_of(annotator, *scopes).post(CONTAINER, note)

    assert response.status_code == 403
    assert not Claim.objects.exists()


def test_6_what_a_person_may_not_do_is_a_403(outsider, note):
    response = client_of(outsider).post(CONTAINER, note)

    assert response.status_code == 403
    assert "role annotator" in response.json()["detail"]


def test_5_3_put_replaces_all_that_was_said(as_annotator, note):
    first = posted(as_annotator, note)
    note["target"]["selector"]["exact"] = "Some 1,300 lorries"
    note["body"] = [note["body"][0], {"type": "TextualBody", "value": "Half of that."}]

    response = as_annotator.put(first["Location"], note, HTTP_IF_MATCH=first["ETag"])

    assert response.status_code == 200, response.content
    assert the_claim().quote == "Some 1,300 lorries"
    verdict = Verdict.objects.get()
    assert (verdict.summary, verdict.evidence.count()) == ("Half of that.", 0)
    assert response.json() == as_annotator.get(first["Location"]).json()
    assert response["ETag"] != first["ETag"]


def test_5_3_put_without_a_rating_takes_the_draft_back(as_annotator, note):
    first = posted(as_annotator, note)

    as_annotator.put(first["Location"], note | {"body": []}, HTTP_IF_MATCH=first["ETag"])

    assert not Verdict.objects.exists()


def test_5_3_what_was_read_can_be_put_back(as_annotator, note):
    first = posted(as_annotator, note)

    again = as_annotator.put(first["Location"], first.json(), HTTP_IF_MATCH=first["ETag"])

    assert again.status_code == 200, again.content
    assert again.json()["body"] == first.json()["body"]
    assert again.json()["target"]["selector"] == first.json()["target"]["selector"]


def test_5_3_put_does_not_move_a_claim_to_another_article(as_annotator, note):
    first = posted(as_annotator, note)
    newsroom.make_article("Another", url="https://county.example/ferry")
    note["target"]["source"] = "https://county.example/ferry"

    response = as_annotator.put(first["Location"], note, HTTP_IF_MATCH=first["ETag"])

    assert pointers(response) == ["/target/source"]


@pytest.mark.parametrize(("tag", "status"), [(None, 428), ('"0-x"', 412)])
@pytest.mark.parametrize("method", ["put", "delete"])
def test_6_a_write_names_the_version_that_was_read(method, tag, status, as_annotator, note):
    address = posted(as_annotator, note)["Location"]
    headers = {} if tag is None else {"HTTP_IF_MATCH": tag}

    assert getattr(as_annotator, method)(address, note, **headers).status_code == status
    assert the_claim().verdicts.get().summary == "It will last two years."


def test_6_a_change_of_the_draft_alone_makes_the_tag_stale(as_annotator, annotator, note):
    first = posted(as_annotator, note)
    Verdict.objects.get().edit(by=annotator, summary="Three years.")

    response = as_annotator.put(first["Location"], note, HTTP_IF_MATCH=first["ETag"])

    assert response.status_code == 412


def test_5_4_delete_takes_a_draft_away(as_annotator, note):
    first = posted(as_annotator, note)

    response = as_annotator.delete(first["Location"], HTTP_IF_MATCH=first["ETag"])

    assert response.status_code == 204
    assert as_annotator.get(first["Location"]).status_code == 404


def test_somebody_elses_draft_is_not_an_annotators_to_delete(as_annotator, note):
    first = posted(as_annotator, note)
    other = client_of(newsroom.make_person("annotator"))

    assert other.delete(first["Location"], HTTP_IF_MATCH=first["ETag"]).status_code == 403


def test_a_verdict_in_review_is_frozen(as_annotator, annotator, note):
    address = posted(as_annotator, note)["Location"]
    Verdict.objects.get().submit(by=annotator)
    tag = as_annotator.get(address)["ETag"]
    note["body"][1]["value"] = "Another."

    assert as_annotator.put(address, note, HTTP_IF_MATCH=tag).status_code == 409


@pytest.mark.parametrize("method", ["put", "delete"])
def test_what_is_published_stays_and_the_refusal_names_the_ways(
    method, as_reviewer, published, note
):
    address = f"{CONTAINER}{published.public_id}"

    response = getattr(as_reviewer, method)(address, note, HTTP_IF_MATCH="*")

    assert response.status_code == 409
    assert "/retract/" in response.json()["detail"]
    assert f"/claims/{published.public_id}/amend/" in response.json()["detail"]
    assert published.verdicts.standing().exists()


@pytest.mark.parametrize("caller", ["api", "as_annotator"])
@pytest.mark.parametrize("method", ["get", "delete"])
def test_what_was_retracted_is_gone_with_its_notice(method, caller, request):
    claim = newsroom.make_retracted().claim
    client = request.getfixturevalue(caller)

    response = getattr(client, method)(f"{CONTAINER}{claim.public_id}", HTTP_IF_MATCH="*")

    if (caller, method) == ("api", "delete"):
        assert response.status_code == 401
    else:
        assert response.status_code == 410
        assert "another bridge" in response.json()["detail"]


@pytest.mark.parametrize("name", ["0000000000", "x", "%00", "a-b", "ø" * 10])
def test_6_an_address_of_nothing_is_a_404(name, api, as_annotator):
    assert api.get(f"{CONTAINER}{name}").status_code == 404
    assert as_annotator.delete(f"{CONTAINER}{name}", HTTP_IF_MATCH="*").status_code == 404


def test_sent_again_with_its_key_it_is_done_once(as_annotator, note):
    answers = [as_annotator.post(CONTAINER, note, HTTP_IDEMPOTENCY_KEY="one") for _ in range(2)]

    assert Claim.objects.count() == 1
    assert answers[0].content == answers[1].content
    assert answers[0]["Link"] == answers[1]["Link"]
    assert answers[1]["Location"] == answers[0]["Location"]


def test_readers_find_nothing_of_a_correction_under_way(api, published, as_annotator):
    newsroom.make_draft(claim=published, by=the("annotator"), summary="Not yet to be seen.")

    for client in (api, as_annotator):
        assert b"Not yet" not in client.get(f"{CONTAINER}{published.public_id}").content
