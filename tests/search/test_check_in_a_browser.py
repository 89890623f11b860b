"""/check/ in a real browser: a pasted draft comes back marked, whole for everybody."""

from typing import Any

import pytest
from django.core.management import call_command

from tests.desk.chromium import Window

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

KNOWN = "There are 10,000 North Korean troops in Russia, a minister said."
DRAFT = f"It rained on Monday. {KNOWN} The concert was sold out."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_pasted_draft_comes_back_marked(width: int, scheme: str, chromium: Any, live_server: Any):
    call_command("loaddata", "demo", verbosity=0)
    window = Window(chromium, live_server.url, width=width, scheme=scheme)

    window.visit("/check/")
    window.page.get_by_role("textbox").fill(DRAFT)
    window.page.get_by_role("main").get_by_role("button").click()
    window.page.wait_for_selector("mark")
    window.look()

    assert KNOWN in window.page.locator("mark").first.inner_text()
    assert window.page.locator("mark").count() == 1
    assert "Disputed" in window.page.get_by_role("main").inner_text()
    window.close()
