"""Subscriptions: what may be said of one, and each verb from each state."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from accounts.scopes import Role
from factcheck.records.clock import moment
from factcheck.records.models import Change
from factcheck.records.refusals import Missing, NotAllowed, Refused, Stale
from publishing.models import Subscription
from tests import newsroom
from tests.newsroom import the
from tests.publishing.webhooks import (
    make_disabled,
    make_given_up,
    make_subscription,
    make_waiting,
)

pytestmark = pytest.mark.django_db

STATES = {
    "enabled": make_subscription,
    "waiting": make_waiting,
    "disabled": make_disabled,
    "given up": make_given_up,
}
VERBS = {
    "edit": lambda each, by: each.edit(by=by, name="Courier’s other site"),
    "disable": lambda each, by: each.disable(by=by, reason="They move house."),
    "enable": lambda each, by: each.enable(by=by),
    "replay": lambda each, by: each.replay(by=by, from_sequence=1),
    "request_test": lambda each, by: each.request_test(by=by),
    "remove": lambda each, by: each.remove(by=by),
}
REFUSED = {
    ("disable", "disabled"): "disabled already",
    ("disable", "given up"): "disabled already",
    ("enable", "enabled"): "nothing waits",
}


def state_of(subscription):
    if not Subscription.objects.filter(pk=subscription.pk).exists():
        return "gone"
    now = Subscription.objects.get(pk=subscription.pk)
    if now.is_enabled:
        return "waiting" if now.next_attempt_at else "enabled"
    return "given up" if now.gave_up else "disabled"


AFTERWARDS = {
    "edit": None,
    "disable": "disabled",
    "enable": "enabled",
    "replay": {"waiting": "enabled"},
    "request_test": None,
    "remove": "gone",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_from_each_state(verb, state, administrator):
    subscription = STATES[state]()
    refusal = REFUSED.get((verb, state))

    if refusal:
        with pytest.raises(Refused, match=refusal):
            VERBS[verb](subscription, administrator)
        assert state_of(subscription) == state
        return
    VERBS[verb](subscription, administrator)

    after = AFTERWARDS[verb]
    expected = after.get(state, state) if isinstance(after, dict) else after or state
    assert state_of(subscription) == expected


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.REVIEWER])
def test_only_administrators_may(verb, role):
    subscription = make_subscription()

    with pytest.raises(NotAllowed, match="role administrator"):
        VERBS[verb](subscription, the(role))

    assert state_of(subscription) == "enabled"


@pytest.mark.parametrize("verb", ["edit", "disable", "request_test", "remove"])
def test_who_has_read_an_older_version_is_told_so(verb, administrator):
    subscription = make_subscription()
    Subscription.objects.get().edit(by=administrator, name="Renamed")

    with pytest.raises(Stale):
        VERBS[verb](subscription, administrator)


def test_deliveries_do_not_make_an_editor_stale(administrator):
    subscription = make_subscription()
    Subscription.objects.update(cursor=7, failures=2, lease="worker", leased_until=moment())

    subscription.edit(by=administrator, name="Renamed")

    subscription.refresh_from_db()
    assert (subscription.name, subscription.cursor, subscription.lease) == ("Renamed", 7, "worker")


def test_another_address_is_tried_at_once(administrator):
    subscription = make_waiting()

    subscription.edit(by=administrator, url="https://hooks.courier.example/other")

    assert state_of(subscription) == "enabled"


def test_disabling_needs_a_reason(administrator):
    with pytest.raises(Missing, match="Say why"):
        make_subscription().disable(by=administrator, reason=" ")


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_replay_begins_at_a_row_that_there_is(number, administrator):
    newsroom.make_published()

    with pytest.raises(ValidationError, match="1 to 2"):
        make_subscription().replay(by=administrator, from_sequence=number)


def test_a_replay_from_behind_the_last_row_skips_what_waits(administrator):
    subscription = make_subscription()
    newsroom.make_published()

    subscription.replay(by=administrator, from_sequence=2)

    assert not Subscription.objects.due(moment()).exists()


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.courier.example/",
        "http://localhost/",
        "https://localhost/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://127.0.0.1/",
        "https://user:word@hooks.courier.example/",
        "https://hooks.courier.example:8443/",
        "ftp://hooks.courier.example/",
        "hooks.courier.example",
        "",
    ],
)
def test_an_address_that_is_never_called_is_refused(url, administrator):
    subscription = make_subscription()

    for act in (
        lambda: make_subscription(url),
        lambda: subscription.edit(by=administrator, url=url),
    ):
        with pytest.raises(ValidationError) as refusal:
            act()
        assert set(refusal.value.message_dict) == {"url"}

    assert Subscription.objects.get().url == "https://hooks.courier.example/factcheck"


def test_on_ones_own_machine_loopback_will_do(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True

    assert make_subscription("http://127.0.0.1:9000/hook").is_enabled


@pytest.mark.parametrize("kinds", [["hoped"], "published", {"published": 1}, [1], [None]])
def test_unknown_kinds_are_refused(kinds):
    with pytest.raises(ValidationError) as refusal:
        make_subscription(kinds=kinds)

    assert set(refusal.value.message_dict) == {"kinds"}


def test_kinds_are_kept_once_each_and_in_order():
    subscription = make_subscription(kinds=["retracted", "published", "retracted"])

    assert subscription.kinds == ["published", "retracted"]


@pytest.mark.parametrize(
    ("site", "kept"),
    [
        (" Courier.Example ", "courier.example"),
        ("https://courier.example/news", "courier.example"),
        ("bücher.example", "xn--"),
    ],
)
def test_a_site_is_kept_as_a_host(site, kept):
    assert make_subscription(site=site).site.startswith(kept)


@pytest.mark.parametrize("site", ["10.0.0.1", "courier example", "a..b", "u@h.ex"])
def test_what_is_no_host_is_no_site(site):
    with pytest.raises(ValidationError) as refusal:
        make_subscription(site=site)

    assert set(refusal.value.message_dict) == {"site"}


def test_secrets_differ_and_are_not_in_the_database_or_the_history():
    first, second = make_subscription(), make_subscription()

    stored = str(list(Subscription.objects.values())) + str(list(Change.objects.values()))
    assert first.secret.startswith("whsec_")
    assert first.secret != second.secret
    assert first.secret.removeprefix("whsec_") not in stored
    assert first.secret_seed not in str(list(Change.objects.values()))


def test_another_secret_key_means_another_secret(settings):
    subscription = make_subscription()
    secret = subscription.secret
    settings.SECRET_KEY = "x" * 50

    assert subscription.secret != secret


def test_what_a_subscription_goes_by_is_not_deleted_under_it(administrator):
    office = newsroom.make_source()
    make_subscription(source=office)

    with pytest.raises(ProtectedError):
        office.remove(by=administrator)


def test_what_was_done_to_it_is_in_its_history(administrator):
    subscription = make_subscription()
    subscription.disable(by=administrator, reason="They move house.")
    subscription.enable(by=administrator)

    fields = list(
        Change.objects.about(subscription).order_by("pk").values_list("field", "old", "new")
    )
    assert ("disabled_reason", "", "They move house.") in fields
    assert ("disabled_reason", "They move house.", "") in fields
