"""The story of the desk by hand, in a real browser: no policy violation, nothing grave for axe."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from accounts.scopes import Role
from claims.models import Claim, Verdict
from tests.desk.chromium import Window
from tests.desk.newsroom import make_newsroom
from tests.newsroom import (
    TEXT,
    make_article,
    make_claim,
    make_draft,
    make_lost_claim,
    make_published,
    make_rating,
    make_source,
    the,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a password for the test"

# What of the header is below it, on top of something else of it, or too small to hit.
ASTRAY = """() => {
  const header = document.getElementById("header").getBoundingClientRect();
  const all = [...document.querySelectorAll("#header :is(a, button)")]
    .map((each) => [each.textContent.trim() || each.className, each.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1);
  const over = (one, other) => one !== other && one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  return all.filter(([, box]) => box.bottom > header.bottom || box.height < 24 || box.width < 24
    || all.some(([, other]) => over(box, other))).map(([words]) => words);
}"""
# Controls that are cut off by what they stand in.
CUT_OFF = """() => [...document.querySelectorAll("#changelist .actions :is(select, button)")]
  .filter((each) => each.getBoundingClientRect().right
    > each.closest(".changelist-form-container").getBoundingClientRect().right)
  .map((each) => each.name || each.textContent)"""
IN_VIEW = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""
# Where the widest line of an element's words ends.
WORDS_END = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return Math.max(...[...range.getClientRects()].map((box) => box.right));
}"""


def person(role: Role) -> str:
    """Somebody who can log in."""
    somebody = the(role)
    somebody.set_password(PASSWORD)
    somebody.save()
    return somebody.username


@pytest.fixture
def windows(chromium: Any, live_server: Any) -> Iterator[Any]:
    """Opens windows on the desk, and closes them after the test."""
    opened: list[Window] = []

    def open_window(role: Role, **look: Any) -> Window:
        window = Window(chromium, live_server.url, **look)
        opened.append(window)
        window.log_in(person(role), PASSWORD)
        return window

    yield open_window
    for window in opened:
        window.close()


def test_from_a_pasted_article_to_a_published_verdict(windows: Any):
    make_rating("false")
    make_source("Finance department")
    ann = windows(Role.ANNOTATOR)

    ann.visit("/admin/claims/article/add/")
    ann.page.fill("#id_text", "• Bridge to cost more\n\n" + TEXT)
    ann.press("Keep this article")
    assert ann.page.locator("h1").inner_text() == "Bridge to cost more"

    select(ann, "#article-text", "4.2 million euros")
    ann.page.get_by_role("link", name="Mark as a claim").click()
    ann.look()
    assert ann.page.input_value("#id_quote") == "4.2 million euros"
    ann.page.fill("#id_statement", "The Mill Bridge will cost 4.2 million euros to repair.")
    ann.page.get_by_role("button", name="Add a source").click()
    ann.choose("Source", "Finance")
    ann.press("Mark this claim")
    assert ann.page.locator(".badge").first.inner_text() == "Unchecked"

    ann.page.locator("label", has_text="When the desk finds a claim false.").click()
    ann.page.fill("#id_verdict-summary", "The estimate says 3.1 million.")
    ann.page.get_by_role("button", name="Add evidence").click()
    ann.page.fill("#id_evidence-0-url", "https://county.example/estimate.pdf")
    ann.press("Save draft")
    assert "Draft saved." in ann.page.locator(".messagelist").inner_text()
    ann.press("Save and send to review")
    assert "Sent to review." in ann.page.locator(".messagelist").inner_text()

    rey = windows(Role.REVIEWER)
    rey.page.get_by_role("link", name="The Mill Bridge will cost").click()
    rey.look()
    rey.press("Publish")

    claim = Claim.objects.get()
    assert claim.verification_status == "false"
    assert claim.attributions.get().source.name == "Finance department"
    assert f"/factchecks/{claim.public_id}-" in rey.page.locator(".messagelist").inner_text()
    rey.page.get_by_role("button", name="Copy the address").first.click()
    rey.page.get_by_role("button", name="Copied").first.wait_for()


def select(window: Window, container: str, words: str) -> None:
    """Select words of a text, as with the mouse."""
    window.page.evaluate(
        """([container, words]) => {
          const node = document.querySelector(container).firstChild;
          const start = node.data.indexOf(words);
          document.getSelection().setBaseAndExtent(node, start, node, start + words.length);
        }""",
        [container, words],
    )


def test_an_article_is_revised_and_a_lost_claim_put_on_other_words(windows: Any):
    claim = make_claim("another 300 take the ferry")
    ann = windows(Role.ANNOTATOR)
    ann.visit(f"/admin/claims/article/{claim.article.public_id}/change/")

    ann.page.get_by_role("link", name="New version of the text").click()
    ann.look()
    gone = TEXT.replace("; another 300 take the ferry", "")
    ann.page.fill("#id_text", gone + "\n👩🏽‍🔬 The ferry takes 280.\n")
    ann.press("Keep this version")
    assert "1 without its words" in ann.page.locator(".messagelist").inner_text()

    ann.page.get_by_text("Mark other words").click()
    select(ann, ".versions tr:last-child td:last-child ins", "The ferry takes 280")
    # The page hears of a selection before it is painted.
    ann.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert ann.page.input_value("[name=quote]") == "The ferry takes 280"
    ann.press("Mark these words")

    claim.refresh_from_db()
    assert (claim.quote, claim.anchor_state) == ("The ferry takes 280", "exact")
    assert claim.article.text[claim.start : claim.end] == claim.quote
    assert "nothing is to be done" in ann.page.locator("#content-main").inner_text()


def test_a_long_headline_leaves_the_tools_their_room(windows: Any):
    headline = "The council has put off the repair of the old Mill Bridge over the Aske once again"
    article = make_article(headline, text=TEXT)
    ann = windows(Role.ANNOTATOR)

    ann.visit(f"/admin/claims/article/{article.public_id}/change/")

    title = ann.page.locator("h1").evaluate(WORDS_END)
    assert title <= ann.page.locator(".object-tools").bounding_box()["x"]


def test_a_list_of_claims_shows_its_last_column(windows: Any):
    article = make_article("The council has put off the repair of the old Mill Bridge once again")
    make_draft(claim=make_published(claim=make_claim(article=article)).claim)
    due = datetime(2024, 10, 30, 12, tzinfo=UTC)
    make_claim("another 300 take the ferry", article=article, due_at=due)
    ann = windows(Role.ANNOTATOR)

    ann.visit("/admin/claims/claim/")

    results = ann.page.get_by_role("region", name="Claims")
    assert results.evaluate("(box) => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_refused_page_opens_at_what_is_wrong_and_keeps_what_was_typed(windows: Any, width: int):
    ann = windows(Role.ANNOTATOR, width=width)
    ann.visit("/admin/claims/article/add/")
    ann.page.fill("#id_text", TEXT * 20)
    ann.page.fill("#id_url", "ftp://courier.example/bridge")

    ann.press("Keep this article")

    focused = ann.page.locator(":focus")
    assert focused.get_attribute("id") == "id_url"
    assert ann.page.evaluate(IN_VIEW, ".errorlist")
    assert ann.page.evaluate(IN_VIEW, "#id_url")
    assert ann.page.input_value("#id_text") == TEXT * 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_wider_than_its_window_is_shaded_where_there_is_more(windows: Any, scheme: str):
    make_claim()
    ann = windows(Role.ANNOTATOR, scheme=scheme, width=390)
    ann.visit("/admin/claims/claim/")
    results = ann.page.get_by_role("region", name="Claims")
    results.scroll_into_view_if_needed()

    at_the_start = edges(ann, results)
    results.focus()
    while results.evaluate("(box) => box.scrollLeft") < 20:
        ann.page.keyboard.press("ArrowRight", delay=50)
    on_the_way = edges(ann, results)
    results.evaluate("(box) => box.scrollTo({left: box.scrollWidth, behavior: 'instant'})")

    assert (at_the_start, on_the_way) == ((False, True), (True, True))
    assert edges(ann, results) == (True, False)


def edges(window: Window, box: Any) -> tuple[bool, bool]:
    """Whether a box is shaded at its left and at its right edge."""
    place = box.bounding_box()
    left, right = place["x"], place["x"] + place["width"]
    # Within the frame of what has the focus; at the foot of a row, below its words.
    first, inner, before, last = (
        window.page.screenshot(
            clip={"x": at, "y": place["y"] + place["height"] - 6, "width": 1, "height": 1}
        )
        for at in (left + 5, left + 50, right - 50, right - 6)
    )
    return first != inner, before != last


def test_a_box_for_words_is_as_wide_as_its_column(windows: Any):
    ann = windows(Role.ANNOTATOR)

    ann.visit(f"/admin/claims/claim/add/?article={make_article().public_id}")

    quote = ann.page.locator("#id_quote")
    column = quote.evaluate("(box) => box.closest('.form-row').getBoundingClientRect().width")
    assert quote.bounding_box()["width"] == column


def test_rows_are_added_moved_and_removed(windows: Any):
    office, paper = make_source("Roads office"), make_source("Courier")
    claim = make_claim(attributions=[{"source": office}])
    ann = windows(Role.ANNOTATOR)
    ann.visit(f"/admin/claims/claim/{claim.public_id}/change/")

    ann.page.get_by_role("button", name="Add a source").click()
    ann.choose("Source", "Courier")
    ann.page.get_by_role("button", name="Move up").last.click()
    ann.press("Save draft")

    rows = claim.attributions.order_by("position")
    assert [row.source for row in rows] == [paper, office]


def test_the_second_who_saves_decides_on_the_screen(windows: Any):
    claim = make_claim(note="to do")
    ann, rey = windows(Role.ANNOTATOR), windows(Role.REVIEWER)
    for window, note in ((ann, "done by Ann"), (rey, "done by Rey")):
        window.visit(f"/admin/claims/claim/{claim.public_id}/change/")
        window.page.fill("#id_note", note)

    rey.press("Save draft")
    ann.press("Save draft")
    assert "done by Rey" in ann.page.locator(".compare").inner_text()
    ann.press("Save mine on top")

    claim.refresh_from_db()
    assert claim.note == "done by Ann"


def test_a_token_is_issued_with_a_button_to_copy_it(windows: Any):
    ann = windows(Role.ANNOTATOR)
    ann.visit("/admin/accounts/token/add/")

    ann.page.get_by_label("Add and edit articles").check()
    ann.press("Issue the token")

    assert ann.page.locator("#token").inner_text().startswith("fc_")
    ann.page.get_by_role("button", name="Copy the token").click()
    ann.page.get_by_role("button", name="Copied").wait_for()


def test_the_header_has_room_in_every_window(windows: Any):
    ada = windows(Role.ADMINISTRATOR)
    ada.visit("/admin/claims/claim/")

    for width in range(320, 1300, 20):
        ada.page.set_viewport_size({"width": width, "height": 700})

        assert ada.page.evaluate(ASTRAY) == [], width


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_actions_of_a_list_are_whole_and_can_be_chosen(windows: Any, width: int):
    make_claim()
    ada = windows(Role.ADMINISTRATOR, width=width)

    ada.visit("/admin/claims/claim/")

    assert ada.page.evaluate(CUT_OFF) == []
    for select in ada.page.locator("#changelist .actions select").all():
        assert select.bounding_box()["width"] > 80


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 768), ("light", 360)])
def test_every_page_reads_well(windows: Any, scheme: str, width: int):
    rows = make_newsroom()
    lost = make_lost_claim()
    published = Verdict.objects.filter(state="published")[0]
    ada = windows(Role.ADMINISTRATOR, scheme=scheme, width=width)

    for label, row in rows.items():
        model, key = label.replace(".", "/"), getattr(row, "public_id", row.pk)
        ada.visit(f"/admin/{model}/")
        ada.visit(f"/admin/{model}/{key}/change/")
        if label not in ("auth.group", "claims.factcheckversion"):
            ada.visit(f"/admin/{model}/add/")
    for page in (
        f"claim/{published.claim.public_id}/change/",
        f"claim/{published.claim.public_id}/change/?amend=1",
        f"claim/{rows['claims.claim'].public_id}/delete/",
        f"claim/{published.claim.public_id}/history/",
        f"verdict/{published.public_id}/change/",
        f"article/{lost.article.public_id}/change/",
        f"article/{lost.article.public_id}/revise/",
        f"article/{lost.article.public_id}/versions/2/",
        f"article/{lost.article.public_id}/history/",
        f"claim/{lost.public_id}/change/",
        "factcheckversion/1/withhold/",
    ):
        ada.visit(f"/admin/claims/{page}")
    ada.visit("/admin/password_change/")
