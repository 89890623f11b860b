"""Documents as Atom: everything that RFC 4287 demands, whatever words the documents have."""

from xml.etree import ElementTree

import pytest

from publishing.formats.atom import Places, atom_feed
from publishing.formats.claimreview import Desk
from tests.publishing.documents import make_document

DESK = Desk("Desk & Sons", "https://facts.example")
HERE = "https://facts.example/feeds/factchecks.atom"
ATOM = "{http://www.w3.org/2005/Atom}"
NOTICE = {"version": 2, "kind": "corrected", "at": "2024-10-26T08:00:00.000Z", "text": "A <slip>."}


def document(**fields):
    return make_document("4.2 million euros", "It will cost 4.2 million euros.", **fields)


def feed(*documents, places=None):
    text = atom_feed(
        documents, DESK, places or Places(HERE, HERE), updated="2024-10-26T08:00:00.000Z"
    )
    return ElementTree.fromstring(text.encode())


def entry(**fields):
    return feed(document(**fields)).find(f"{ATOM}entry")


def text_of(element, name):
    [found] = element.findall(f"{ATOM}{name}")
    return found.text


def links(element):
    return {each.get("rel"): each.get("href") for each in element.findall(f"{ATOM}link")}


def test_a_feed_has_its_required_elements_once():
    said = feed()

    assert text_of(said, "id") == HERE
    assert text_of(said, "title") == "Fact checks of Desk & Sons"
    assert text_of(said, "updated") == "2024-10-26T08:00:00.000Z"
    assert said.find(f"{ATOM}author/{ATOM}name").text == "Desk & Sons"
    assert links(said)["self"] == HERE


def test_an_entry_has_its_required_elements_once():
    said = entry()

    assert text_of(said, "title") == "False: What was said: 4.2 million euros"
    assert text_of(said, "updated") == text_of(said, "published") == "2024-10-25T09:30:00.000Z"
    assert links(said)["alternate"].startswith("https://facts.example/factchecks/")
    assert said.find(f"{ATOM}content").get("type") == "html"


def test_a_correction_updates_the_entry():
    before, after = entry(), entry(notices=[NOTICE], published_at=NOTICE["at"])

    assert text_of(before, "id") == text_of(after, "id")
    assert text_of(after, "updated") == NOTICE["at"]
    assert "Corrected: A &lt;slip&gt;." in text_of(after, "content")


def test_a_retraction_is_told_instead_of_the_finding():
    notice = NOTICE | {"kind": "retracted", "text": "It was another bridge."}

    said = entry(kind="retracted", notices=[notice])

    assert text_of(said, "title").startswith("Retracted: ")
    assert text_of(said, "summary") == "It was another bridge."
    assert text_of(said, "updated") == notice["at"]
    assert "The estimate says something else." not in text_of(said, "content")


@pytest.mark.parametrize("words", ["a < b & c > d", "]]>", "nul \x00 esc \x1b \ufffe end", "🙂"])
def test_any_words_make_a_feed_that_can_be_read(words):
    said = document()
    said["claim"]["statement"] = words

    title = text_of(feed(said).find(f"{ATOM}entry"), "title")

    assert title == "False: " + "".join(each for each in words if each not in "\x00\x1b\ufffe")


def test_a_page_leads_to_the_next():
    pages = Places(HERE, f"{HERE}?before=9", f"{HERE}?before=3")

    said = feed(places=pages)

    assert links(said)["next"] == f"{HERE}?before=3"
    assert (text_of(said, "id"), links(said)["self"]) == (HERE, f"{HERE}?before=9")
