"""What a reader asks of the public record, and what an answer is."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from factcheck.rest.conditional import is_named, tag_of
from factcheck.rest.paging import absolute


class Answer(NamedTuple):
    """JSON as bytes, and its headers: `ETag` at least. No body for who has it already."""

    body: bytes | None
    headers: Mapping[str, str]


class Asked(NamedTuple):
    """
    A query of an address, to be answered in a media type.

    Of `request`, which is Django's or DRF's, the address counts and If-None-Match.
    """

    request: Any
    query: Any
    media_type: str

    @property
    def address(self) -> str:
        """Where this is asked, without the query."""
        return absolute(self.request, self.request.path)

    def tag(self, *of: Any) -> str:
        """
        The strong ETag of the answer while these values stand.

        The address decides too, scheme and all (a page links to its neighbours by it), and so
        does the form.
        """
        request = self.request
        address = (request.scheme, request.get_host(), request.get_full_path())
        return tag_of(*address, self.media_type, *of)

    def unless_held(self, tag: str) -> Answer | None:
        """The answer to whoever has what this ETag stands for; None for everybody else."""
        return Answer(None, {"ETag": tag}) if is_named(self.request, tag) else None
