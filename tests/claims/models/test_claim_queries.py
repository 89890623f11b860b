"""The newsroom's questions about claims."""

from decimal import Decimal

import pytest

from claims.models import Claim
from tests import newsroom
from tests.newsroom import make_claim, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def mayor(db):
    return make_source("Mayor")


@pytest.fixture
def council(db):
    return make_source("Council")


def test_the_claimant_is_the_first_that_asserts(mayor, council):
    denied_first = make_claim(
        attributions=[{"source": council, "stance": "denies"}, {"source": mayor}]
    )
    make_claim(attributions=[{"source": council}, {"source": mayor}])
    make_claim(attributions=[{"source": mayor, "stance": "doubts"}])

    assert list(Claim.objects.claimed_by(mayor)) == [denied_first]


def test_claims_of_several_claimants_are_those_of_either(mayor, council):
    claims = {make_claim(attributions=[{"source": each}]) for each in (mayor, council)}

    assert set(Claim.objects.claimed_by(mayor, council)) == claims


def test_a_stance_is_asked_of_the_same_attribution(mayor, council):
    claim = make_claim(attributions=[{"source": mayor}, {"source": council, "stance": "denies"}])

    assert list(Claim.objects.attributed_to(council, stance=("denies",))) == [claim]
    assert not Claim.objects.attributed_to(mayor, stance=("denies",))
    assert list(Claim.objects.attributed_to(stance=("denies",))) == [claim]


def test_a_claim_on_which_both_stand_is_found_once(mayor, council):
    claim = make_claim(attributions=[{"source": mayor}, {"source": council}])

    assert list(Claim.objects.attributed_to(mayor, council)) == [claim]


def test_words_are_looked_for_in_statement_and_quote():
    claim = make_claim("18 months", statement="The work is slow.")
    make_claim()

    assert list(Claim.objects.matching("SLOW")) == [claim]
    assert list(Claim.objects.matching("18 month")) == [claim]


def in_words(quote, **figure):
    """A claim in these words, whose figure an editor wrote so if at all."""
    article = newsroom.make_article(text=f"Officials spoke of {quote} on Monday.")
    return make_claim(quote, article=article, **({"quantities": [figure]} if figure else {}))


@pytest.mark.parametrize("unit", ["troops", "soldier", "military personnel"])
def test_figures_are_found_by_any_name_of_their_unit(unit):
    claims = {in_words("8,000 North Korean soldiers"), in_words("10,000 troops")}
    in_words("9,000 people")
    in_words("9,000 wounded")

    assert set(Claim.objects.with_figure([unit], Decimal(8000), Decimal(10000))) == claims
    assert set(Claim.objects.with_figure([unit], Decimal(8001), Decimal(9999))) == set()


@pytest.mark.parametrize(("unit", "bound"), [("percent", "6"), ("%", "6"), ("share", "0.06")])
def test_a_bound_holds_for_figures_under_every_name(unit, bound):
    read = in_words("7 per cent")
    written = in_words("a figure", text="7 pct", value=Decimal(7), unit="pct", kind="share")
    in_words("5 per cent")

    found = Claim.objects.with_figure([unit], at_least=Decimal(bound))

    assert set(found) == {read, written}
    assert written.quantities.get().unit == "pct"


def test_claims_are_narrowed_by_what_they_show():
    unchecked, published = make_claim(), newsroom.make_published().claim
    retracted, closed = newsroom.make_retracted().claim, newsroom.make_closed_claim()

    assert set(Claim.objects.with_status("retracted", "false")) == {retracted, published}
    assert list(Claim.objects.published()) == [published]
    assert list(Claim.objects.waiting()) == [unchecked]
    assert set(Claim.objects.open()) == {unchecked, published, retracted}
    assert closed not in Claim.objects.open()
