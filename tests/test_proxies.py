"""Whose address a request has, with proxies in front and without."""

from ipaddress import ip_network

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from factcheck.environment import Environment
from factcheck.proxies import CallersAddress
from tests.newsroom import ApiClient, make_person

PROXY, OTHER_PROXY = "10.0.0.1", "10.0.0.2"
CALLER, NEIGHBOUR = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def proxies(settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]


def address_of(forwarded, *, connection=PROXY):
    """The address that a view sees."""
    seen = []

    def view(request):
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    CallersAddress(view)(RequestFactory().get("/", REMOTE_ADDR=connection, **headers))
    return seen[0]


@pytest.mark.parametrize(
    ("forwarded", "connection", "address"),
    [
        (CALLER, PROXY, CALLER),
        (f"{CALLER}, {OTHER_PROXY}", PROXY, CALLER),
        (CALLER, f"::ffff:{PROXY}", CALLER),
        ("2001:db8::1", PROXY, "2001:db8::1"),
        (OTHER_PROXY, PROXY, OTHER_PROXY),
        (None, PROXY, PROXY),
    ],
)
def test_a_proxy_of_ours_says_who_calls(forwarded, connection, address):
    assert address_of(forwarded, connection=connection) == address


@pytest.mark.parametrize(
    ("forwarded", "connection", "address"),
    [
        # What the caller has written stands before what our proxy adds.
        (f"{NEIGHBOUR}, {CALLER}", PROXY, CALLER),
        (f"{OTHER_PROXY}, {CALLER}", PROXY, CALLER),
        (NEIGHBOUR, CALLER, CALLER),
        (f"{NEIGHBOUR}, unknown", PROXY, PROXY),
        (f"{NEIGHBOUR}, ", PROXY, PROXY),
        (NEIGHBOUR, "", ""),
    ],
)
def test_nobody_else_says_who_calls(forwarded, connection, address):
    assert address_of(forwarded, connection=connection) == address


def from_behind_the_proxy(address):
    return {"REMOTE_ADDR": PROXY, "HTTP_X_FORWARDED_FOR": address}


@pytest.mark.django_db
def test_callers_behind_a_proxy_are_counted_each_for_themselves(settings):
    settings.THROTTLING = True
    settings.THROTTLE_RATES = {"anonymous": ["1/minute"]}
    client, asked = ApiClient(), {"text": "3,000 troops"}

    def ask(address):
        return client.post("/api/v1/quantities/", asked, **from_behind_the_proxy(address))

    assert [ask(address).status_code for address in (CALLER, CALLER, NEIGHBOUR)] == [200, 429, 200]


@pytest.mark.django_db
def test_somebody_elses_wrong_passwords_lock_nobody_out(settings):
    settings.AXES_FAILURE_LIMIT = 2
    make_person("annotator", username="bea", password="right")

    def log_in(password, address):
        said = {"username": "bea", "password": password}
        return Client().post(reverse("admin:login"), said, **from_behind_the_proxy(address))

    wrong = [log_in("wrong", CALLER).status_code for _ in range(2)]

    assert wrong[-1] == 429
    assert log_in("right", CALLER).status_code == 429
    assert log_in("right", NEIGHBOUR).status_code == 302


def test_what_is_no_address_is_refused_in_words(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "127.0.0.1, proxy.example")

    with pytest.raises(ImproperlyConfigured, match=r"TRUSTED_PROXIES.*'proxy\.example'"):
        Environment().networks("TRUSTED_PROXIES")


def test_addresses_and_networks_are_read(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1")

    assert Environment().networks("TRUSTED_PROXIES") == [
        ip_network("127.0.0.1/32"),
        ip_network("10.0.0.0/8"),
        ip_network("::1/128"),
    ]
