"""factcheck.js on publishers' pages, in a real browser: the words that were checked, or nothing."""

import gzip
import unicodedata
from typing import Any

import pytest

from tests.publishing.documents import make_document
from tests.publishing.publisher import SCRIPT
from tests.publishing.reader import stand_alike
from tests.publishing.stories import ALL, COST, INLINE, LORRIES, PLAIN, RATINGS, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ALIKE = str.maketrans("“”‘’—", "\"\"''-", "\u00ad\u200b")


def documents(**ratings: str) -> list[dict[str, Any]]:
    return [make_document(quote, TEXT, rating=rating) for rating, quote in ratings.items()]


def words(text: str) -> str:
    """The text without what typography may change, and without white space."""
    plain = unicodedata.normalize("NFC", text).translate(ALIKE)
    return "".join(plain.split())


@pytest.fixture(autouse=True)
def everything_is_checked(desk):
    desk.documents = documents(**RATINGS)


def test_it_stays_small():
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) < 10_000


@pytest.mark.parametrize("layout", ALL)
def test_the_words_checked_are_found_whatever_the_markup(layout, publisher, reader):
    publisher.body = ALL[layout]

    reader.read()
    reader.wait_for("unproven")

    assert {rating: words(found) for rating, found in reader.highlights.items()} == {
        rating: words(quote) for rating, quote in RATINGS.items()
    }
    reader.assert_nothing_broke()
    reader.assert_axe_is_content()


@pytest.mark.parametrize("layout", ALL)
def test_no_letter_moves(layout, publisher, readers):
    publisher.body = ALL[layout]
    tag, publisher.tag = publisher.tag, ""
    bare = readers()
    bare.read()
    publisher.tag = tag
    tagged = readers()
    tagged.read()
    tagged.wait_for("unproven")

    assert stand_alike(tagged.places, bare.places)
    assert tagged.page.inner_text("body") == bare.page.inner_text("body")


EDITED = {
    "a kept quote in a sentence edited around it": (
        COST,
        COST,
        f"<p>As was feared: {COST}. So the council said.</p>",
    ),
    "a figure changed": (COST, None, PLAIN.replace("4.2", "4.3")),
    "a figure grown by a digit": (LORRIES, None, PLAIN.replace("1,300", "11,300")),
    "a figure grown by a group": (LORRIES, None, PLAIN.replace("1,300", "2,1,300")),
    "a word changed": (COST, None, PLAIN.replace("repair", "replace")),
    "a word inserted": (COST, None, PLAIN.replace("will need", "will not need")),
    "a capital changed": (COST, None, PLAIN.replace("Mill", "mill")),
    "struck out": (COST, None, PLAIN.replace("4.2", "<del>4.2</del> <ins>3.1</ins>")),
    "a power, not a footnote": (COST, None, PLAIN.replace("4.2", "4.2<sup>3</sup>")),
    "a sentence deleted, the same short words elsewhere": (
        LORRIES,
        None,
        "<p>The council spoke on Monday.</p><p>In Brennach 1,300 lorries were sold last year.</p>",
    ),
    "a sentence deleted, its words in another order elsewhere": (
        LORRIES,
        None,
        "<p>Some cross the bridge each day; 1,300 lorries of another 300 take the ferry.</p>",
    ),
    "the same sentence twice": (LORRIES, None, PLAIN + PLAIN),
    "another scale behind the figure": (
        "repair the Mill Bridge for 4",
        None,
        "<p>The county has set aside money and will have to repair the Mill Bridge for 4 billion"
        " euros, the council said.</p>",
    ),
    "the words in a field for writing": (
        COST,
        None,
        f"<textarea aria-label='Write'>{COST}</textarea><p contenteditable>{COST}</p>",
    ),
    "words that nobody sees": (COST, None, f"<p class='hidden'>{COST}</p><p>Nothing here.</p>"),
}


@pytest.mark.parametrize("edit", EDITED)
def test_an_edited_page_shows_the_same_words_or_none(edit, desk, publisher, reader):
    quote, expected, publisher.body = EDITED[edit]
    text = (
        TEXT if quote in TEXT else TEXT + "\nThe county will repair the Mill Bridge for 4 million."
    )
    desk.documents = [make_document(quote, text)]

    reader.read()
    reader.page.wait_for_timeout(100)

    assert desk.asked == ["https://publisher.example/story"]
    assert reader.highlights == ({"false": expected} if expected else {})
    reader.assert_nothing_broke()


def test_two_statements_of_the_same_words_share_a_popover(desk, publisher, reader):
    publisher.body = PLAIN
    desk.documents = documents(false=COST, true="4.2 million euros")

    reader.read()
    inner = reader.wait_for("true")
    inner.click()

    assert reader.highlights["true"] == "4.2 million euros"
    assert reader.highlights["false"] == COST.replace("4.2 million euros", "")
    assert reader.note.locator("h3").all_inner_texts() == ["True", "False"]


