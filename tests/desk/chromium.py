"""A real browser for the desk: what it complains of, and what axe finds."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))

# The page keeps what the policy has stopped, so that a test can ask.
LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.stopped.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, or a reason why not."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (pip install -e '.[browser]')"
    )
    pytest.importorskip(
        "axe_playwright_python", reason="axe is not installed (pip install -e '.[browser]')"
    )
    if not CHROMIUM.exists():
        pytest.skip(f"there is no Chromium at {CHROMIUM}")
    # Playwright keeps a loop running in this thread, which Django would take for async code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Window:
    """A window in which somebody works; every page it looks at is checked."""

    def __init__(self, chromium: Any, base: str, *, scheme: str = "light", width: int = 1280):
        size = {"width": width, "height": 900}
        self.context = chromium.new_context(color_scheme=scheme, viewport=size)
        self.context.add_init_script(LISTEN)
        self.page = self.context.new_page()
        self.base = base
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def log_in(self, username: str, password: str) -> None:
        self.visit("/admin/login/")
        self.page.fill("#id_username", username)
        self.page.fill("#id_password", password)
        self.page.click("input[type=submit]")
        self.look()

    def visit(self, path: str) -> None:
        self.page.goto(self.base + path)
        self.look()

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()
        self.look()

    def look(self) -> None:
        """Assert that nothing was stopped by the policy, nothing broke, and axe is content."""
        from axe_playwright_python.sync_playwright import Axe

        self.page.wait_for_load_state("load")
        where = self.page.url
        stopped = self.page.evaluate("window.stopped")
        assert not stopped, f"{where}: {stopped}"
        assert not self.errors, f"{where}: {self.errors}"
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not self.page.evaluate(wide), f"{where} is wider than its window"
        found = Axe().run(self.page).response["violations"]
        grave = [
            f"{each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in found
            if each["impact"] in ("serious", "critical")
        ]
        assert not grave, f"{where}: {grave}"
        # What axe itself has tried is not the page's doing.
        self.page.evaluate("window.stopped = []")

    def choose(self, label: str, words: str) -> None:
        """Search in a box and take the first result of the last letter's search."""
        self.page.get_by_role("combobox", name=label, exact=True).last.click()
        searched = f"term={quote(words)}"
        with self.page.expect_response(lambda response: searched in response.url) as answer:
            self.page.keyboard.type(words)
        assert answer.value.ok, f"{answer.value.url}: {answer.value.status}"
        option = self.page.locator(".select2-results__option", has_text=words).first
        option.wait_for()
        self.look()
        option.click()

    def close(self) -> None:
        self.context.close()
