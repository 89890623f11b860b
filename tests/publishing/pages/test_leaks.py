"""Nothing of the desk is on any page: the whole demo is asked for, and searched."""

from html import unescape

import orjson
import pytest
from django.urls import reverse

from claims.models import Article, Claim, Document, Question
from sources.models import Source
from tests.api.test_leaks import hidden_words, mark_what_is_the_desks
from tests.publishing.pages.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def every_page():
    """Path → text of every page that there is, and of every address that might be one."""
    paths = ["/", "/corrections/", "/methodology/"]
    for name, model, key in [
        ("article", Article, "public_id"),
        ("question", Question, "slug"),
        ("source", Source, "slug"),
    ]:
        paths += [reverse(name, args=[each]) for each in model.objects.values_list(key, flat=True)]
    for each in Claim.objects.values_list("public_id", flat=True):
        moved = read(f"/factchecks/{each}/")
        if moved.status_code == 301:
            paths += [moved["Location"], f"{moved['Location']}versions/1/"]
    return {path: unescape(read(path).content.decode()) for path in paths}


def told():
    """Every text that any document has ever told readers."""
    bodies = (orjson.loads(bytes(body)) for body in Document.objects.values_list("body", flat=True))
    return "\n".join(_texts(list(bodies)))


def _texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.slow
def test_no_page_holds_a_word_of_the_desk():
    mark_what_is_the_desks()
    pages = every_page()
    public = told()
    words = {word for word in hidden_words() if word not in public}

    leaks = [(word, path) for path, text in pages.items() for word in words if word in text]

    assert len(pages) > 50
    assert len(words) > 50
    assert leaks == []
