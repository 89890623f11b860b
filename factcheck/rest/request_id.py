"""X-Request-ID: one id per request, on the answer and in the history of what it changed."""

import re
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from factcheck.records.change import current_request_id

# What a caller may send as its own id: safe in a header, a log line and a database column.
ACCEPTABLE = re.compile(r"\A[A-Za-z0-9._-]{1,64}\Z")


class RequestIdMiddleware:
    """Takes the caller's X-Request-ID if it is well formed, else makes one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if ACCEPTABLE.match(given) else secrets.token_hex(8)
        token = current_request_id.set(request_id)
        try:
            response = self.get_response(request)
        finally:
            current_request_id.reset(token)
        response["X-Request-ID"] = request_id
        return response
