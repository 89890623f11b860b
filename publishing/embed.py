"""/embed/: the script that shows our findings on any publisher's page, and a page to see it on."""

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_safe

from claims.models import Article
from factcheck.rest.conditional import etag_of
from publishing.typesetting import typeset

SCRIPT = Path(__file__).parent / "static" / "embed" / "factcheck.js"


def _etag(request: HttpRequest) -> str:
    return etag_of(SCRIPT.read_bytes())


@require_safe
@cache_control(public=True, max_age=300)
@etag(_etag)
def script(request: HttpRequest) -> HttpResponse:
    """factcheck.js, at an address that stays: other people's pages name it."""
    response = HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8")
    # A page that isolates itself (COEP) may load it, too.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """
    The newest article whose text readers may see, as some publisher would set it, with our tag.

    Open to everybody, because it shows what they may read anyway; 404 where there is no such text.
    """
    readable = Article.objects.public().filter(text_is_public=True, url__isnull=False)
    article = readable.with_publisher().order_by("-published_at", "-pk").first()
    if article is None:
        raise Http404("No article's text is public.")
    blocks = typeset(article.text, headline=article.headline)
    return render(request, "publishing/embed_demo.html", {"article": article, "blocks": blocks})
