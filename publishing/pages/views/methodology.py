"""/methodology/: what our ratings mean, how a check comes about, and what we do when we err."""

from django.conf import settings
from django.http import HttpRequest

from claims.models import Rating
from publishing.pages.answering import Page, reader_page


@reader_page
def methodology(request: HttpRequest) -> Page:
    """The desk's own scale, in its order."""
    columns = ("slug", "name", "definition", "value", "version")
    scale = list(Rating.objects.on_the_scale().values(*columns))
    of = (settings.FOUR_EYES, *(tuple(each.values()) for each in scale))
    return Page(
        "publishing/methodology.html",
        lambda: {"scale": scale, "four_eyes": settings.FOUR_EYES},
        follows=of,
    )
