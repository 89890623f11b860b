"""Marking a claim: the quote finds its own place, as whole words."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError

from claims.models import Claim
from tests import newsroom
from tests.newsroom import TEXT, make_article, make_claim

pytestmark = pytest.mark.django_db

TWICE = "The bill is 300 euros. Nobody pays 300 euros. Some pay 13,000 euros."


def test_a_quote_finds_its_own_place():
    claim = make_claim("4.2 million euros")

    assert TEXT[claim.start : claim.end] == claim.quote == "4.2 million euros"
    assert TEXT[: claim.start].endswith(claim.prefix)
    assert TEXT[claim.end :].startswith(claim.suffix)
    assert (len(claim.prefix), len(claim.suffix)) == (21, 32)


def test_a_claim_without_a_statement_says_its_quote():
    assert make_claim("18 months").statement == "18 months"
    assert make_claim("18 months", statement="The work lasts 18 months.").statement == (
        "The work lasts 18 months."
    )


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("300 lorries", "only part of “1,300 lorries”"),
        ("5 million euros", "are not in the text"),
        ("4.2 Million Euros", "only with other capital letters"),
        ("  ", "The quote is empty"),
    ],
)
def test_a_quote_that_is_not_there_as_whole_words_is_refused_with_the_reason(quote, words):
    with pytest.raises(ValidationError) as refusal:
        make_claim(quote)

    assert list(refusal.value.message_dict) == ["quote"]
    assert words in refusal.value.message_dict["quote"][0]


def test_an_ambiguous_quote_says_how_many_were_found():
    with pytest.raises(ValidationError, match="stands in the text 2 times") as refusal:
        make_claim("300 euros", article=make_article(text=TWICE))

    assert list(refusal.value.message_dict) == ["quote"]


@pytest.mark.parametrize(
    "hint", [{"prefix": "Nobody pays "}, {"suffix": ". Some"}, {"start": 35}, {"end": 44}]
)
def test_words_around_it_or_an_offset_choose_among_several_places(hint):
    claim = make_claim("300 euros", article=make_article(text=TWICE), **hint)

    assert (claim.start, claim.end) == (35, 44)


def test_offsets_that_hold_other_words_are_refused():
    with pytest.raises(ValidationError, match="At offsets 0 to 9 the text has"):
        make_claim("300 euros", article=make_article(text=TWICE), start=0, end=9)


def test_offsets_alone_quote_what_stands_there():
    claim = make_claim("", article=make_article(text=TWICE), start=35, end=44)

    assert claim.quote == "300 euros"


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("It costs\r\n4 million\reuros.", "4 million\neuros"),
        (unicodedata.normalize("NFD", "The café pays 4 million."), "café pays"),
        ("The café pays 4 million.", unicodedata.normalize("NFD", "café pays")),
        ("“We pay,” she said.", '"We pay," she said'),
        ("A bridge 🌉 of 4 million.", "🌉 of 4 million"),
        ("The 👩‍🚒 pays 4 million.", "pays 4 million"),
    ],
)
def test_the_quote_is_kept_as_the_article_has_it(stored, asked):
    article = make_article(text=stored)

    claim = make_claim(asked, article=article)

    claim.refresh_from_db()
    assert article.text[claim.start : claim.end] == claim.quote
    assert claim.end - claim.start == len(claim.quote)
    assert "\r" not in article.text
    assert unicodedata.is_normalized("NFC", claim.quote)


def test_editing_the_quote_moves_the_anchor(annotator):
    claim = make_claim("4.2 million euros")

    claim.edit(by=annotator, quote="18 months")

    claim.refresh_from_db()
    assert TEXT[claim.start : claim.end] == claim.quote == "18 months"
    assert TEXT[: claim.start].endswith(claim.prefix)


def test_editing_the_place_alone_keeps_the_words(annotator):
    claim = make_claim("300 euros", article=make_article(text=TWICE), start=12)

    claim.edit(by=annotator, start=35)

    assert (claim.quote, claim.start, claim.end) == ("300 euros", 35, 44)


def test_saying_an_ambiguous_quote_again_leaves_it_where_it_stands(annotator):
    claim = make_claim("300 euros", article=make_article(text=TWICE), start=35)

    claim.edit(by=annotator, quote="300 euros", note="Ask.")

    assert (claim.start, claim.note) == (35, "Ask.")


def test_a_quote_that_is_not_there_changes_nothing(annotator):
    claim = make_claim("18 months")

    with pytest.raises(ValidationError, match="are not in the text"):
        claim.edit(by=annotator, quote="19 months", note="Ask.")

    claim.refresh_from_db()
    assert (claim.quote, claim.note, claim.version) == ("18 months", "", 1)


def test_a_refused_mark_leaves_nothing():
    article = make_article()

    with pytest.raises(ValidationError):
        make_claim(article=article, attributions=[{"stance": "asserts"}])

    assert not Claim.objects.exists()


def test_a_claim_may_repeat_another_but_not_itself(annotator):
    first, again = make_claim(), make_claim()

    again.edit(by=annotator, repeats=first)

    with pytest.raises(ValidationError, match="A claim does not repeat itself"):
        first.edit(by=annotator, repeats=first)
    assert again.repeats == first


def test_marking_needs_the_annotators_role(outsider):
    article = make_article()

    with pytest.raises(Exception, match="This needs the role annotator"):
        newsroom.make_claim(by=outsider, article=article)
