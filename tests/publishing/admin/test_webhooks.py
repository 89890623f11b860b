"""Webhooks in the admin: added with a secret, watched, tried, replayed, disabled and enabled."""

import pytest

from accounts.models import User
from publishing.models import Subscription
from tests import newsroom
from tests.desk.editor import Editor
from tests.publishing.webhooks import (
    ADDRESS,
    make_delivery,
    make_disabled,
    make_given_up,
    make_subscription,
    make_waiting,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/publishing/subscription/"


def address(subscription: Subscription) -> str:
    return f"{LIST}{subscription.public_id}/change/"


def test_a_new_one_shows_its_secret_once(ada: Editor):
    page = ada.open(f"{LIST}add/")

    response = page.press("save", name="Courier", url=ADDRESS, kinds=["corrected"])

    made = Subscription.objects.get()
    assert made.secret in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert made.secret not in ada.text_of(address(made))
    assert (made.kinds, made.created_by) == (["corrected"], ada.person)


def test_an_address_that_is_never_called_is_told_beside_the_field(ada: Editor):
    page = ada.open(f"{LIST}add/")

    after = page.shown_after(page.press("save", name="Courier", url="https://10.0.0.1/"))

    assert "not a public address (private)" in after.text
    assert not Subscription.objects.exists()


def test_a_change_keeps_what_was_not_touched(ada: Editor):
    subscription = make_subscription(kinds=["retracted"], source=newsroom.make_source())
    page = ada.open(address(subscription))

    page.press("save", name="Gazette")

    subscription.refresh_from_db()
    assert (subscription.name, subscription.kinds) == ("Gazette", ["retracted"])
    assert subscription.source is not None


@pytest.mark.parametrize(
    ("make", "buttons"),
    [
        (make_subscription, ["save", "test", "replay", "disable"]),
        (make_waiting, ["save", "test", "enable", "replay", "disable"]),
        (make_disabled, ["save", "test", "enable", "replay"]),
        (make_given_up, ["save", "test", "enable", "replay"]),
    ],
)
def test_each_state_has_its_buttons(make, buttons, ada: Editor):
    page = ada.open(address(make()))

    assert page.buttons == buttons


def test_a_test_is_asked_for(ada: Editor):
    subscription = make_subscription()
    page = ada.open(address(subscription))

    after = page.shown_after(page.press("test"))

    assert "A test goes out next" in after.text
    subscription.refresh_from_db()
    assert subscription.test_requested_at is not None


def test_it_is_disabled_with_a_reason_and_enabled_again(ada: Editor):
    subscription = make_subscription()
    page = ada.open(address(subscription))

    disabled = page.shown_after(page.press("disable", disable__reason="They move house."))
    enabled = disabled.shown_after(disabled.press("enable"))

    assert "They move house." in disabled.text
    assert "goes on where it stopped" in enabled.text


def test_without_a_reason_it_stays_enabled(ada: Editor):
    subscription = make_subscription()
    page = ada.open(address(subscription))

    after = page.shown_after(page.press("disable"))

    assert "Say why" in after.text
    subscription.refresh_from_db()
    assert subscription.is_enabled


def test_it_is_told_again_from_a_row(ada: Editor):
    newsroom.make_published()
    subscription = make_subscription()
    page = ada.open(address(subscription))

    page.press("replay", replay__number="1")

    subscription.refresh_from_db()
    assert subscription.cursor == 0


@pytest.mark.parametrize("number", ["", "0", "99", "now", "-1", "²"])
def test_a_row_that_there_is_not_is_told(number, ada: Editor):
    newsroom.make_published()
    subscription = make_subscription()
    page = ada.open(address(subscription))

    after = page.shown_after(page.press("replay", replay__number=number))

    assert "row" in after.text
    subscription.refresh_from_db()
    assert subscription.cursor == 1


def test_the_log_shows_what_was_sent_and_what_came_back(ada: Editor):
    delivery = make_delivery(status=503, start="<b>down</b>", headers={"server": "courier"})

    text = ada.text_of(address(delivery.subscription))

    assert "Refused (503)" in text
    assert "&lt;b&gt;down&lt;/b&gt;" in text
    assert "server: courier" in text
    assert delivery.message in text


def test_the_list_says_how_each_of_them_goes(ada: Editor):
    make_delivery(make_subscription())
    make_waiting()
    make_given_up()

    text = ada.text_of(LIST)

    assert "204" in text
    assert "Failing; tried again" in text
    assert "The receiver answered 410." in text


@pytest.mark.parametrize(("state", "number"), [("enabled", 1), ("disabled", 2)])
def test_the_list_is_narrowed_by_state(state, number, ada: Editor):
    make_subscription(name="Kept")
    make_disabled(name="Off")
    make_given_up(name="Off")

    text = ada.text_of(f"{LIST}?state={state}")

    assert text.count(">Off<") == (0 if state == "enabled" else 2)
    assert text.count(">Kept<") == (1 if state == "enabled" else 0)


def test_who_can_do_something_about_it_is_told_on_the_first_page(ada: Editor, reviewer: User):
    make_given_up(name="Courier’s web site")
    make_disabled(name="Somebody else’s")

    text = ada.text_of("/admin/")

    assert "Courier’s web site" in text
    assert "Somebody else’s" not in text
    assert "Courier’s web site" not in Editor(reviewer).text_of("/admin/")


def test_a_list_costs_the_same_however_long(ada: Editor, django_assert_max_num_queries):
    for _ in range(10):
        make_delivery(make_subscription(rating=newsroom.make_rating()))
    ada.text_of(LIST)

    with django_assert_max_num_queries(10):
        ada.text_of(LIST)
