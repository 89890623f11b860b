"""Webhooks delivered for real, to a receiver on loopback."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook

from accounts.scopes import Role
from claims.models import Document
from claims.record.withholding import withhold
from factcheck.records.clock import moment
from publishing.models import Delivery, Subscription
from publishing.webhooks import worker
from publishing.webhooks.events import is_of
from publishing.webhooks.retrying import MOST_ATTEMPTS, WAITS, retry_after, wait_after
from publishing.webhooks.sending import Outcome
from tests import newsroom
from tests.newsroom import the
from tests.publishing.webhooks import deliver, head, make_subscription
from tests.receiver import receiving

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True
    with receiving() as receiver:
        yield receiver


def told(receiver):
    """The types and fact checks of what arrived."""
    return [(said["type"], said["data"]["fact_check"]) for said in bodies(receiver)]


def bodies(receiver):
    return [json.loads(got.body) for got in receiver.got]


def ids(receiver):
    return [got.headers["webhook-id"] for got in receiver.got]


# --- What arrives ---------------------------------------------------------------------------------


def test_a_publication_arrives_with_its_row_and_document(receiver):
    subscription = make_subscription(receiver.url)
    claim = newsroom.make_published().claim

    deliver()

    (said,) = bodies(receiver)
    row = claim.versions.get()
    assert said["type"] == "factcheck.published"
    assert said["timestamp"] == said["data"]["at"]
    assert said["data"]["row_hash"] == row.row_hash
    assert said["data"]["document"]["id"] == claim.public_id
    subscription.refresh_from_db()
    assert (subscription.cursor, subscription.failures) == (row.sequence, 0)


def test_the_document_arrives_as_it_was_hashed(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()

    deliver()

    document = bytes(Document.objects.get().body)
    assert document in receiver.got[0].body


def test_the_standard_library_verifies_what_arrives_and_so_does_the_standards_own(receiver):
    subscription = make_subscription(receiver.url)
    newsroom.make_published()

    deliver()

    (got,) = receiver.got
    key = base64.b64decode(subscription.secret.removeprefix("whsec_"))
    signed = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    digest = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert got.headers["webhook-signature"] == f"v1,{digest}"
    assert Webhook(subscription.secret).verify(got.body, got.headers)
    sent_at = datetime.fromtimestamp(int(got.headers["webhook-timestamp"]), UTC)
    assert abs(moment() - sent_at) < timedelta(minutes=1)


def test_every_act_arrives_in_the_ledgers_order(receiver):
    make_subscription(receiver.url)
    verdict = newsroom.make_superseded()
    claim = verdict.claim
    claim.verdicts.standing().get().retract(by=the(Role.REVIEWER), reason="Another bridge.")
    withhold(claim.versions.get(version=1), by=the(Role.ADMINISTRATOR), reason="Court order 7.")

    deliver()

    kinds = ["published", "corrected", "retracted", "withheld"]
    assert [said["type"] for said in bodies(receiver)] == [f"factcheck.{kind}" for kind in kinds]
    assert [said["data"]["sequence"] for said in bodies(receiver)] == [1, 2, 3, 4]
    # Withheld since: of the first version the row arrives without its document.
    assert [bool(said["data"]["document"]) for said in bodies(receiver)] == [
        False,
        True,
        True,
        False,
    ]


def test_what_was_published_before_the_subscription_is_not_sent(receiver):
    newsroom.make_published()
    make_subscription(receiver.url)

    deliver()

    assert receiver.got == []


def test_what_has_arrived_is_not_sent_again(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()

    deliver()
    deliver()

    assert len(receiver.got) == 1


# --- Whom it concerns -----------------------------------------------------------------------------


def test_only_the_chosen_kinds_are_sent(receiver):
    subscription = make_subscription(receiver.url, kinds=["retracted", "corrected"])
    newsroom.make_superseded()
    newsroom.make_retracted()

    deliver()

    assert [said["type"] for said in bodies(receiver)] == [
        "factcheck.corrected",
        "factcheck.retracted",
    ]
    subscription.refresh_from_db()
    assert subscription.cursor == head()


def test_only_checks_of_the_chosen_rating_are_sent(receiver):
    make_subscription(receiver.url, rating=newsroom.make_rating("true"))
    newsroom.make_published(rating=newsroom.make_rating("false"))
    claim = newsroom.make_published(rating=newsroom.make_rating("true")).claim

    deliver()

    assert told(receiver) == [("factcheck.published", claim.public_id)]


def test_who_was_told_of_a_rating_is_told_when_it_is_lost(receiver):
    make_subscription(receiver.url, rating=newsroom.make_rating("false"))
    claim = newsroom.make_published(rating=newsroom.make_rating("false")).claim
    for rating in ("true", "mixed"):
        newsroom.make_published(
            claim=claim, rating=newsroom.make_rating(rating), notice="We were wrong."
        )

    deliver()

    assert [said["data"]["version"] for said in bodies(receiver)] == [1, 2]


def test_only_checks_of_the_chosen_source_are_sent(receiver):
    office = newsroom.make_source()
    make_subscription(receiver.url, source=office)
    newsroom.make_published()
    claim = newsroom.make_claim(attributions=[{"source": office, "stance": "denies"}])
    newsroom.make_published(claim=claim)

    deliver()

    assert told(receiver) == [("factcheck.published", claim.public_id)]


def test_only_checks_of_articles_on_the_chosen_site_are_sent(receiver):
    make_subscription(receiver.url, site="Courier.example")
    wanted = newsroom.make_article(url="https://www.courier.example/bridge")
    for article in (newsroom.make_article(), wanted):
        newsroom.make_published(claim=newsroom.make_claim(article=article))

    deliver()

    assert [said["data"]["document"]["article"]["id"] for said in bodies(receiver)] == [
        wanted.public_id
    ]


@pytest.mark.parametrize(
    ("url", "is_there"),
    [
        ("https://courier.example/a", True),
        ("https://www.courier.example/a", True),
        ("https://notcourier.example/a", False),
        ("https://courier.example.evil.example/", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_a_site_is_a_host_and_those_below_it(url, is_there):
    assert is_of("courier.example", url) is is_there


def test_a_withheld_version_is_told_to_everybody_who_may_have_it(receiver):
    make_subscription(receiver.url, rating=newsroom.make_rating("false"), site="courier.example")
    version = newsroom.make_published().claim.versions.get()
    withhold(version, by=the(Role.ADMINISTRATOR), reason="Court order 7.")

    deliver()

    assert "factcheck.withheld" in [said["type"] for said in bodies(receiver)]


def test_many_rows_that_concern_nobody_are_passed_over(receiver, monkeypatch):
    monkeypatch.setattr("publishing.webhooks.events.AT_ONCE", 2)
    subscription = make_subscription(receiver.url, site="courier.example")
    for _ in range(5):
        newsroom.make_published()
    article = newsroom.make_article(url="https://courier.example/a")
    newsroom.make_published(claim=newsroom.make_claim(article=article))

    deliver()

    assert len(receiver.got) == 1
    subscription.refresh_from_db()
    assert subscription.cursor == head() == 6


# --- What goes wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 401, 404, 429, 500, 503])
def test_anything_but_success_is_tried_again_later(status, receiver):
    subscription = make_subscription(receiver.url)
    newsroom.make_published()
    receiver.answers(status, {"Location": f"{receiver.url}/elsewhere"}, b"no")

    deliver()

    assert len(receiver.got) == 1
    subscription.refresh_from_db()
    assert (subscription.cursor, subscription.failures) == (0, 1)
    assert subscription.next_attempt_at > moment()
    assert Delivery.objects.get().next_attempt_at == subscription.next_attempt_at


def test_a_second_attempt_has_the_same_id_and_a_signature_of_its_own(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()
    receiver.answers(500)
    deliver()
    receiver.answers(200)

    deliver(later=timedelta(seconds=30))

    first, second = receiver.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert first.headers["webhook-timestamp"] != second.headers["webhook-timestamp"]
    assert list(Delivery.objects.order_by("pk").values_list("attempt", "status")) == [
        (1, 500),
        (2, 200),
    ]


def test_later_rows_wait_for_the_one_that_failed(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()
    newsroom.make_published()
    refused = iter([500, 200, 200])
    receiver.answer = lambda got, wire: (next(refused), {}, b"")

    deliver()
    deliver(later=timedelta(minutes=1))

    assert [said["data"]["sequence"] for said in bodies(receiver)] == [1, 1, 2]


def test_one_receiver_that_fails_does_not_hold_up_another(receiver):
    make_subscription(f"{receiver.url}/broken")
    make_subscription(f"{receiver.url}/whole")
    newsroom.make_published()
    receiver.answer = lambda got, wire: (500 if "broken" in got.path else 200, {}, b"")

    deliver()

    assert sorted(got.path for got in receiver.got) == ["/hook/broken", "/hook/whole"]


def test_after_the_last_attempt_it_is_disabled_with_the_reason_and_nothing_is_lost(receiver):
    subscription = make_subscription(receiver.url)
    newsroom.make_published()
    receiver.answers(503, {}, b"down")

    later = timedelta()
    for _ in range(MOST_ATTEMPTS + 2):
        deliver(later=later)
        later += timedelta(hours=27)

    subscription.refresh_from_db()
    assert len(receiver.got) == MOST_ATTEMPTS
    assert len(set(ids(receiver))) == 1
    assert (subscription.is_enabled, subscription.gave_up, subscription.cursor) == (False, True, 0)
    assert "10 attempts at row 1 failed. The receiver answered 503." in subscription.disabled_reason

    receiver.answers(200)
    subscription.enable(by=the(Role.ADMINISTRATOR))
    deliver()

    assert bodies(receiver)[-1]["data"]["sequence"] == 1


def test_a_receiver_that_is_gone_is_disabled_at_once(receiver):
    subscription = make_subscription(receiver.url)
    newsroom.make_published()
    receiver.answers(410)

    deliver()

    subscription.refresh_from_db()
    assert (subscription.is_enabled, subscription.gave_up) == (False, True)
    assert "410" in subscription.disabled_reason


def test_a_receiver_may_ask_to_be_left_alone_for_longer_but_not_for_ever(receiver):
    subscription = make_subscription(receiver.url)
    newsroom.make_published()
    receiver.answers(503, {"Retry-After": "3600"})

    deliver()

    subscription.refresh_from_db()
    assert timedelta(minutes=59) < subscription.next_attempt_at - moment() <= timedelta(hours=1)
    assert wait_after(1, asked=timedelta(days=300)) == timedelta(days=1)
    assert wait_after(4, asked=timedelta(seconds=1)) > timedelta(hours=1)


@pytest.mark.parametrize(("headers", "wait"), [({}, 5), ({"retry-after": "10"}, 10)])
def test_a_wait_begins_when_the_attempt_has_ended(headers, wait, monkeypatch):
    subscription = make_subscription()
    newsroom.make_published()
    slow = Outcome({}, 14_000, status=503, headers=headers)
    monkeypatch.setattr(worker, "attempt", lambda event, **to: slow)

    deliver()

    subscription.refresh_from_db()
    logged = Delivery.objects.get()
    assert subscription.next_attempt_at == logged.next_attempt_at
    waits = logged.next_attempt_at - logged.at - timedelta(seconds=14)
    assert waits.total_seconds() == pytest.approx(wait, rel=0.11)


def test_the_waits_add_up_to_three_days():
    assert timedelta(days=3) < sum(WAITS, timedelta()) < timedelta(days=3.5)
    assert wait_after(MOST_ATTEMPTS) is None
    assert len({wait_after(5) for _ in range(20)}) > 1


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sun, 22 Nov 2026 12:01:00 GMT", 60),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("9" * 40, None),
        ("Sun, 22 Nov 2026 12:01:00 -0000", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(text, seconds):
    wanted = retry_after(text, at=datetime(2026, 11, 22, 12, tzinfo=UTC))

    assert wanted == (None if seconds is None else timedelta(seconds=seconds))


def test_an_answer_is_logged_whatever_is_in_it(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()
    receiver.answers(200, {"X-Long": "x" * 4000}, b"\x00\xff" + b"y" * 5000)

    deliver()

    logged = Delivery.objects.get()
    assert logged.response_start.startswith("\ufffd\ufffd")
    assert len(logged.response_start) == 1024
    assert len(logged.response_headers["x-long"]) == 500
    assert logged.request_headers["webhook-id"] == logged.message
    assert logged.request_digest == hashlib.sha256(receiver.got[0].body).hexdigest()
    assert logged.was_taken


def test_a_receiver_that_is_not_there_is_logged_in_words(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True
    make_subscription("http://127.0.0.1:9/")
    newsroom.make_published()

    deliver()

    assert "refused" in Delivery.objects.get().error


def test_an_address_that_has_become_forbidden_is_not_called(receiver, settings):
    make_subscription(receiver.url)
    newsroom.make_published()
    settings.WEBHOOKS_ALLOW_LOOPBACK = False

    deliver()

    assert receiver.got == []
    assert "not a public address" in Delivery.objects.get().error


# --- Tests and replays ----------------------------------------------------------------------------


def test_a_test_event_arrives_and_moves_nothing(receiver):
    subscription = make_subscription(receiver.url)
    subscription.request_test(by=the(Role.ADMINISTRATOR))

    deliver()

    (said,) = bodies(receiver)
    assert said["type"] == "factcheck.test"
    assert said["data"] == {"subscription": subscription.public_id}
    subscription.refresh_from_db()
    assert (subscription.cursor, subscription.test_requested_at) == (0, None)
    assert Delivery.objects.get().sequence is None


def test_a_test_that_fails_is_logged_and_not_repeated(receiver):
    make_subscription(receiver.url).request_test(by=the(Role.ADMINISTRATOR))
    receiver.answers(500)

    deliver()
    deliver(later=timedelta(days=1))

    assert len(receiver.got) == 1


def test_a_replay_sends_it_again_with_the_same_ids(receiver):
    subscription = make_subscription(receiver.url)
    for _ in range(3):
        newsroom.make_published()
    deliver()

    subscription.replay(by=the(Role.ADMINISTRATOR), from_sequence=2)
    deliver()

    assert [said["data"]["sequence"] for said in bodies(receiver)] == [1, 2, 3, 2, 3]
    assert ids(receiver)[1:3] == ids(receiver)[3:]


# --- Several at once ------------------------------------------------------------------------------


def test_what_one_worker_delivers_no_other_takes(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()
    taken = Subscription.objects.take_turn(moment())

    deliver()

    assert taken is not None
    assert receiver.got == []


def test_a_turn_whose_worker_died_ends_by_itself(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()
    Subscription.objects.take_turn(moment())

    deliver(later=timedelta(seconds=31))

    assert len(receiver.got) == 1


@pytest.fixture
def meanwhile(monkeypatch):
    """Has something done between an attempt and its being written down."""
    attempt = worker.attempt

    def then(act):
        def attempt_and_act(event, **how):
            outcome = attempt(event, **how)
            act()
            return outcome

        monkeypatch.setattr(worker, "attempt", attempt_and_act)

    return then


def test_a_replay_during_a_delivery_is_not_undone_by_it(receiver, meanwhile):
    subscription = make_subscription(receiver.url)
    for _ in range(2):
        newsroom.make_published()
    deliver()
    newsroom.make_published()
    meanwhile(lambda: subscription.replay(by=the(Role.ADMINISTRATOR), from_sequence=1))

    worker.serve_next()

    subscription.refresh_from_db()
    assert subscription.cursor == 0
    assert Delivery.objects.count() == 3


def test_who_disables_it_during_a_delivery_stops_the_next(receiver, meanwhile):
    subscription = make_subscription(receiver.url)
    for _ in range(2):
        newsroom.make_published()
    meanwhile(lambda: subscription.disable(by=the(Role.ADMINISTRATOR), reason="Enough."))

    worker.serve_next()

    subscription.refresh_from_db()
    assert (subscription.cursor, len(receiver.got)) == (1, 1)


def test_a_subscription_deleted_during_its_delivery_is_forgotten(receiver, meanwhile):
    make_subscription(receiver.url)
    newsroom.make_published()
    meanwhile(lambda: Subscription.objects.all().delete())

    assert worker.serve_next()
    assert not Delivery.objects.exists()


def test_the_log_is_kept_for_thirty_days(receiver):
    make_subscription(receiver.url)
    newsroom.make_published()
    deliver()

    assert not Delivery.objects.worn_out(moment() + timedelta(days=29)).exists()
    assert Delivery.objects.worn_out(moment() + timedelta(days=31)).exists()
