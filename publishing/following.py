"""What follows from the ledger: readers' pages and feeds, which stay the same while it does."""

from typing import Any

from django.http import HttpRequest

from claims.record.ledger import head_hash
from factcheck.rest.conditional import tag_of
from publishing.desk import desk_of
from publishing.release import release


def tag_following(request: HttpRequest, *values: Any) -> str:
    """The strong ETag of this address while ledger, desk, release and these values stand."""
    return tag_of(desk_of(request), request.get_full_path(), head_hash(), release(), *values)
