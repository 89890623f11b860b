"""No wrong highlight in a real browser, and none that is slow in a long article."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from accounts.scopes import Role
from claims.anchoring import AnchoringError, locate, normalise
from claims.models import Article, Claim
from tests.desk.annotator import Screen
from tests.desk.chromium import Window
from tests.newsroom import TEXT, make_article, make_claim, the

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a password for the test"
WORDS = [
    *("3,000", "troops", "😀", "👩‍👩‍👧", "🇺🇦", "e\u0301tat", "cafe\u0301", "שלום", "عدد", "1,300"),
    *("1,300", "said", "—", "“lie”", "<b>&amp;", "𝒳𝒴", "नमस्ते", "ok."),
]
BLANKS = [" ", " ", " ", "\n", "\r\n", "\n\n", "\u00a0", "  "]
# For each span: the range that the page makes of it, and the span it makes of that range again.
THERE_AND_BACK = """async (spans) => {
  const {Text} = await import("/static/claims/annotate/place.js");
  const text = new Text(document.getElementById("text"));
  return spans.map(([start, end]) => {
    const range = text.range(start, end);
    const at = (node, offset) => text.offsets.toPoints(text.unitsAt(node, offset));
    return [
      range.toString(),
      text.words(start, end),
      at(range.startContainer, range.startOffset),
      at(range.endContainer, range.endOffset),
    ];
  });
}"""
WATCH = """() => {
  window.slow = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      if (each.interactionId) window.slow.push([each.name, each.duration]);
    }
  }).observe({type: "event", durationThreshold: 16, buffered: false});
}"""
# What a person takes for at once.
AT_ONCE = 100


@pytest.fixture
def window(chromium: Any, live_server: Any) -> Iterator[Window]:
    person = the(Role.ANNOTATOR)
    person.set_password(PASSWORD)
    person.save()
    opened = Window(chromium, live_server.url)
    opened.log_in(person.username, PASSWORD)
    yield opened
    opened.close()


def nasty_text(chance: random.Random) -> str:
    return "".join(chance.choice(WORDS) + chance.choice(BLANKS) for _ in range(60)) + "end"


def marked_at_random(text: str, chance: random.Random) -> Article:
    """An article with claims on whole words, many of them overlapping."""
    article = make_article(text=text)
    kept = article.text
    for _ in range(60):
        start = chance.randrange(len(kept) - 1)
        end = min(len(kept), start + chance.randrange(1, 60))
        try:
            span = locate(kept, kept[start:end], start=start, end=end)
        except AnchoringError:
            continue
        quote = kept[span.start : span.end]
        make_claim(quote, article=article, start=span.start, end=span.end)
    return article


@pytest.mark.parametrize("seed", range(6))
def test_the_words_under_a_highlight_are_the_words_of_the_claim(window: Window, seed: int):
    chance = random.Random(seed)
    article = marked_at_random(nasty_text(chance), chance)
    screen = Screen(window, article)

    quotes = dict(Claim.objects.filter(article=article).values_list("public_id", "quote"))

    assert len(quotes) > 2
    assert screen.marked() == quotes
    assert screen.page.evaluate("document.getElementById('text').textContent") == article.text


@pytest.mark.parametrize("seed", range(3))
def test_every_offset_goes_to_the_page_and_back(window: Window, seed: int):
    chance = random.Random(seed)
    article = marked_at_random(nasty_text(chance), chance)
    text = article.text
    screen = Screen(window, article)
    starts = [chance.randrange(len(text) - 1) for _ in range(200)]
    spans = [[start, chance.randrange(start + 1, len(text) + 1)] for start in starts]

    shown = screen.page.evaluate(THERE_AND_BACK, spans)

    for (start, end), (painted, words, first, last) in zip(spans, shown, strict=True):
        assert painted == words == text[start:end]
        assert (first, last) == (start, end)


def test_words_that_stand_there_twice_are_marked_where_they_were_selected(window: Window):
    text = normalise(
        "😀 1,300 lorries and cafe\u0301,\r\nthen 👩‍👩‍👧 1,300 lorries שלום 1,300 lorries."
    )
    article = make_article(text=text)
    screen = Screen(window, article)

    screen.select("300 lorr", nth=1)
    screen.keys("n", "Control+Enter")
    screen.told("Marked.")

    claim = Claim.objects.get()
    assert claim.start == text.index("1,300", text.index("then"))
    assert screen.marked() == {claim.public_id: "1,300 lorries"}


def test_a_long_article_with_many_claims_answers_at_once(window: Window, record_property: Any):
    article = make_article(text=TEXT * (100_000 // len(TEXT) + 1))
    for number in range(300):
        start = number * len(TEXT) + TEXT.index("18 months")
        make_claim("18 months", article=article, start=start, end=start + 9)
    screen = Screen(window, article)
    page = screen.page
    page.evaluate(WATCH)

    for _ in range(10):
        screen.keys("j")
    screen.keys("Enter", "Escape", "k", "Escape")
    page.locator("#text .words").nth(3).click()
    page.locator("#text .words").nth(4).click()
    screen.select("4.2 million euros")
    screen.keys("n")
    page.keyboard.type("It costs")
    screen.keys("Escape", "s", "j", "j", "l", "ArrowDown", "ArrowDown", "/")
    page.keyboard.type("18")
    page.wait_for_timeout(300)

    # From the key or the press to the next picture; whatever takes less than 16 ms is not told.
    durations = sorted(duration for _, duration in page.evaluate("window.slow"))
    record_property("interactions of 16 ms and more", len(durations))
    record_property("milliseconds", durations)
    middle = durations[len(durations) // 2] if durations else 0
    assert middle < AT_ONCE, durations
