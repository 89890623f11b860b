"""Paths: what stands in one as the name of a row."""

from typing import Any

from django.http import Http404
from rest_framework.request import Request


class StrictPathMixin:
    """
    Answers 404 where a path names a row by a text with a NUL, which no row's name has.

    Not left to the database: SQLite looks for it and finds nothing, PostgreSQL refuses to look.
    """

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        # A method that is not there is a 405, as under any other name.
        is_there = hasattr(self, str(request.method).lower())
        if is_there and any("\x00" in each for each in kwargs.values() if isinstance(each, str)):
            raise Http404
