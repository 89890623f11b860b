"""What other sites embed: whole without a script, whatever the words are."""

from xml.etree import ElementTree

import pytest
from lxml import html

from publishing.formats.claimreview import Desk
from publishing.formats.oembed import CARD, Chart, as_xml, card, link, picture
from tests.publishing.documents import make_document

DESK = Desk("Desk & Sons", "https://facts.example")
CHART = Chart("How many?", "/questions/how-many/", "/chart.svg?width=900", "Two figures.", 900, 500)


def document(**fields):
    return make_document("4.2 million euros", "It will cost 4.2 million euros.", **fields)


def shown(**size):
    return card(document(), DESK, **{"width": CARD, "height": None} | size)


@pytest.mark.parametrize("answer", [shown(), picture(CHART, DESK)])
def test_a_rich_answer_has_what_the_standard_demands(answer):
    assert (answer["type"], answer["version"]) == ("rich", "1.0")
    assert answer["html"]
    assert type(answer["width"]) is int
    assert type(answer["height"]) is int


@pytest.mark.parametrize("answer", [shown(), picture(CHART, DESK)])
def test_its_html_needs_no_script(answer):
    assert not html.fromstring(answer["html"]).xpath("//script | //iframe | //@onclick")


def test_a_card_says_claim_rating_and_finding_and_leads_to_the_page():
    root = html.fromstring(shown()["html"])

    words = root.text_content()
    assert "What was said: 4.2 million euros" in words
    assert "Roads office" in words
    assert "False. The estimate says something else." in words
    assert root.xpath("//a/@href") == [f"https://facts.example{document()['path']}"]


def test_a_chart_is_a_picture_that_can_be_heard():
    [image] = html.fromstring(picture(CHART, DESK)["html"]).xpath("//img")

    assert image.get("src") == "https://facts.example/chart.svg?width=900"
    assert image.get("alt") == "Two figures."


def test_words_stay_words():
    said = document()
    said["claim"]["statement"] = "<script>alert(1)</script>"

    answer = card(said, DESK, width=CARD, height=None)

    assert not html.fromstring(answer["html"]).xpath("//script")


def test_a_narrower_card_is_taller_but_never_taller_than_there_is_room():
    assert shown(width=200)["height"] > shown()["height"]
    assert shown(width=200, height=60)["height"] == 60


def test_xml_says_the_same():
    answer = shown()

    root = ElementTree.fromstring(as_xml(answer).encode())

    assert {each.tag: each.text for each in root} == {
        name: str(value) for name, value in answer.items()
    }


def test_a_question_without_figures_is_a_link():
    assert link("How many?", DESK)["type"] == "link"
