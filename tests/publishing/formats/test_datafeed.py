"""ClaimReviews as a DataFeed: what stands, what does not any more, and where to go on."""

from publishing.formats.claimreview import Desk, claim_review
from publishing.formats.datafeed import Change, data_feed
from tests.publishing.documents import make_document

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DESK = Desk("The County Desk", "https://facts.example", LICENCE)
ADDRESS = "https://facts.example/feeds/claimreview.json"
AT = "2024-10-26T08:00:00.000Z"
DOCUMENT = make_document("4.2 million euros", "The bridge will cost 4.2 million euros.")


def feed(*changes, after=0):
    return data_feed(changes, DESK, address=ADDRESS, after=after)


def test_what_stands_is_an_item_with_its_review():
    [item] = feed(Change(7, DOCUMENT["id"], AT, DOCUMENT))["dataFeedElement"]

    assert item["@type"] == "DataFeedItem"
    assert item["identifier"] == DOCUMENT["id"]
    assert item["item"] == [
        {name: value for name, value in claim_review(DOCUMENT, DESK).items() if name != "@context"}
    ]


def test_what_was_taken_back_is_an_item_with_the_date_and_nothing_else():
    [item] = feed(Change(7, "abcdefghjk", AT, None))["dataFeedElement"]

    assert item == {"@type": "DataFeedItem", "identifier": "abcdefghjk", "dateDeleted": AT}


def test_its_version_is_where_to_go_on():
    both = feed(Change(7, "a", AT, None), Change(9, "b", AT, None))

    assert both["version"] == 9
    assert feed(after=9)["version"] == 9


def test_it_names_its_licence():
    assert feed()["sdLicense"] == feed()["license"] == LICENCE
    assert "license" not in data_feed([], Desk("Desk", "https://facts.example"), address=ADDRESS)
