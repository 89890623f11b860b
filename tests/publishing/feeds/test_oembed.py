"""/oembed: what a site shows that was given one of our addresses."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from tests import newsroom
from tests.publishing.feeds.record import HOUR, NOON, published, retract, withheld

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


def page_of(claim):
    return f"{HERE}/factchecks/{claim.public_id}-{claim.periods.get().slug}/"


def ask(api, url, **query):
    return api.get("/oembed", {"url": url} | query)


def answered_question():
    question = newsroom.make_question()
    published(
        question=question,
        quantities=[{"text": "4.2 million euros", "is_answer": True, "state": "confirmed"}],
    )
    return question


def test_a_fact_check_is_a_card(api):
    claim = published()

    answer = ask(api, page_of(claim)).json()

    assert answer["type"] == "rich"
    assert claim.statement in answer["html"]
    assert page_of(claim) in answer["html"]


def test_its_id_is_enough(api):
    claim = published()

    assert ask(api, f"{HERE}/factchecks/{claim.public_id}/").status_code == 200


def test_a_question_is_its_chart(api):
    question = answered_question()

    answer = ask(api, f"{HERE}/questions/{question.slug}/").json()

    source = answer["html"].partition('src="')[2].partition('"')[0]
    picture = api.get(source.removeprefix(HERE))
    assert picture["Content-Type"].startswith("image/svg+xml")
    assert f'width="{answer["width"]}" height="{answer["height"]}"' in picture.content.decode()


def test_a_question_without_a_figure_is_a_link(api):
    question = newsroom.make_question(unit="")
    published(question=question)

    answer = ask(api, f"{HERE}/questions/{question.slug}/").json()

    assert (answer["type"], answer["title"]) == ("link", question.text)


@pytest.mark.parametrize(("width", "height"), [(200, 5000), (5000, 200), (320, 100), (1, 1)])
def test_nothing_is_larger_than_there_is_room(api, width, height):
    question, claim = answered_question(), published("18 months")

    for url in (f"{HERE}/questions/{question.slug}/", page_of(claim)):
        answer = ask(api, url, maxwidth=width, maxheight=height).json()
        assert 0 < answer["width"] <= width
        assert 0 < answer["height"] <= height


def test_xml_for_who_asks_for_it(api):
    claim = published()

    answer = ask(api, page_of(claim), format="xml")

    assert answer["Content-Type"] == "text/xml"
    root = ElementTree.fromstring(answer.content)
    assert root.find("type").text == "rich"


def test_what_wordpress_sends_beside_is_taken(api):
    assert ask(api, page_of(published()), maxwidth=500, maxheight=750, dnt=1).status_code == 200


@pytest.mark.parametrize("of", ["check", "question"])
def test_a_page_names_the_whole_address_of_its_card(api, of):
    question = answered_question()
    claim = question.claims.get()
    page = page_of(claim) if of == "check" else f"{HERE}/questions/{question.slug}/"

    html = api.get(page).content.decode()

    href = re.search(r'type="application/json\+oembed" href="([^"]+)"', html)[1]
    assert href.startswith(f"{HERE}/oembed?url=")
    assert api.get(unescape(href)).json()["type"] == "rich"


def test_no_other_form_is_implemented(api):
    assert ask(api, page_of(published()), format="yaml").status_code == 501


def test_what_was_retracted_is_gone_with_the_notice(api):
    claim = published()
    retract(claim, NOON + HOUR)

    answer = ask(api, page_of(claim))

    assert answer.status_code == 410
    assert "It was another bridge." in answer.json()["detail"]


def test_what_is_withheld_is_451(api):
    claim = published()
    page = page_of(claim)
    withheld(claim)

    assert ask(api, page).status_code == 451


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/factchecks/0123456789/",
        f"{HERE}/factchecks/0123456789/",
        f"{HERE}/questions/nothing/",
        f"{HERE}/sources/x/",
        f"{HERE}/factchecks/",
        f"{HERE}/factchecks/a/b/c/",
        HERE,
    ],
)
def test_what_is_not_ours_or_not_there_is_not_found(api, url):
    assert ask(api, url).status_code == 404


def test_a_question_nobody_has_published_on_is_not_found(api):
    question = newsroom.make_question()

    assert ask(api, f"{HERE}/questions/{question.slug}/").status_code == 404


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "//[",
        "http://[::1",
        "javascript:alert(1)",
        "javascript://testserver/factchecks/0123456789/",
        "//testserver/factchecks/0123456789/",
    ],
)
def test_what_is_no_address_is_refused(api, url):
    answer = ask(api, url)

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "url"


def test_a_source_renamed_changes_a_charts_etag(api):
    question = newsroom.make_question()
    source = newsroom.make_source("Roads office")
    published(
        question=question,
        attributions=[{"source": source, "stance": "asserts"}],
        quantities=[{"text": "4.2 million euros", "is_answer": True, "state": "confirmed"}],
    )
    url = f"{HERE}/questions/{question.slug}/"
    before = ask(api, url)["ETag"]
    source.edit(by=newsroom.the("annotator"), name="Department of Roads")

    assert ask(api, url)["ETag"] != before