def test_a_page_waits_for_nobody(desk, publisher, reader):
    publisher.body = PLAIN
    desk.delay = 1.5

    reader.page.goto(publisher.url)
    reader.page.wait_for_load_state("load")
    at_first = reader.highlights
    before = reader.places
    reader.wait_for("false")

    assert at_first == {}
    assert stand_alike(reader.places, before)
    reader.assert_nothing_broke()


def test_a_desk_that_is_out_of_order_leaves_no_trace(desk, publisher, reader):
    publisher.body = PLAIN
    desk.broken = True

    reader.read()

    assert desk.asked
    assert reader.highlights == {}
    # An answer without CORS headers is refused by the browser, which says so by itself.
    reader.errors = [each for each in reader.errors if "blocked by CORS policy" not in each]
    reader.assert_nothing_broke()


@pytest.mark.parametrize("answer", ["", "<h1>Welcome to the hotel</h1>", "{}", "null", "[]"])
def test_an_answer_that_is_none_leaves_no_trace(answer, desk, publisher, reader):
    publisher.body = PLAIN
    reader.page.route(
        "**/api/v1/lookup/**",
        lambda route: route.fulfill(body=answer, headers={"Access-Control-Allow-Origin": "*"}),
    )

    reader.read()

    assert reader.highlights == {}
    reader.assert_nothing_broke()


@pytest.mark.parametrize("unreachable", ["**/api/v1/lookup/**", "**/embed/factcheck.js"])
def test_a_desk_that_cannot_be_reached_leaves_no_trace(unreachable, publisher, reader):
    publisher.body = PLAIN
    reader.page.route(unreachable, lambda route: route.abort())

    reader.read()

    assert reader.highlights == {}
    reader.assert_nothing_broke()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_opens_and_closes_a_finding_by_keyboard(width, scheme, desk, publisher, readers):
    publisher.body = PLAIN
    notice = {
        "version": 2,
        "kind": "corrected",
        "at": "2024-10-26T08:00:00.000Z",
        "text": "A slip.",
    }
    desk.documents = [make_document(COST, TEXT, notices=[notice], version=2)]
    reader = readers(width=width, scheme=scheme)
    page = reader.read()
    reader.wait_for("false")
    before = reader.places

    page.keyboard.press("Tab")  # the publisher's own link
    page.keyboard.press("Tab")
    assert reader.focus() == {"role": "button", "expanded": "false", "words": COST}
    page.keyboard.press("Enter")

    assert reader.focus()["role"] == "dialog"
    said = reader.note.inner_text()
    for expected in (
        "Fact check",
        "False",
        f"What was said: {COST}",
        "The estimate says something else.",
        "Said by Roads office, October 23, 2024",
        "Checked on October 25, 2024",
        "Corrected on October 26, 2024: A slip.",
    ):
        assert expected in said
    link = reader.note.get_by_role("link", name="Read the fact check")
    assert link.get_attribute("href") == desk.url + desk.documents[0]["path"]
    box = reader.note.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    reader.assert_axe_is_content()
    assert stand_alike(reader.places, before)

    page.keyboard.press("Escape")

    reader.note.wait_for(state="detached")
    assert reader.focus() == {"role": "button", "expanded": "false", "words": COST}
    reader.assert_nothing_broke()


def test_tabbing_out_of_a_popover_closes_it(publisher, reader):
    publisher.body = PLAIN
    page = reader.read()
    reader.wait_for("false").click()
    reader.note.wait_for()

    page.keyboard.press("Tab")  # the cross
    page.keyboard.press("Tab")  # the link
    assert reader.note.count() == 1
    page.keyboard.press("Tab")  # the next statement

    reader.note.wait_for(state="detached")
    assert reader.focus()["role"] == "button"
    reader.assert_nothing_broke()


def test_a_second_press_closes_and_a_press_elsewhere_changes(publisher, reader):
    publisher.body = PLAIN
    page = reader.read()
    cost, denial = reader.wait_for("false"), reader.wait_for("disputed")

    cost.click()
    assert reader.note.locator("h3").inner_text() == "False"
    cost.click(position={"x": 3, "y": 3})
    reader.note.wait_for(state="detached")
    cost.click()
    denial.click()
    # The browser says a little later that the other one has closed; then it goes.
    reader.note.filter(has_text="False").wait_for(state="detached")
    assert reader.note.locator("h3").inner_text() == "Disputed"
    page.locator("h1").click()
    reader.note.wait_for(state="detached")
    reader.assert_nothing_broke()


def test_links_inside_a_statement_stay_links(publisher, reader):
    publisher.body = INLINE
    page = reader.read()
    reader.wait_for("false")

    page.get_by_role("link", name="million").click()

    page.wait_for_url("**/figures")


