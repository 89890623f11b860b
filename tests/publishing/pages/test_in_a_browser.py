"""Readers' pages in a real browser: by keyboard, on a telephone, and without JavaScript."""

from typing import Any

import pytest
from django.core.management import call_command

from tests import newsroom
from tests.publishing.pages.reading import make_checked, make_open_article

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(transaction=True),
]

SMALL = """
() => [...document.querySelectorAll("nav a, button, summary, :is(.alone, .piece, h3) > a")]
  .map((each) => [each.textContent, each.getBoundingClientRect()])
  .filter(([, box]) => box.height && (box.height < 24 || box.width < 24))
  .map(([text]) => text)
"""
# How small the words of each chart are that is shown, as they come out.
WORDS_OF_CHARTS = """
() => [...document.querySelectorAll("svg.chart")]
  .filter((each) => each.getBoundingClientRect().width)
  .map((each) => Math.min(...[...each.querySelectorAll("text")].map((words) =>
    parseFloat(getComputedStyle(words).fontSize)
      * each.getBoundingClientRect().width / each.viewBox.baseVal.width)))
"""
# Where each block and each mark of the page stands, the popover apart.
PLACES = """
() => [...document.querySelectorAll("body :is(h1, h2, h3, p, li, a)")]
  .filter((each) => !each.closest(".finding-pop"))
  .map((each) => each.getBoundingClientRect())
  .map((box) => [box.x + scrollX, box.y + scrollY, box.width, box.height])
"""


@pytest.fixture
def article() -> Any:
    """An article with two checked statements, one of them corrected."""
    article = make_open_article()
    make_checked("4.2 million euros to repair the Mill Bridge", article=article)
    claim = make_checked("1,300 lorries", article=article, rating=newsroom.make_rating("true"))
    newsroom.make_published(claim=claim, notice="The counters say more.")
    return article


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_whole_for_everybody(width: int, scheme: str, windows: Any):
    call_command("loaddata", "demo", verbosity=0)
    window = windows(width=width, scheme=scheme)

    window.visit("/")
    first = window.page.locator(".statement a").first.get_attribute("href")
    asked = window.page.locator(".disputes a").first.get_attribute("href")
    window.visit(first)
    article = window.page.locator('a[href^="/articles/"]').first.get_attribute("href")
    source = window.page.locator('a[href^="/sources/"]').first.get_attribute("href")
    old = window.page.locator('a[href*="/versions/1/"]').first.get_attribute("href")
    for path in (article, source, asked, old, "/corrections/", "/methodology/", "/sources/nobody/"):
        window.visit(path)
        assert window.page.evaluate(SMALL) == []
    window.visit("/corrections/")
    window.page.locator("li", has_text="Retracted").locator("h2 a").click()
    window.look()
    assert "This check was retracted" in window.page.locator(".banner").inner_text()


def test_a_questions_chart_can_be_read_in_every_window(windows: Any):
    question = newsroom.make_question()
    for quote in ("4.2 million euros to repair the Mill Bridge", "3.1 million euros"):
        make_checked(quote, question=question)
    window = windows()
    window.visit(f"/questions/{question.slug}/")

    for width in range(340, 1300, 20):
        window.page.set_viewport_size({"width": width, "height": 800})
        shown = window.page.evaluate(WORDS_OF_CHARTS)

        assert len(shown) == 1, width
        assert shown[0] > 11, width


@pytest.mark.parametrize("width", [360, 1280])
def test_a_finding_opens_by_keyboard_and_moves_nothing(width: int, article: Any, windows: Any):
    window = windows(width=width)
    page = window.page
    window.visit(f"/articles/{article.public_id}/")
    mark = page.locator("a.m").first
    mark.focus()
    before = page.evaluate(PLACES)

    page.keyboard.press("Enter")

    pop = page.get_by_role("dialog")
    assert "The estimate says 3.1 million." in pop.inner_text()
    assert "estimate.pdf" in pop.inner_text()
    assert pop.evaluate("each => each === document.activeElement")
    assert mark.get_attribute("aria-expanded") == "true"
    assert page.evaluate(PLACES) == before
    window.look()

    page.keyboard.press("Escape")
    assert not pop.is_visible()
    assert mark.evaluate("each => each === document.activeElement")
    assert mark.get_attribute("aria-expanded") is None


def test_one_finding_gives_way_to_the_next(article: Any, windows: Any):
    window = windows()
    page = window.page
    window.visit(f"/articles/{article.public_id}/")
    first, second = page.locator("a.m").all()

    first.click()
    second.click()

    assert page.get_by_role("dialog").count() == 1
    assert page.get_by_role("dialog").get_by_role("heading").inner_text() == "1,300 lorries"
    assert first.get_attribute("aria-expanded") is None
    assert second.get_attribute("aria-expanded") == "true"
    page.get_by_role("button", name="Close").click()
    assert not page.get_by_role("dialog").is_visible()


def test_without_javascript_a_mark_leads_to_its_finding_and_back(
    article: Any, chromium: Any, live_server: Any
):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/articles/{article.public_id}/")
    mark = page.locator("a.m").first

    mark.click()
    key = mark.get_attribute("href")
    finding = page.locator(key)

    assert page.url.endswith(key)
    assert "The estimate says 3.1 million." in finding.inner_text()
    finding.get_by_role("link", name="Back to the words").click()
    assert page.url.endswith(f"#{mark.get_attribute('id')}")
    context.close()
