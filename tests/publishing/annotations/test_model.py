"""The Web Annotation Data Model (W3C, 2017-02-23), MUST by MUST, on what we publish."""

import re

import orjson
import pytest

from claims.models import Document
from factcheck.annotation_protocol.checking import require_annotation
from publishing.formats.claimreview import Desk
from publishing.formats.webannotation import web_annotation
from tests import newsroom
from tests.publishing.documents import make_document

SITE = "https://facts.example"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DESK = Desk("The Desk", SITE, LICENCE)
TEXT = "The 😀 county needs 4.2 million euros. It will take 18 months."
URL = "https://publisher.example/міст?a=1,2&b=%20"


def annotation(quote="4.2 million euros", **fields):
    document = make_document(quote, TEXT, **fields)
    return web_annotation(document, DESK, "/annotations/")


def bodies(annotation, purpose):
    return [body for body in annotation["body"] if body["purpose"] == purpose]


def test_3_1_the_context_is_one_string():
    assert annotation()["@context"] == "http://www.w3.org/ns/anno.jsonld"


def test_3_1_it_has_one_absolute_id_and_is_an_annotation_with_a_target():
    told = annotation()

    assert re.fullmatch(r"https://facts\.example/annotations/[^/]+", told["id"])
    assert told["type"] == "Annotation"
    assert told["target"]
    assert "bodyValue" not in told


def test_3_2_4_each_text_has_one_value_with_format_and_language():
    texts = [body for body in annotation()["body"] if body["type"] == "TextualBody"]

    assert texts
    for text in texts:
        assert isinstance(text["value"], str)
        assert text["format"] in ("text/plain", "text/markdown")
    assert {text.get("language") for text in texts} == {"en", None}


def test_3_3_1_times_are_in_utc_with_z():
    told = annotation()

    for name in ("created", "modified"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", told[name])


def test_3_3_5_it_assesses_and_each_body_has_one_purpose():
    told = annotation(rating="disputed")

    assert told["motivation"] == "assessing"
    assert all(isinstance(body["purpose"], str) for body in told["body"])


def test_3_3_2_its_creator_is_the_desk():
    assert annotation()["creator"] == {
        "id": f"{SITE}/",
        "type": "Organization",
        "name": "The Desk",
    }


def test_3_3_6_its_rights_are_an_iri():
    assert annotation()["rights"] == LICENCE


def test_3_3_7_it_invents_no_canonical_iri():
    assert annotation().keys().isdisjoint({"canonical", "via"})


def test_the_rating_classifies_by_its_address_and_tags_by_its_name():
    told = annotation(rating="mostly-false")

    (rating,) = bodies(told, "classifying")
    assert rating["source"] == f"{SITE}/api/v1/ratings/mostly-false/"
    assert [tag["value"] for tag in bodies(told, "tagging")] == ["Mostly false"]


def test_the_summary_assesses_and_the_statement_describes():
    told = annotation()

    assert [each["value"] for each in bodies(told, "assessing")] == [
        "The estimate says something else."
    ]
    assert [each["value"] for each in bodies(told, "describing")] == [
        "What was said: 4.2 million euros"
    ]


def test_evidence_is_linked_with_its_words_its_copy_and_its_day():
    piece = {
        "source": None,
        "stance": "refutes",
        "url": "https://county.example/plan, final.pdf",
        "title": "The plan",
        "excerpt": "3.1 million euros",
        "archived_url": "https://archive.example/1",
        "retrieved_at": "2024-10-24",
        "record": None,
        "protected": None,
    }

    (linked,) = bodies(annotation(evidence=[piece]), "linking")

    assert linked["source"] == "https://county.example/plan,%20final.pdf"
    assert linked["selector"] == {"type": "TextQuoteSelector", "exact": "3.1 million euros"}
    assert linked["state"] == {
        "type": "TimeState",
        "sourceDate": "2024-10-24T00:00:00Z",
        "cached": "https://archive.example/1",
    }


def test_evidence_without_an_address_is_not_linked():
    piece = dict.fromkeys(("source", "url", "title", "excerpt", "archived_url"), None)
    piece |= {"stance": "context", "retrieved_at": None, "record": None, "protected": "At risk."}

    assert not bodies(annotation(evidence=[piece]), "linking")


def test_4_the_target_has_one_source_and_selectors_of_the_same_words():
    target = annotation()["target"]

    assert target["type"] == "SpecificResource"
    assert target["source"] == "https://publisher.example/story"
    assert [each["type"] for each in target["selector"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
    ]


def test_4_2_4_and_4_2_5_offsets_count_code_points():
    quote, position = annotation()["target"]["selector"]

    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "4.2 million euros"
    assert TEXT[: position["start"]].endswith(quote["prefix"])
    assert TEXT[position["end"] :].startswith(quote["suffix"])


def test_4_3_1_the_state_pins_the_articles_revision():
    state = annotation()["target"]["state"]

    assert state["type"] == "TimeState"
    assert state["sourceDate"].endswith("Z")
    assert state["cached"] == f"{SITE}/api/v1/articles/0123456789/revisions/#1"
    assert state.keys().isdisjoint({"sourceDateStart", "sourceDateEnd"})


@pytest.mark.parametrize("url", [URL, None])
def test_sources_are_uris_whatever_the_articles_address(url):
    article = make_document("18 months", TEXT)["article"] | {"url": url}

    source = annotation(article=article)["target"]["source"]

    assert re.fullmatch(r"https://[!-~]+", source)
    assert " " not in source
    if url:
        assert source.endswith("?a=1,2&b=%20")


@pytest.mark.django_db
def test_what_we_publish_is_what_we_take(published):
    document = orjson.loads(bytes(Document.objects.get().body))

    require_annotation(web_annotation(document, DESK, "/annotations/"))


@pytest.mark.django_db
def test_every_check_of_the_newsroom_has_an_annotation(api, published):
    newsroom.make_published(claim=newsroom.make_claim("18 months"))

    for item in api.get("/annotations/").json()["first"]["items"]:
        require_annotation(api.get(item["id"]).json())
