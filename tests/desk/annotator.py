"""Somebody at the annotation screen, in a real browser."""

from typing import Any

from claims.models import Article
from tests.desk.chromium import Window

# Select code points of the text, as a pointer would.
SELECT = """([start, end]) => {
  const text = document.getElementById("text");
  const units = (points) => [...text.textContent].slice(0, points).join("").length;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const at = (offset) => {
    walker.currentNode = text;
    while (walker.nextNode()) {
      if (offset <= walker.currentNode.length) return [walker.currentNode, offset];
      offset -= walker.currentNode.length;
    }
  };
  const [from, to] = [at(units(start)), at(units(end))];
  document.getSelection().setBaseAndExtent(...from, ...to);
}"""

# Where the selected words begin and end on the screen; then nothing is selected any more.
ENDS = """() => {
  const boxes = [...document.getSelection().getRangeAt(0).getClientRects()];
  const [first, last] = [boxes[0], boxes.at(-1)];
  document.getSelection().removeAllRanges();
  return [first.left, (first.top + first.bottom) / 2, last.right, (last.top + last.bottom) / 2];
}"""

# Each claim's id and the words that are highlighted as its own.
MARKED = """() => {
  const words = {};
  for (const each of document.querySelectorAll("#text .words")) {
    for (const id of each.dataset.claims.split(" ")) {
      words[id] = (words[id] ?? "") + each.textContent;
    }
  }
  return words;
}"""


class Screen:
    """One article's annotation screen in a window."""

    def __init__(self, window: Window, article: Article) -> None:
        self.window, self.page = window, window.page
        self.article = article
        self.open()

    def open(self) -> None:
        self.page.goto(
            f"{self.window.base}/admin/claims/article/{self.article.public_id}/annotate/"
        )
        self.page.wait_for_selector("body.is-ready")

    def select(self, words: str, *, nth: int = 0) -> None:
        """Select words of the text, the first time they occur unless told otherwise."""
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        self.page.evaluate(SELECT, [start, start + len(words)])

    def drag(self, words: str) -> None:
        """Select words with the mouse itself."""
        self.select(words)
        left, top, right, bottom = self.page.evaluate(ENDS)
        self.page.mouse.move(left + 1, top)
        self.page.mouse.down()
        self.page.mouse.move(right - 1, bottom, steps=5)
        self.page.mouse.up()

    def marked(self) -> dict[str, str]:
        """The words under each claim's highlight."""
        return dict(self.page.evaluate(MARKED))

    def told(self, words: str) -> None:
        """Wait until the screen says so."""
        self.page.locator("#said", has_text=words).wait_for()

    def has_value(self, label: str, value: str) -> None:
        """Wait until the field of this label holds this."""
        from playwright.sync_api import expect

        expect(self.page.get_by_label(label)).to_have_value(value)

    def card(self, claim: Any) -> Any:
        return self.page.locator(f"#claim-{claim.public_id}")

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
