"""Somebody who reads a publisher's page in a real browser, and what they see of the desk."""

from typing import Any

from tests.desk.chromium import LISTEN

# What moved on the page without being asked to, as browsers themselves count it.
SHIFTS = """
window.shifts = [];
const count = (list) => window.shifts.push(...list.getEntries().map((each) => each.value));
new PerformanceObserver(count).observe({type: "layout-shift", buffered: true});
"""
HIGHLIGHTS = """
() => [...document.querySelectorAll("fact-check:not([badge])")].map(
  (piece) => [piece.getAttribute("rating"), piece.textContent])
"""
# Each letter of the page, and where it stands.
PLACES = """
() => {
  const places = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (/^(SCRIPT|STYLE)$/.test(node.parentNode.nodeName)) continue;
    for (let i = 0; i < node.length; i++) {
      const range = new Range();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const {x, y} = range.getBoundingClientRect();
      if (node.data[i].trim()) places.push([node.data[i], x, y]);
    }
  }
  return places;
}
"""


def stand_alike(ones: list[Any], others: list[Any]) -> bool:
    """Whether the same letters stand in the same places, to half a pixel."""
    return len(ones) == len(others) and all(
        one[0] == other[0] and abs(one[1] - other[1]) < 0.5 and abs(one[2] - other[2]) < 0.5
        for one, other in zip(ones, others, strict=True)
    )


class Reader:
    """A reader's browser, with everything that goes wrong in it."""

    def __init__(self, chromium: Any, site: str, *, scheme: str = "light", width: int = 1280):
        size = {"width": width, "height": 900}
        self.context = chromium.new_context(
            color_scheme=scheme, viewport=size, reduced_motion="reduce"
        )
        self.context.add_init_script(LISTEN + SHIFTS)
        self.page = self.context.new_page()
        self.site = site
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, said: Any) -> None:
        # That a request failed is the browser's own remark, which no script can keep from it.
        if said.type in ("error", "warning") and "Failed to load resource" not in said.text:
            self.errors.append(said.text)

    def read(self, path: str = "/") -> Any:
        """Open the page and wait until everything that was asked for has come."""
        self.page.goto(self.site + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def wait_for(self, rating: str) -> Any:
        piece = self.page.locator(f"fact-check[rating={rating}]").first
        piece.wait_for()
        return piece

    @property
    def highlights(self) -> dict[str, str]:
        """The words highlighted, by rating; two documents of a test never share one."""
        found: dict[str, str] = {}
        for rating, words in self.page.evaluate(HIGHLIGHTS):
            found[rating] = found.get(rating, "") + words
        return found

    @property
    def places(self) -> list[Any]:
        """Every letter with its place, as `stand_alike` compares them."""
        return self.page.evaluate(PLACES)

    @property
    def note(self) -> Any:
        return self.page.locator("fact-check [role=dialog]")

    def focus(self) -> dict[str, str | None]:
        """What has the focus, inside shadow roots too."""
        return self.page.evaluate("""() => {
          let at = document.activeElement;
          while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return {role: at.getAttribute("role"), expanded: at.getAttribute("aria-expanded"),
                  words: at.textContent || at.querySelector("slot")?.assignedNodes()[0]?.data
                         || at.getRootNode().host?.textContent};
        }""")

    def assert_nothing_broke(self) -> None:
        stopped = self.page.evaluate("window.stopped")
        assert not stopped, stopped
        assert not self.errors, self.errors
        # Chromium counts what moves within half a second of a click as asked for: hence `places`.
        shifts = self.page.evaluate("window.shifts")
        assert not shifts, shifts

    def assert_axe_is_content(self) -> None:
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        grave = [
            f"{each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in found
            if each["impact"] in ("serious", "critical")
        ]
        assert not grave, grave

    def close(self) -> None:
        self.context.close()
