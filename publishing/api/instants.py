"""`?as_of=`: the public record as it was at an instant."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter

from factcheck.rest.exceptions import QueryError
from factcheck.rest.filter_fields import read_instant
from publishing.record import sequence_at

AS_OF = "as_of"
AS_OF_PARAMETER = OpenApiParameter(
    AS_OF, description="What was public at that instant (RFC 3339, or a date), instead of now."
)


def sequence_asked(query: Any) -> int | None:
    """
    The ledger's number at the instant that the query names; None where it names none.

    Raises QueryError for what is no instant, a future one, and two of them.
    """
    texts = query.getlist(AS_OF)
    if not texts:
        return None
    if len(texts) > 1:
        raise QueryError({AS_OF: "Once only."})
    instant = read_instant(texts[0].strip())
    if instant is None:
        example = "2024-10-23 or 2024-10-23T18:00:00Z"
        raise QueryError({AS_OF: f"A date, or a time with its zone: {example}."})
    return sequence_at(instant)
