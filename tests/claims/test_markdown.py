"""Markdown becomes HTML that says the same and can do nothing."""

import time

import pytest
from django.utils.safestring import SafeString

from claims.markdown import rendered
from tests.desk.editor import Editor
from tests.newsroom import make_published, make_submitted, the


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("So *nearly* **all**.", "<p>So <em>nearly</em> <strong>all</strong>.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. three", '<ol start="3">\n<li>three</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("Is 3 < 5 & `a < b`?", "<p>Is 3 &lt; 5 &amp; <code>a &lt; b</code>?</p>"),
        ("# First", "<h3>First</h3>"),
        ("###### Sixth", "<h6>Sixth</h6>"),
        ("", ""),
    ],
)
def test_it_says_what_was_written(text: str, html: str):
    assert rendered(text).strip() == html


def test_tables_are_tables():
    html = rendered("| who | how many |\n|---|--:|\n| Kyiv | 10,000 |")

    assert "<th>who</th>" in html
    assert "<td>10,000</td>" in html
    assert "style" not in html


@pytest.mark.parametrize(
    "address", ["https://county.example/a?b=1", "http://county.example/", "mailto:desk@a.example"]
)
def test_links_lead_out_and_vouch_for_nothing(address: str):
    html = rendered(f"See [there]({address}).")

    assert f'<a href="{address}" rel="nofollow noopener">there</a>' in html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/hosts",
        "ftp://county.example/",
        "//county.example/",
        "/admin/logout/",
        "#top",
    ],
)
@pytest.mark.parametrize("form", ["[here]({})", "[here][1]\n\n[1]: {}", "<{}>"])
def test_no_other_address_is_a_link(address: str, form: str):
    assert "href" not in rendered(form.format(address))


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b onclick=alert(1)>bold</b>",
        "<style>p { display: none }</style>",
        "<iframe src=https://a.example></iframe>",
        "a <a href=https://a.example>link</a>",
        "<!-- -->",
        "```html\n<script>alert(1)</script>\n```",
        '[x](https://a.example "\\" onclick=alert(1)")',
    ],
)
def test_html_stays_text(attack: str):
    html = rendered(attack)

    for tag in ("<script", "<img", "<b ", "<style", "<iframe", "<a href=https", "<!--"):
        assert tag not in html
    assert 'onclick="' not in html.replace("&quot;", "")


@pytest.mark.parametrize("picture", ["![seen](https://a.example/x.png)", "![seen](/x.png)"])
def test_pictures_are_left_out(picture: str):
    html = rendered(f"Before {picture} after.")

    assert "img" not in html
    assert "a.example" not in html
    assert "Before" in html
    assert "after." in html


@pytest.mark.parametrize("text", ["[" * 20_000, "*a " * 20_000, "> " * 20_000, "`" * 20_000])
def test_nonsense_takes_no_minutes(text: str):
    began = time.process_time()

    rendered(text)

    assert time.process_time() - began < 10


def test_the_result_is_not_escaped_again():
    assert isinstance(rendered("*so*"), SafeString)


@pytest.mark.django_db
def test_the_desk_shows_a_rationale_as_it_was_meant():
    reviewer = Editor(the("reviewer"))
    rationale = "The *estimate* says [3.1 million](https://county.example/). <b>No</b>"
    for verdict in (make_submitted(rationale=rationale), make_published(rationale=rationale)):
        claim = verdict.claim.public_id
        for page in (f"claim/{claim}", f"verdict/{verdict.public_id}"):
            text = reviewer.text_of(f"/admin/claims/{page}/change/")

            assert "The <em>estimate</em> says" in text
            assert 'rel="nofollow noopener">3.1 million</a>' in text
            assert "&lt;b&gt;No" in text
