"""The desk as readers know it."""

from typing import Any

from django.conf import settings

from factcheck.rest.paging import absolute
from publishing.formats.claimreview import Desk


def desk_of(request: Any) -> Desk:
    """Who publishes here, and under which address this request finds it."""
    return Desk(settings.DESK_NAME, absolute(request, ""), settings.DATA_LICENCE)
