"""The same words may be marked twice, and the claims on them know of each other."""

import pytest

from claims.models import Claim
from tests.newsroom import make_article, make_claim, make_published, revise
from tests.plans import large_tables, planned

pytestmark = pytest.mark.django_db

TWICE = "The bridge costs 3,000 euros.\n\nAnother 3,000 euros go to the ferry."


def test_claims_on_the_same_words_know_of_each_other():
    article = make_article()
    first, second = make_claim(article=article), make_claim(article=article, statement="Too much.")
    make_claim("The county will need 4.2 million euros", article=article)
    make_claim()

    assert (list(first.alike()), list(second.alike())) == ([second], [first])


def test_the_same_words_in_another_place_are_others():
    article = make_article(text=TWICE)
    first = make_claim("3,000 euros", article=article, start=TWICE.index("3,000"))

    make_claim("3,000 euros", article=article, start=TWICE.rindex("3,000"))

    assert not first.alike()


def test_a_published_claim_that_stays_on_an_earlier_text_is_known_too():
    article = make_article()
    published = make_published(claim=make_claim(article=article)).claim
    revise(article, "on Monday", "on Tuesday")

    claim = make_claim(article=article)

    assert Claim.objects.get(pk=published.pk).revision.number < claim.revision.number
    assert list(claim.alike()) == [published]


def test_claims_on_the_same_words_are_looked_for_along_an_index():
    claim = make_claim()
    large_tables()

    with planned() as plans:
        list(claim.alike())

    wrong = [step for plan in plans for step in plan.offences(may_sort=False)]
    assert plans
    assert not wrong, "\n".join(wrong)
