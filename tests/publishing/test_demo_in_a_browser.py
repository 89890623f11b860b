"""The embed script from its own address, on its demo page, under our own policy."""

import json

import pytest

from claims.models import Document
from claims.record.ledger import parsed
from tests.newsroom import TEXT, make_article, make_claim, make_published

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

QUOTE = "Some 1,300 lorries cross the bridge each day"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_demo_page_shows_what_was_found(width, scheme, readers, live_server):
    article = make_article(url="https://publisher.example/story", text_is_public=True, text=TEXT)
    make_published(claim=make_claim(QUOTE, article=article))
    reader = readers(live_server.url, scheme=scheme, width=width)
    published = [parsed(document.body) for document in Document.objects.all()]
    answer = {"url": article.url, "article": None, "results": published}
    reader.page.route("**/lookup/**", lambda route: route.fulfill(body=json.dumps(answer)))

    reader.read("/embed/demo/")
    reader.wait_for("false").click()

    assert reader.highlights["false"].replace("\u00ad", "") == QUOTE
    assert reader.note.locator("h3").inner_text() == "False"
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not reader.page.evaluate(wide)
    reader.assert_nothing_broke()
    reader.assert_axe_is_content()
