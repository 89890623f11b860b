"""The errors that DRF lacks, each with its status and a code for programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from rest_framework import status
from rest_framework.exceptions import APIException


class QueryError(APIException):
    """
    A query parameter that cannot be followed (400).

    `detail` maps each parameter to what is wrong with it: `QueryError({"page_size": ["…"]})`.
    """

    status_code = status.HTTP_400_BAD_REQUEST
    default_detail = "A query parameter cannot be followed."
    default_code = "invalid_parameter"

    def __init__(
        self, detail: Mapping[str, str | Sequence[str]] | None = None, code: str | None = None
    ) -> None:
        super().__init__(None if detail is None else dict(detail), code)
        self.code = code or self.default_code


class PreconditionRequired(APIException):
    """A write that does not say which version it is about (428)."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_detail = "Send If-Match with the ETag of the version that you have read."
    default_code = "precondition_required"


class PreconditionFailed(APIException):
    """The row has moved on from the version the caller has read (412)."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = "Somebody has saved this since you read it. Read it again."
    default_code = "stale"


class Gone(APIException):
    """It was public once, and was taken back (410). `detail` is the notice."""

    status_code = status.HTTP_410_GONE
    default_detail = "This has been taken back."
    default_code = "gone"


class Withheld(APIException):
    """It was public once, and a court or ruling took it from readers (451). `detail` says why."""

    status_code = status.HTTP_451_UNAVAILABLE_FOR_LEGAL_REASONS
    default_detail = "This is withheld."
    default_code = "withheld"


class Conflict(APIException):
    """The state of the row does not allow this (409)."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "Something that is stored stands in the way of this."
    default_code = "conflict"


class InFlight(Conflict):
    """The same act is being done at this moment (409); worth another try in `wait` seconds."""

    default_detail = "A request with this Idempotency-Key is being worked on. Try again shortly."
    default_code = "in_flight"

    def __init__(self, wait: int = 1) -> None:
        super().__init__()
        self.wait = wait


class Unprocessable(APIException):
    """An Idempotency-Key that was used for another request (422)."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_detail = "This Idempotency-Key was used for another request. Take a new one."
    default_code = "idempotency_key_reused"


class TooLarge(APIException):
    """A body that is longer than we read (413)."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The body is too large."
    default_code = "too_large"


class BadRequest(APIException):
    """Anything else that a client sends and nobody could store or understand (400)."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_detail = "The request holds a value that cannot be read or stored."
    default_code = "bad_request"

    def __init__(self, detail: Any = None, code: str | None = None) -> None:
        super().__init__(detail, code)
