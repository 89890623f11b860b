"""The style sheet keeps to the desk's colours and glyphs, and loads nothing of the desk."""

import re
from urllib.parse import unquote

import pytest

from factcheck.desk.glyphs import DRAWINGS
from publishing.templatetags.reading import SHIPPED
from tests.house.tree import ROOT

PAGES = (ROOT / "publishing/static/publishing/pages.css").read_text(encoding="utf-8")
TOKENS = (ROOT / "factcheck/desk/static/desk/tokens.css").read_text(encoding="utf-8")
DARK = "(prefers-color-scheme: dark)"


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", css))


def schemes(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The custom properties of the first block, and those of the first dark one."""
    light, _, rest = css.partition(DARK)
    return tokens(light), tokens(rest[: rest.index("\n}")])


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_colours_are_the_desks(scheme):
    ours, theirs = schemes(PAGES)[scheme], schemes(TOKENS)[scheme]

    assert len(ours) > 20
    assert ours == {name: theirs[name] for name in ours}


@pytest.mark.parametrize("slug", SHIPPED)
def test_the_glyphs_are_the_desks(slug):
    found = re.search(rf'\.g-{slug} {{ --glyph: url\("data:image/svg\+xml,(.*?)"\)', PAGES)

    assert found
    assert DRAWINGS[slug].replace('"', "'") in unquote(found[1])


def test_no_template_loads_the_desks_style_sheets():
    templates = (ROOT / "publishing/templates/publishing").glob("*.html")
    loading = re.compile(r"{% static '(?:desk|admin|rest)/")

    assert not [path.name for path in templates if loading.search(path.read_text())]
