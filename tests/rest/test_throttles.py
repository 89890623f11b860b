"""How often a caller may come is counted, per address and per token, across processes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from factcheck.rest import throttles
from factcheck.rest.models import RateWindow
from tests.rest.conftest import URL, rows

NOW = datetime(2026, 3, 1, 12, 0, 20, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time that passes when a test says so: it is twenty seconds past noon."""
    clock = Clock()
    monkeypatch.setattr(throttles, "timezone", clock)
    return clock


@pytest.fixture(autouse=True)
def throttling(settings: Any) -> None:
    settings.THROTTLING = True
    settings.THROTTLE_RATES = {"anonymous": ["3/minute", "5/day"], "token": ["4/minute"]}


def post(client: Any, address: str = "192.0.2.1") -> Any:
    return client.post(URL, {"name": "Ana"}, format="json", REMOTE_ADDR=address)


def statuses(count: int, send: Any) -> list[int]:
    return [send().status_code for _ in range(count)]


def test_an_address_may_post_so_often_a_minute(reader):
    assert statuses(4, lambda: post(reader)) == [201, 201, 201, 429]


def test_the_refused_learns_when_the_minute_is_over(reader):
    statuses(3, lambda: post(reader))

    response = post(reader)

    assert response["Retry-After"] == "40"
    assert response.json()["code"] == "throttled"
    assert response["Content-Type"] == "application/problem+json"


def test_the_next_minute_begins_afresh(reader, clock):
    statuses(4, lambda: post(reader))
    clock.pass_(seconds=40)

    assert post(reader).status_code == 201


def test_an_address_may_post_so_often_a_day(reader, clock):
    for _ in range(5):
        assert post(reader).status_code == 201
        clock.pass_(minutes=1)

    response = post(reader)

    assert response.status_code == 429
    assert int(response["Retry-After"]) == 12 * 3600 - 5 * 60 - 20


def test_another_address_is_another_caller(reader):
    statuses(4, lambda: post(reader))

    assert post(reader, "192.0.2.2").status_code == 201


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("", "", True),
    ],
)
def test_a_household_s_addresses_are_one_caller(reader, one, other, same):
    statuses(3, lambda: post(reader, one))

    assert (post(reader, other).status_code == 429) is same


def test_a_forwarded_address_does_not_help(reader):
    statuses(3, lambda: post(reader))

    response = reader.post(
        URL, {"name": "Ana"}, format="json", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="8.8.8.8"
    )

    assert response.status_code == 429


def test_a_token_may_come_so_often_whatever_it_does(editor):
    assert statuses(2, lambda: post(editor)) == [201, 201]
    assert statuses(3, lambda: editor.get(URL)) == [200, 200, 429]


def test_anonymous_reads_are_not_counted(reader):
    assert statuses(9, lambda: reader.get(URL)) == [200] * 9
    assert not RateWindow.objects.exists()


def test_a_session_is_not_counted(editor, monkeypatch):
    from tests.rest.toy import ByName

    authenticate = ByName.authenticate
    monkeypatch.setattr(
        ByName, "authenticate", lambda self, request: (authenticate(self, request)[0], None)
    )

    assert statuses(9, lambda: post(editor)) == [201] * 9


def test_it_can_be_turned_off(reader, settings):
    settings.THROTTLING = False

    assert statuses(9, lambda: post(reader)) == [201] * 9


def test_one_statement_counts(reader, django_assert_num_queries):
    post(reader)
    throttle = throttles.Throttle()
    request = type(
        "R", (), {"auth": None, "method": "POST", "user": None, "META": {"REMOTE_ADDR": "x"}}
    )()
    request.user = type("Anonymous", (), {"is_authenticated": False})()
    throttle.allow_request(request, None)

    with django_assert_num_queries(1):
        throttle.allow_request(request, None)


def test_no_address_is_kept(reader):
    post(reader, "192.0.2.77")

    assert all("192.0.2" not in window.caller for window in RateWindow.objects.all())


def test_windows_that_are_over_are_cleared_away(reader, clock):
    post(reader)
    clock.pass_(days=2)

    post(reader)

    assert not RateWindow.objects.filter(ends_at__lt=clock.at).exists()


def test_nobody_is_counted_too_little_when_many_come_at_once(transactional_db):
    end = NOW + timedelta(minutes=1)

    def count(number: int) -> int:
        try:
            return throttles._count([("token:60:x", end), ("token:86400:x", end)])["token:60:x"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(count, range(40)))

    assert sorted(counts) == list(range(1, 41))


def test_a_throttled_list_stays_one_query_more(editor, django_assert_num_queries):
    rows(2)
    editor.get(URL)

    # the editor; the count; the rows
    with django_assert_num_queries(3):
        editor.get(URL)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one log for all.")
def test_counting_waits_for_no_disk():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'rest_ratewindow'")

        assert cursor.fetchone() == ("u",)
