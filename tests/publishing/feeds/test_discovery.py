"""What programs find in readers' pages: our data, whole, and where to have it."""

import extruct
import pytest
from lxml import html

from tests import newsroom
from tests.publishing.feeds.record import published

pytestmark = pytest.mark.django_db

ATOM, OEMBED = "application/atom+xml", "application/json+oembed"


def page(api, path):
    answer = api.get(path)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def path_of(claim):
    return f"/factchecks/{claim.public_id}-{claim.periods.get().slug}/"


def alternates(text, media_type):
    return html.fromstring(text).xpath(f"//link[@rel='alternate'][@type='{media_type}']/@href")


def test_a_page_has_exactly_the_review_that_the_api_has(api):
    claim = published()

    read = extruct.extract(page(api, path_of(claim)), syntaxes=["json-ld"])

    api_has = api.get(f"/api/v1/factchecks/{claim.public_id}/?format=claimreview").json()
    assert read["json-ld"] == [api_has]


def test_every_page_names_the_feed(api):
    [address] = alternates(page(api, "/"), ATOM)

    assert api.get(address)["Content-Type"].startswith(ATOM)


def test_a_fact_check_can_be_embedded(api):
    claim = published()

    [address] = alternates(page(api, path_of(claim)), OEMBED)

    assert address.startswith("http://testserver/oembed?")
    assert claim.statement in api.get(address).json()["html"]


def test_a_question_can_be_embedded(api):
    question = newsroom.make_question()
    published(question=question)

    [address] = alternates(page(api, f"/questions/{question.slug}/"), OEMBED)

    assert api.get(address).json()["title"] == question.text
