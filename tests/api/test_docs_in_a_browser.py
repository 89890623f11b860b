"""The reference in a real browser: it works without anything from elsewhere, under the CSP."""

from typing import Any

import pytest

from tests.desk.chromium import LISTEN

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def tab(chromium: Any) -> Any:
    context = chromium.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def test_the_reference_shows_every_kind_of_row_and_nothing_is_stopped(tab, live_server):
    asked, broken = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: broken.append(str(error)))
    tab.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)

    tab.goto(f"{live_server.url}/api/v1/docs/")
    tab.wait_for_selector("#operations-claims-claims_list")
    tab.click("#operations-claims-claims_list .opblock-summary-control")
    tab.wait_for_selector("#operations-claims-claims_list .parameters")

    kinds = {each.inner_text().split("\n")[0] for each in tab.query_selector_all(".opblock-tag")}
    assert {"claims", "verdicts", "articles", "sources", "questions", "ratings"} <= kinds
    assert tab.evaluate("window.stopped") == []
    assert broken == []
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
