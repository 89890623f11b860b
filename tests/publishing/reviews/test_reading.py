"""Files: found out what they are, read item by item, and never an error."""

import io
import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.reviews import read
from tests.publishing.reviews.specimens import CLAIM, URL, answer, claim_review, found_in, refusal

LINE = json.dumps(claim_review())


def places(given, **options):
    return {each.place: each.reason for each in found_in(given, **options)}


def on_a_page(block, head=""):
    return f'<html lang="pt-BR"><head>{head}<script type="application/ld+json">{block}</script>'


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (claim_review(), ""),
        ([claim_review()], "/0"),
        (
            {"@context": "http://schema.org", "@graph": [{"@type": "WebPage"}, claim_review()]},
            "/@graph/1",
        ),
        ({"@type": "NewsArticle", "review": claim_review()}, "/review"),
        ({"dataFeedElement": [{"item": [claim_review()]}]}, "/dataFeedElement/0/item/0"),
        ({"dataFeedElement": [{"item": claim_review()}]}, "/dataFeedElement/0/item"),
        ([{"dataFeedElement": [{"item": claim_review()}]}], "/0/dataFeedElement/0/item"),
        (answer(), "/claims/0/claimReview/0"),
        (answer()["claims"][0], "/claimReview/0"),
        (json.dumps(claim_review(), indent=2), ""),
        ("\ufeff" + LINE, ""),
        ("\n\n  " + LINE + "\n\n", ""),
    ],
)
def test_a_review_is_found_wherever_it_stands(given, place):
    [found] = found_in(given)

    assert (found.place, found.reason) == (place, "")
    assert (found.review.url, found.review.claim) == (URL, CLAIM)


def test_a_recorded_answer_says_as_much_as_the_page():
    [found] = found_in(answer())

    review = found.review
    assert (review.organisation, review.site, review.label) == (
        "Checks Desk",
        "checks.example",
        "False",
    )
    assert (review.claimant, review.language, str(review.reviewed_on)) == (
        "The mayor",
        "en",
        "2024-10-24",
    )
    assert review.raw == answer()["claims"][0]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"url": None}, "no whole web address"), ({"url": "/a"}, "no whole web address")],
)
def test_an_answer_without_an_address_is_refused(changes, reason):
    assert reason in refusal(answer(**changes))


@pytest.mark.parametrize("review", [None, "x", 7, []])
def test_an_answer_with_no_review_is_refused(review):
    given = {"claims": [{"text": CLAIM, "claimReview": [review]}]}

    assert "object" in refusal(given)


def test_lines_are_read_one_by_one_and_refused_one_by_one():
    text = f"{LINE}\n\n{{broken\n{json.dumps(answer())}\n[]\n\xff"

    found = {each.place: each.reason for each in found_in(text.encode("latin-1"))}

    assert list(found) == [
        "line 1",
        "line 3",
        "line 4, /claims/0/claimReview/0",
        "line 5",
        "line 6",
    ]
    assert found["line 3"].startswith("It is no JSON: Expecting property name")
    assert found["line 5"] == "There is nothing in it."
    assert found["line 6"] == "It is not UTF-8, from byte 1 on."


def test_a_broken_first_line_leaves_the_others_readable():
    assert places(f"{{broken\n{LINE}\n{LINE}") == {
        "line 1": found_in("{broken")[0].reason,
        "line 2": "",
        "line 3": "",
    }


def test_entries_of_a_feed_that_are_no_review_say_why():
    feed = {"dataFeedElement": [{"item": None}, {"dateDeleted": "2024-10-24"}, None, {"item": 7}]}

    assert places(feed) == {
        "/dataFeedElement/0": "Its item is null.",
        "/dataFeedElement/1": "Its publisher deleted it, 2024-10-24.",
        "/dataFeedElement/2": "There is nothing in it.",
        "/dataFeedElement/3": "There is no ClaimReview in it.",
    }


def test_an_author_that_is_only_named_is_looked_up_in_the_graph():
    desk = {"@type": "Organization", "@id": "#desk", "name": "Checks Desk"}

    [found] = found_in({"@graph": [claim_review(author={"@id": "#desk"}), desk]})

    assert found.review.organisation == "Checks Desk"


def test_microdata_keeps_its_values_as_properties():
    properties = {name: [value] for name, value in claim_review().items() if name[0] != "@"}
    properties["author"] = [
        {"type": ["http://schema.org/Organization"], "properties": {"name": ["D"]}}
    ]

    [found] = found_in([{"type": "http://schema.org/ClaimReview", "properties": properties}])

    assert (found.review.claim, found.review.organisation) == (CLAIM, "D")


def test_quotation_marks_that_nobody_escaped_are():
    broken = LINE.replace(CLAIM, 'The "Oder" bridge\nis "made" of glass.')

    [found] = found_in(on_a_page(broken))

    assert found.review.claim == 'The "Oder" bridge is "made" of glass.'


@pytest.mark.parametrize("block", [LINE, f"<!-- {LINE} -->", f"//<![CDATA[\n{LINE}\n//]]>"])
@pytest.mark.parametrize("kind", ["application/ld+json", "Application/LD+JSON; charset=utf-8"])
def test_a_page_has_its_reviews_in_scripts(block, kind):
    page = on_a_page(block).replace("application/ld+json", kind)

    [found] = found_in(page)

    assert (found.place, found.review.claim, found.review.language) == ("line 1", CLAIM, "pt-BR")


