"""
Whose address a request has: behind proxies that the settings name, the one that they tell.

Whatever counts callers by address (the throttles, the lock on wrong passwords) would otherwise
count everybody behind a proxy as one, and one visitor could shut the others out.
"""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse


class CallersAddress:
    """
    The middleware: puts the caller's address where the proxy's stands.

    X-Forwarded-For is a list that each proxy adds to, and whose beginning anybody may have written.
    So it is read from its end, as far as settings.TRUSTED_PROXIES have written it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.trusted = settings.TRUSTED_PROXIES
        if not self.trusted:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        while told and self._is_trusted(request.META.get("REMOTE_ADDR", "")):
            address = _address(told.pop())
            if address is None:
                break
            request.META["REMOTE_ADDR"] = str(address)
        return self.get_response(request)

    def _is_trusted(self, text: str) -> bool:
        address = _address(text)
        return address is not None and any(address in network for network in self.trusted)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """The address that this text is; an IPv4 address in an IPv6 one is itself."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
