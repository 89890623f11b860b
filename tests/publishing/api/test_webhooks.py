"""Webhooks through the API: made, read, changed, tried and replayed by administrators."""

import pytest

from accounts.scopes import Role
from factcheck.rest.models import IdempotentAct
from publishing.models import Subscription
from tests import newsroom
from tests.api.document import Document
from tests.newsroom import client_of, the
from tests.publishing.webhooks import (
    ADDRESS,
    make_delivery,
    make_disabled,
    make_subscription,
)

pytestmark = pytest.mark.django_db

PATH = "/api/v1/webhooks/"


def post(client, subscription, act, body=None):
    return client.post(f"{PATH}{subscription.public_id}/{act}/", body, HTTP_IF_MATCH="*")


def test_its_secret_is_in_the_answer_to_its_creation_and_never_again(as_administrator):
    made = as_administrator.post(PATH, {"name": "Courier", "url": ADDRESS})

    read = as_administrator.get(f"{PATH}{made.json()['id']}/")
    assert made.status_code == 201
    assert made.json()["secret"] == Subscription.objects.get().secret
    assert read.json() == made.json() | {"secret": None}


def test_an_answer_with_a_secret_is_not_kept_for_another_try(as_administrator):
    body = {"name": "Courier", "url": ADDRESS}

    first = as_administrator.post(PATH, body, HTTP_IDEMPOTENCY_KEY="once")
    again = as_administrator.post(PATH, body, HTTP_IDEMPOTENCY_KEY="once")

    assert (first.status_code, again.status_code) == (201, 409)
    assert again.json()["code"] == "answer_not_kept"
    assert Subscription.objects.count() == 1
    assert IdempotentAct.objects.get().body is None


def test_what_it_is_told_of_is_named_by_id_or_slug(as_administrator):
    office, rating = newsroom.make_source(), newsroom.make_rating("false")
    body = {
        "name": "Courier",
        "url": ADDRESS,
        "kinds": ["corrected", "published"],
        "rating": "false",
        "source": office.slug,
        "site": "courier.example",
    }

    made = as_administrator.post(PATH, body).json()

    assert made["kinds"] == ["published", "corrected"]
    assert made["rating"] == {"id": rating.public_id, "slug": "false", "name": rating.name}
    assert made["source"]["id"] == office.public_id
    assert made["site"] == "courier.example"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "https://169.254.169.254/latest/"),
        ("url", "http://hooks.courier.example/"),
        ("url", "https://2130706433/"),
        ("kinds", ["hoped"]),
        ("rating", "nobody-knows"),
        ("site", "a b"),
        ("name", ""),
        ("cursor_", 3),
    ],
)
def test_what_cannot_be_is_refused_by_field(field, value, as_administrator):
    body = {"name": "Courier", "url": ADDRESS} | {field: value}

    response = as_administrator.post(PATH, body)

    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"].startswith(f"/{field}")
    assert not Subscription.objects.exists()


def test_it_is_changed_in_the_version_that_was_read(as_administrator):
    subscription = make_subscription()
    path = f"{PATH}{subscription.public_id}/"
    read = as_administrator.get(path)
    # What workers write in between is no edit.
    Subscription.objects.update(cursor=0, failures=2)

    changed = as_administrator.patch(path, {"name": "Gazette"}, HTTP_IF_MATCH=read["ETag"])
    stale = as_administrator.patch(path, {"name": "Echo"}, HTTP_IF_MATCH=read["ETag"])
    blind = as_administrator.patch(path, {"name": "Echo"})

    assert [each.status_code for each in (changed, stale, blind)] == [200, 412, 428]
    assert changed.json()["name"] == "Gazette"


def test_what_was_read_can_be_sent_back_whole(as_administrator):
    subscription = make_subscription(rating=newsroom.make_rating())
    path = f"{PATH}{subscription.public_id}/"
    row = as_administrator.get(path).json()

    response = as_administrator.put(path, row, HTTP_IF_MATCH="*")

    assert response.json() == row


def test_it_is_deleted_with_its_log(as_administrator):
    subscription = make_delivery().subscription

    response = as_administrator.delete(f"{PATH}{subscription.public_id}/", HTTP_IF_MATCH="*")

    assert response.status_code == 204
    assert not Subscription.objects.exists()


def test_its_acts_do_what_they_say(as_administrator):
    subscription = make_disabled()
    newsroom.make_published()

    enabled = post(as_administrator, subscription, "enable").json()
    tested = post(as_administrator, subscription, "test").json()
    skipped = post(as_administrator, subscription, "replay", {"from": 2}).json()
    replayed = post(as_administrator, subscription, "replay", {"from": 1}).json()
    disabled = post(as_administrator, subscription, "disable", {"reason": "They move."}).json()

    assert (enabled["enabled"], enabled["behind"]) == (True, 1)
    assert tested["test_requested_at"] is not None
    assert (skipped["cursor"], skipped["behind"]) == (1, 0)
    assert (replayed["cursor"], replayed["behind"]) == (0, 1)
    assert (disabled["enabled"], disabled["disabled_reason"]) == (False, "They move.")


@pytest.mark.parametrize(
    ("act", "body", "status"),
    [
        ("enable", None, 409),
        ("disable", {"reason": ""}, 400),
        ("replay", {"from": 99}, 400),
        ("replay", {"from": 0}, 400),
        ("replay", {}, 400),
        ("replay", {"from": "now"}, 400),
        ("test", {"ghost": 1}, 400),
    ],
)
def test_an_act_that_cannot_be_done_is_refused(act, body, status, as_administrator):
    response = post(as_administrator, make_subscription(), act, body)

    assert response.status_code == status
    if act == "replay":
        assert response.json()["errors"][0]["pointer"] == "/from"


def test_the_log_has_each_attempt_latest_first(as_administrator):
    taken = make_delivery()
    make_delivery(taken.subscription, error="Nobody is there.")

    page = as_administrator.get(f"{PATH}{taken.subscription.public_id}/deliveries/?count=true")

    failed, first = page.json()["results"]
    assert page.json()["count"] == 2
    assert (failed["delivered"], failed["error"], failed["response"]) == (
        False,
        "Nobody is there.",
        None,
    )
    assert (first["delivered"], first["response"]["status"]) == (True, 204)
    assert first["request"]["headers"]["webhook-id"] == first["message"]
    assert Document().problems_with(page) == []


def test_the_log_of_another_is_not_mixed_in(as_administrator):
    make_delivery()
    other = make_subscription()

    page = as_administrator.get(f"{PATH}{other.public_id}/deliveries/")

    assert page.json()["results"] == []


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.REVIEWER])
def test_nobody_else_sees_that_there_are_any(role, api):
    subscription = make_subscription()

    for client, status in ((client_of(the(role)), 403), (api, 401)):
        assert client.get(PATH).status_code == status
        assert client.get(f"{PATH}{subscription.public_id}/").status_code == status


def test_a_token_for_webhooks_alone_is_enough():
    make_subscription()
    client = client_of(the(Role.ADMINISTRATOR), "webhooks:manage")

    assert len(client.get(PATH).json()["results"]) == 1


@pytest.mark.parametrize("number", [1, 10])
def test_a_list_costs_the_same_however_long(number, as_administrator, django_assert_num_queries):
    for _ in range(number):
        make_subscription(rating=newsroom.make_rating())

    # Token, its use, permissions of groups and person; rows, the ledger's head.
    with django_assert_num_queries(5):
        response = as_administrator.get(PATH)

    assert len(response.json()["results"]) == number
    assert Document().problems_with(response) == []
