"""The API in a browser: to read, to follow links, nothing to send, clean under the CSP."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from factcheck.rest.browsable import linked
from tests.rest.conftest import URL, make_sources, rows

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
FORBIDDEN = ("<form", "<script", "<style", " style=", " onclick")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def page(client: Any, path: str = URL, **query: str) -> str:
    response = client.get(path, query, HTTP_ACCEPT=BROWSER)
    assert response["Content-Type"] == "text/html; charset=utf-8"
    return response.content.decode()


def test_a_browser_gets_a_page_and_a_program_json(reader):
    make_sources("Ana")

    assert "<!doctype html>" in page(reader)
    assert "Ana" in page(reader)
    assert reader.get(URL)["Content-Type"] == "application/json"


def test_a_page_has_no_forms_scripts_or_inline_styles(editor):
    (source,) = make_sources("Ana")

    for path in (URL, f"{URL}{source.public_id}/"):
        html = page(editor, path).lower()
        assert not [
            word for word in ("<form", "<script", "<style", " style=", " onclick") if word in html
        ]


def test_a_page_shows_what_a_program_would_get(reader):
    make_sources("Ana")

    html = page(reader)

    assert "<dt>Content-Type</dt><dd>application/json</dd>" in html
    assert "<dt>Status</dt><dd>200 OK</dd>" in html
    assert "&quot;name&quot;: &quot;Ana&quot;" in html


def test_an_error_is_a_page_too(reader):
    response = reader.get(URL, {"nosuch": "1"}, HTTP_ACCEPT=BROWSER)

    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/html")
    assert "application/problem+json" in response.content.decode()


def test_a_page_tells_filters_and_orderings_of_a_list_only(reader):
    (source,) = make_sources("Ana")

    assert "Kind of source: person, organisation" in page(reader)
    assert "<dd>Words of the name</dd>" in page(reader)
    assert "<code>-created_at</code>" in page(reader)
    assert "Kind of source" not in page(reader, f"{URL}{source.public_id}/")


def test_the_desk_s_filters_are_not_told_to_readers(reader, editor):
    assert "Seen by readers" not in page(reader)
    assert "Seen by readers" in page(editor)


def test_a_page_leads_to_json_and_to_the_next_page(reader):
    rows(3)

    html = page(reader, page_size="2")

    assert 'href="?page_size=2&amp;format=json"' in html
    assert 'rel="next">Next page</a>' in html


@pytest.mark.parametrize("format_", ["json", "api"])
def test_a_format_can_be_named_outright(reader, format_):
    accept = "text/html" if format_ == "json" else "application/json"

    response = reader.get(URL, {"format": format_}, HTTP_ACCEPT=accept)

    assert response["Content-Type"].startswith(
        {"json": "application/json", "api": "text/html"}[format_]
    )


def test_a_write_is_answered_with_json_whatever_the_browser_accepts(editor):
    response = editor.post(URL, {"name": "Ana"}, format="json", HTTP_ACCEPT=BROWSER)

    assert response["Content-Type"] == "application/json"


def test_names_cannot_smuggle_markup_into_a_page(reader):
    make_sources("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')

    html = page(reader, fields="name")

    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '"https://a.example/?b=1&c=2"',
            '&quot;<a href="https://a.example/?b=1&amp;c=2" rel="nofollow noopener">'
            "https://a.example/?b=1&amp;c=2</a>&quot;",
        ),
        ('"javascript:alert(1)"', "&quot;javascript:alert(1)&quot;"),
        ('"https://a.example/ and more"', "&quot;https://a.example/ and more&quot;"),
        ('"https://a.example/<b>"', "&quot;https://a.example/&lt;b&gt;&quot;"),
        (r'"https://a.example/\"x"', r"&quot;https://a.example/\&quot;x&quot;"),
    ],
)
def test_addresses_become_links(text, html):
    found = str(linked(text))

    if "<a" in html:
        assert found == html
    else:
        assert "javascript:" not in found or "<a" not in found
        assert "<b>" not in found


needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="There is no Chromium here."),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture
def visit(live_server: Any) -> Callable[..., Any]:
    """Opens a path in Chromium and returns what `look(page)` returns, with the CSP's complaints."""
    sync_api = pytest.importorskip("playwright.sync_api")

    def open_(path: str, look: Callable[[Any], Any], **context: Any) -> tuple[Any, list[str]]:
        complaints: list[str] = []
        with sync_api.sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            tab = chromium.new_context(**context).new_page()
            tab.on("console", lambda message: complaints.append(message.text))
            tab.on("pageerror", lambda error: complaints.append(str(error)))
            tab.goto(f"{live_server.url}{path}")
            seen = look(tab)
            chromium.close()
        return seen, complaints

    def in_a_thread(path: str, look: Callable[[Any], Any], **context: Any) -> Any:
        # Playwright runs an event loop, beside which Django refuses to talk to its database.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(open_, path, look, **context).result()

    return in_a_thread


class TestInChromium:
    pytestmark = needs_browser

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_it_is_readable_and_the_csp_has_no_complaint(self, visit, scheme):
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        rows(3)

        def look(tab: Any) -> Any:
            colours = tab.evaluate(
                "() => [getComputedStyle(document.body).backgroundColor,"
                " getComputedStyle(document.querySelector('pre')).whiteSpace]"
            )
            return colours, axe.run(tab).response["violations"]

        (colours, violations), complaints = visit(f"{URL}?page_size=2", look, color_scheme=scheme)

        paper = {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 24, 27)"}[scheme]
        assert colours == [paper, "pre-wrap"]
        assert complaints == []
        assert [each["id"] for each in violations] == []

    def test_one_walks_from_page_to_page(self, visit):
        rows(3)

        def look(tab: Any) -> str:
            tab.get_by_role("link", name="Next page").click()
            tab.get_by_role("link", name="Previous page").wait_for()
            return tab.inner_text("pre")

        text, complaints = visit(f"{URL}?page_size=2&ordering=name", look)

        assert "Source 002" in text
        assert "Source 001" not in text
        assert complaints == []

    def test_it_fits_a_narrow_screen(self, visit):
        rows(2)

        wide, _ = visit(
            URL,
            lambda tab: tab.evaluate("() => document.documentElement.scrollWidth"),
            viewport={"width": 360, "height": 640},
        )

        assert wide <= 360
