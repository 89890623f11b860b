"""The document: a permanent contract, whose every key is always there."""

from datetime import UTC, date, datetime

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Claim, Document
from claims.record.canonical import canonical, canonical_row, digest_of, instant
from claims.record.document import path_of, slug_of
from claims.record.ledger import parsed
from tests import newsroom
from tests.newsroom import evidence

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)

SOURCE = {"id", "name", "slug", "kind", "country"}
SHAPE = {
    "": {
        "format",
        "id",
        "path",
        "version",
        "kind",
        "first_published_at",
        "published_at",
        "language",
        "claim",
        "article",
        "attributions",
        "quantities",
        "question",
        "verdict",
        "evidence",
        "notices",
    },
    "claim": {"statement", "quote", "start", "end", "selectors"},
    "article": {"id", "revision", "url", "headline", "publisher", "published_at"},
    "article.publisher": {"id", "name", "slug"},
    "attributions": {"source", "stance", "via", "at"},
    "attributions.source": SOURCE,
    "attributions.via": SOURCE,
    "quantities": {
        "text",
        "start",
        "end",
        "value",
        "low",
        "high",
        "low_open",
        "high_open",
        "comparator",
        "unit",
        "unit_implied",
        "kind",
        "statistic",
        "role",
        "is_answer",
    },
    "question": {"id", "slug", "text", "unit"},
    "verdict": {"rating", "summary", "rationale"},
    "verdict.rating": {"slug", "name", "definition", "value", "best", "worst", "colour"},
    "evidence": {
        "source",
        "stance",
        "url",
        "title",
        "excerpt",
        "archived_url",
        "retrieved_at",
        "record",
        "protected",
    },
    "evidence.source": SOURCE,
    "notices": {"version", "kind", "at", "text"},
}


def bodies():
    return [bytes(body) for body in Document.objects.order_by("pk").values_list("body", flat=True)]


def published(**fields):
    """The document of a claim with these fields, as values."""
    verdict = fields.pop("verdict", {})
    newsroom.make_published(claim=newsroom.make_claim(**fields), **verdict)
    return parsed(bodies()[-1])


def full():
    """Everything that a document can name is there."""
    source = newsroom.make_source(country="NL")
    article = newsroom.make_article(
        url="https://www.example.com/bridge",
        publisher=newsroom.make_source("Gazette"),
        published_at=date(2024, 10, 23),
    )
    stands = {"source": source, "via": newsroom.make_source("Agency"), "at": date(2024, 10, 22)}
    claim = newsroom.make_claim(
        article=article, question=newsroom.make_question(), attributions=[stands]
    )
    piece = evidence(
        source=source, title="Estimate", excerpt="3.1", archived_url="https://a.example/"
    )
    newsroom.make_published(claim=claim, evidence=[piece])
    newsroom.make_published(claim=claim, evidence=[piece], notice="There is an estimate now.")
    return parsed(bodies()[-1])


def at(document, path):
    """The objects at this path, lists unrolled."""
    found = [document]
    for name in path.split(".") if path else []:
        inside = [each[name] for each in found]
        found = [piece for each in inside for piece in (each if isinstance(each, list) else [each])]
    return found


@pytest.mark.parametrize("path", SHAPE)
def test_every_key_is_there_and_no_other(path):
    found = at(full(), path)

    assert found
    assert all(each.keys() == SHAPE[path] for each in found)


@pytest.mark.parametrize("path", [path for path in SHAPE if "." not in path])
def test_every_key_is_there_where_nothing_is_known(path):
    found = at(published(), path)

    assert all(each is None or each.keys() == SHAPE[path] for each in found)


def test_what_is_not_known_is_null():
    document = published(verdict={"rating": newsroom.make_rating("disputed")})

    assert document["question"] is None
    assert document["attributions"] == document["notices"] == []
    assert [document["article"][name] for name in ("url", "publisher", "published_at")] == [
        None
    ] * 3
    rating = document["verdict"]["rating"]
    assert [rating[name] for name in ("value", "best", "worst")] == [None] * 3
    assert document["verdict"]["rationale"] == ""
    (piece,) = document["evidence"]
    nothing = ("source", "title", "excerpt", "archived_url", "record", "protected")
    assert [piece[name] for name in nothing] == [None] * 6


def test_a_source_or_question_says_null_for_what_it_does_not_say():
    document = published(
        attributions=[{"source": newsroom.make_source()}], question=newsroom.make_question(unit="")
    )

    assert document["attributions"][0]["source"]["country"] is None
    assert document["attributions"][0]["via"] is document["attributions"][0]["at"] is None
    assert document["question"]["unit"] is None


def test_a_figure_has_decimals_as_strings():
    (figure,) = published()["quantities"]

    assert (figure["value"], figure["low"], figure["high"]) == ("4200000",) * 3
    assert (figure["text"], figure["comparator"], figure["unit"]) == ("4.2 million", "=", "EUR")


def test_the_selectors_find_the_quote():
    document = full()
    text = Claim.objects.get().revision.text
    quoted, placed = document["claim"]["selectors"]

    assert quoted["type"], placed["type"] == ("TextQuoteSelector", "TextPositionSelector")
    assert text[placed["start"] : placed["end"]] == quoted["exact"] == document["claim"]["quote"]
    assert f"{quoted['prefix']}{quoted['exact']}{quoted['suffix']}" in text


def test_the_bytes_are_canonical_and_have_their_digest():
    full()

    for document in Document.objects.all():
        body = bytes(document.body)
        assert rfc8785.dumps(parsed(body)) == body
        assert digest_of(body) == document.digest


def test_the_bytes_are_canonical_whatever_is_said():
    published(
        statement="The “bridge” \u2028 costs \\ \t 4.2\u00a0million € 🌉 \ue000",
        verdict={"summary": "é\u0301 ﬀ \x7f", "rationale": "* one\r\n* two\n"},
    )

    (body,) = bodies()
    assert rfc8785.dumps(parsed(body)) == body


def test_no_document_has_our_host(settings):
    settings.PUBLIC_URL = "https://facts.example"

    full()

    assert all(b"facts.example" not in body for body in bodies())


def test_no_document_names_who_works_here():
    people = [newsroom.the(role) for role in ("annotator", "reviewer")]

    full()

    for person in people:
        assert all(person.username.encode() not in body for body in bodies())


def test_the_same_values_have_the_same_bytes():
    assert (
        canonical({"b": 1, "a": "ü"}) == canonical({"a": "ü", "b": 1}) == '{"a":"ü","b":1}'.encode()
    )


def test_an_instant_always_has_milliseconds():
    assert instant(NOON) == "2024-10-24T12:00:00.000Z"
    assert instant(NOON.replace(microsecond=45_999)) == "2024-10-24T12:00:00.045Z"


def test_a_statement_without_latin_letters_has_a_path_all_the_same():
    assert slug_of("桥梁") == ""
    assert path_of("abc", "") == "/factchecks/abc/"
    assert published(statement="桥梁")["path"] == f"/factchecks/{Claim.objects.get().public_id}/"


@given(
    notice=st.text(),
    number=st.integers(0, 2**53 - 1),
    four_eyes=st.none() | st.booleans(),
)
def test_a_row_is_written_fast_and_canonically(notice, number, four_eyes):
    row = {"sequence": number, "notice": notice, "four_eyes": four_eyes, "at": instant(NOON)}

    assert canonical_row(row) == rfc8785.dumps(row)