def test_words_that_are_all_link_get_a_button_behind_it(desk, publisher, reader):
    publisher.body = PLAIN.replace("1,300 lorries", '<a href="/lorries">1,300 lorries</a>')
    desk.documents = documents(**{"mostly-true": LORRIES})
    page = reader.read()
    reader.wait_for("mostly-true")

    page.get_by_role("button", name="Fact check: Mostly true").click()
    assert reader.note.locator("h3").inner_text() == "Mostly true"
    reader.assert_axe_is_content()
    page.keyboard.press("Escape")
    assert reader.focus()["role"] == "button"
    page.get_by_role("link", name="1,300 lorries").click()

    page.wait_for_url("**/lorries")


@pytest.mark.parametrize("style_delay", [0, 0.6], ids=["at once", "late"])
def test_words_that_would_move_are_left_alone(style_delay, desk, publisher, reader):
    publisher.style_delay = style_delay
    publisher.body = f'<p class="row">As the council said: {COST}. So be it.</p>'
    desk.documents = documents(false=COST)

    reader.read()
    reader.page.wait_for_timeout(100)

    assert reader.highlights == {}
    assert reader.page.locator("main p").inner_text() == f"As the council said: {COST}. So be it."
    reader.assert_nothing_broke()


def test_the_tag_may_be_a_module_and_say_what_it_means(desk, publisher, reader):
    publisher.tag = (
        f'<script type="module" src="{desk.url}/embed/factcheck.js" '
        'data-url="https://publisher.example/other" data-root=".story" data-lang="de"></script>'
    )
    publisher.body = f'<p>{COST}.</p><div class="story"><p>{LORRIES} {COST}</p></div>'

    reader.read()
    piece = reader.wait_for("false")
    piece.click()

    assert desk.asked == ["https://publisher.example/other"]
    assert reader.highlights == {"false": COST}
    assert "Gesagt von Roads office, 23. Oktober 2024" in reader.note.inner_text()
    reader.assert_nothing_broke()


def test_nothing_global_is_left_behind_but_one_element(publisher, readers):
    publisher.body = PLAIN
    reader = readers()
    reader.page.goto(publisher.url)
    reader.wait_for("false")
    tagged = reader.page.evaluate("Object.keys(window).length")
    publisher.tag = ""
    reader.page.goto(publisher.url)

    assert reader.page.evaluate("Object.keys(window).length") == tagged


# --- The page's own script goes on ---------------------------------------------------------------

# A script that keeps hold of the text nodes it has made, as frameworks do.
HOLD = """
window.paragraph = document.querySelectorAll("main p")[2];
window.held = paragraph.firstChild;
"""
FERRY = "Some 300 lorries take the ferry."
CHANGES = {
    "gives its text node other words": (f"held.data = {FERRY!r}", FERRY),
    "gives its paragraph other words": (f"paragraph.textContent = {FERRY!r}", FERRY),
    "removes its text node": ("held.parentNode.removeChild(held)", ""),
    "puts a note in front": ("paragraph.insertBefore(document.createElement('i'), held)", None),
    "puts a note behind its text node": ("held.after(document.createElement('i'))", None),
    "tidies its text nodes up": ("document.body.normalize()", None),
    "moves the paragraph": ("document.querySelector('h1').after(paragraph)", None),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_may_change_its_text(change, publisher, reader):
    act, expected = CHANGES[change]
    publisher.body = PLAIN + '<script src="/own.js"></script>'
    publisher.script = HOLD
    page = reader.read()
    reader.wait_for("mostly-true")
    said = page.evaluate("paragraph.textContent")

    page.evaluate(f"{act}; null")
    at_once = page.evaluate("paragraph.textContent")
    page.wait_for_timeout(1000)

    assert (
        at_once
        == page.evaluate("paragraph.textContent")
        == (said if expected is None else expected)
    )
    assert reader.highlights["false"] == COST
    assert reader.highlights.get("mostly-true") == (LORRIES if expected is None else None)
    assert not reader.errors


def test_an_article_that_a_script_brings_later_is_read_too(publisher, reader):
    publisher.body = '<script src="/own.js"></script>'
    publisher.script = (
        "const p = document.createElement('p');"
        f"p.append({COST!r}, ', the council said.');"
        "const main = document.querySelector('main');"
        "addEventListener('load', () => setTimeout(() => main.append(p), 500))"
    )

    reader.read()
    reader.wait_for("false")

    assert reader.highlights == {"false": COST}
    assert not reader.errors


def test_a_page_that_becomes_another_one_is_looked_up_anew(desk, publisher, reader):
    publisher.body = PLAIN
    page = reader.read()
    reader.wait_for("false")
    desk.documents = documents(true="3.1 million euros")

    page.evaluate("""
      document.querySelector("link[rel=canonical]").href = "https://publisher.example/next";
      document.querySelector("main").append("Next story");
    """)
    reader.wait_for("true")

    assert desk.asked[-1] == "https://publisher.example/next"
    assert reader.highlights == {"true": "3.1 million euros"}