def test_of_a_page_only_its_json_ld_is_read():
    page = (
        f"<!DOCTYPE html>\n<!-- {on_a_page(LINE)} -->\n<script>var x = '{on_a_page('')}'</script>\n"
        + on_a_page('{"@type": "WebPage"}')
        + on_a_page("{broken")
        + "\n"
        + on_a_page(json.dumps([{"@type": "WebSite"}, claim_review()]))
    )

    found = places(page)

    assert list(found) == ["line 4", "line 5, /1"]
    assert found["line 4"].startswith("It is no JSON")


@pytest.mark.parametrize(
    "head",
    [
        '<link href="https://checks.example/b/" rel="canonical">',
        "<meta property='og:url' content='https://checks.example/b/'>",
    ],
)
def test_a_page_says_itself_what_its_addresses_are_relative_to(head):
    [found] = found_in(on_a_page(json.dumps(claim_review(url="../a")), head))

    assert found.review.url == "https://checks.example/a"


def test_a_page_in_an_old_encoding_is_read_as_it_says():
    page = on_a_page(LINE.replace("glass", "gläs"), '<meta charset="iso-8859-1">')

    [found] = found_in(page.encode("latin-1"))

    assert found.review.claim == "The Oder bridge is made of gläs."


def test_a_page_without_a_review_says_so():
    assert refusal("<p>Hello") == "The page has no ClaimReview in its JSON-LD."


HARD = {
    "empty": b"",
    "blank": b" \n\n ",
    "binary": bytes(range(256)) * 100,
    "deep list": b"[" * 10_000 + b"]" * 10_000,
    "deep object": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "deep within": b'[{"@type":"ClaimReview","x":' + b"[" * 500 + b"]" * 500 + b"}]",
    "deep beside": b"[" * 500 + b"]" * 500,
    "a megabyte": b'"' + b"x" * 1_000_000 + b'"',
    "a megabyte of quotes": b'"' * 1_000_000,
    "a megabyte of brackets": b"<" * 1_000_000,
    "unclosed comments": b"<!--" * 250_000,
    "unclosed tags": b"<script " * 120_000,
    "unclosed scripts": b"<script type=application/ld+json>" * 30_000,
    "many ends": b"<script type=application/ld+json>" + b"</" * 400_000,
    "not a number": b'{"@type": "ClaimReview", "x": [NaN, Infinity, -Infinity]}',
    "huge numbers": b"[1e999, -1e999, " + b"9" * 100_000 + b"]",
    "NULs": b"\x00" * 1000,
    "a line too long": b"{}\n" + b"x" * 5_000_000 + b"\n{}",
    "UTF-16": LINE.encode("utf-16"),
}


@pytest.mark.parametrize("data", HARD.values(), ids=HARD)
def test_no_file_is_an_error_or_takes_seconds(data):
    began = time.process_time()

    found = found_in(data)

    assert found
    assert all(each.reason for each in found)
    assert time.process_time() - began < 2


def test_numbers_that_no_database_holds_stay_what_they_were():
    text = LINE.replace(
        '"ratingValue": 1', '"ratingValue": NaN, "x": [1e999, 12345678901234567890]'
    )

    [found] = found_in(text)

    assert found.review.rating_value == "NaN"
    assert found.review.raw["reviewRating"]["x"] == ["1e999", "12345678901234567890"]


NAMES = [
    *("@type", "@graph", "@id", "type", "properties", "claimReview", "claims", "dataFeedElement"),
    *("item", "claimReviewed", "itemReviewed", "author", "publisher", "name", "url", "appearance"),
    *(
        "reviewRating",
        "ratingValue",
        "alternateName",
        "datePublished",
        "inLanguage",
        "sameAs",
        "text",
    ),
    *("description", "firstAppearance", "mainEntityOfPage", "textualRating", "languageCode"),
]
WORDS = [
    "ClaimReview",
    "Claim",
    "Person",
    "https://a.example/b",
    "/x",
    "https://[",
    "2021-7-1",
    "#1",
]
texts = st.sampled_from(WORDS) | st.text(max_size=8)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=25,
)
reviews = st.builds(
    lambda changes: claim_review() | changes,
    st.dictionaries(st.sampled_from(NAMES), values, max_size=6),
)


@given(values | reviews | st.lists(reviews, max_size=3))
def test_whatever_json_holds_each_item_is_a_review_or_has_a_reason(value):
    for found in found_in(value):
        assert (found.review is None) == bool(found.reason)
        if found.review:
            assert found.review.claim
            assert found.review.organisation
            assert found.review.url.startswith(("https://", "http://"))
            json.dumps(found.review.raw, allow_nan=False).encode()


@given(st.binary(max_size=200))
def test_whatever_bytes_a_file_holds_there_is_an_answer(data):
    assert found_in(data)


class Endless(io.RawIOBase):
    """A file of so many lines that is never there as a whole."""

    def __init__(self, lines):
        self.left = lines

    def readline(self, size=-1):
        self.left -= 1
        return (LINE + "\n").encode() if self.left >= 0 else b""


@pytest.mark.slow
def test_lines_cost_the_same_memory_however_many():
    def peak(lines):
        tracemalloc.start()
        for _ in read(Endless(lines)):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)

    assert peak(4_000) < peak(100) + 1_000_000
