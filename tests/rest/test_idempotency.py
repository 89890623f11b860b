"""A POST that is sent again is done once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.models import User
from factcheck.rest.idempotency import fingerprint_of
from factcheck.rest.models import IdempotentAct
from sources.models import Source
from tests.rest.conftest import URL
from tests.rest.toy import ToyViewSet

KEY = "a-key-of-the-client"


def post(client: APIClient, body: Any = None, *, key: str = KEY, path: str = URL) -> Any:
    return client.post(
        path, {"name": "Ana"} if body is None else body, format="json", HTTP_IDEMPOTENCY_KEY=key
    )


def age(**by: float) -> None:
    """Make every kept act older."""
    for act in IdempotentAct.objects.all():
        act.reserved_at -= timedelta(**by)
        act.save(update_fields=["reserved_at"])


def test_sent_again_it_is_answered_the_same_and_done_once(editor):
    first = post(editor)
    again = post(editor)

    assert Source.objects.count() == 1
    assert first.status_code == again.status_code == 201
    assert again.content == first.content
    for header in ("Content-Type", "Location", "ETag"):
        assert again[header] == first[header]
    assert again["Idempotency-Replayed"] == "true"
    assert not first.has_header("Idempotency-Replayed")


def test_an_answer_sent_again_is_private_as_well(editor):
    post(editor)

    assert post(editor)["Cache-Control"] == "private, no-store"


def test_without_a_key_it_is_done_each_time(editor):
    for _ in range(2):
        editor.post(URL, {"name": "Ana"}, format="json")

    assert Source.objects.count() == 2
    assert not IdempotentAct.objects.exists()


@pytest.mark.parametrize(
    ("body", "path"), [({"name": "Bee"}, URL), ({"name": "Ana"}, f"{URL}secret/")]
)
def test_the_same_key_for_another_request_is_a_422(editor, body, path):
    post(editor)

    response = post(editor, body, path=path)

    assert response.status_code == 422
    assert response.json()["code"] == "idempotency_key_reused"
    assert Source.objects.count() == 1


def test_a_key_belongs_to_its_user(editor):
    User.objects.create_user("colleague")
    colleague = APIClient()
    colleague.credentials(HTTP_AUTHORIZATION="Bearer colleague")
    post(editor)

    response = post(colleague, {"name": "Bee"})

    assert response.status_code == 201
    assert Source.objects.count() == 2


def test_anonymous_posts_ignore_the_key(reader):
    for key in (KEY, KEY, "not acceptable\x7f"):
        assert post(reader, key=key).status_code == 201

    assert Source.objects.count() == 3


@pytest.mark.parametrize("key", ["", " ", "a b", "ä", "x" * 256, "tab\there"])
def test_a_key_is_visible_ascii(editor, key):
    response = post(editor, key=key)

    assert response.status_code == 400
    assert response.json()["code"] == "invalid_idempotency_key"
    assert not Source.objects.exists()


def test_the_longest_key_is_fine(editor):
    assert post(editor, key="x" * 255).status_code == 201


def test_a_failed_act_frees_the_key(editor):
    failed = post(editor, {"name": ""})

    assert failed.status_code == 400
    assert not IdempotentAct.objects.exists()
    assert post(editor, {"name": "Ana"}).status_code == 201


@pytest.mark.parametrize(
    "trouble_to_raise",
    [
        exceptions.NotAuthenticated(),
        exceptions.PermissionDenied(),
        exceptions.Throttled(),
        exceptions.NotFound(),
    ],
    ids=lambda each: type(each).__name__,
)
def test_a_refusal_frees_the_key(editor, trouble, trouble_to_raise):
    trouble(trouble_to_raise)

    assert post(editor, path=f"{URL}trouble/").status_code >= 400
    assert not IdempotentAct.objects.exists()


def test_our_own_fault_frees_the_key(editor, trouble):
    trouble(RuntimeError())
    editor.raise_request_exception = False

    assert post(editor, path=f"{URL}trouble/").status_code == 500
    assert not IdempotentAct.objects.exists()


@pytest.fixture
def acts_and_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that stores something and then answers with an error, without raising it."""

    def create(self: Any, request: Any) -> Response:
        Source.add(by=None, name="Half done", kind="person")
        return Response({}, status=409)

    monkeypatch.setattr(ToyViewSet, "create", create)


def test_a_failed_act_leaves_nothing_behind(editor, acts_and_refuses):
    assert post(editor).status_code == 409
    assert not Source.objects.exists()
    assert not IdempotentAct.objects.exists()


def test_a_secret_is_not_kept(editor):
    first = post(editor, {}, path=f"{URL}secret/")
    again = post(editor, {}, path=f"{URL}secret/")

    assert first.status_code == 201
    assert again.status_code == 409
    assert again.json()["code"] == "answer_not_kept"
    assert IdempotentAct.objects.get().body is None
    assert Source.objects.count() == 1


def in_flight(**by: float) -> IdempotentAct:
    """Somebody else's act with our key and body, begun so long ago."""
    act, ours = IdempotentAct.reserve(
        user=User.objects.get(username="editor"),
        key=KEY,
        fingerprint=fingerprint_of(URL, b'{"name":"Ana"}'),
        at=timezone.now() - timedelta(**by),
    )
    assert ours
    assert act is not None
    return act


def test_what_is_being_done_is_a_409_for_now(editor):
    in_flight(seconds=59)

    response = post(editor)

    assert response.status_code == 409
    assert response.json()["code"] == "in_flight"
    assert int(response["Retry-After"]) >= 1
    assert not Source.objects.exists()


def test_another_body_is_a_422_while_it_is_being_done(editor):
    in_flight(seconds=61)

    assert post(editor, {"name": "Bee"}).status_code == 422


def test_what_was_given_up_may_be_done_by_another(editor):
    given_up = in_flight(seconds=61)

    assert post(editor).status_code == 201
    assert not given_up.keep(status=201, headers={}, body=b"late")
    given_up.free()
    assert IdempotentAct.objects.get().status == 201


def test_an_act_that_was_taken_over_does_not_count(editor, monkeypatch):
    monkeypatch.setattr(IdempotentAct, "keep", lambda self, **answer: False)

    assert post(editor).status_code == 409
    assert not Source.objects.exists()


def test_an_answer_is_kept_for_a_day(editor):
    first = post(editor)
    age(hours=23.9)

    assert post(editor).content == first.content


def test_after_a_day_the_key_is_new(editor):
    post(editor)
    age(hours=24.1)

    response = post(editor, {"name": "Bee"})

    assert response.status_code == 201
    assert IdempotentAct.objects.count() == 1
    assert Source.objects.count() == 2


def test_old_answers_are_cleared_away(editor):
    for number in range(3):
        post(editor, key=f"old-{number}")
    age(hours=25)

    post(editor, key="new")

    assert [act.key for act in IdempotentAct.objects.all()] == ["new"]


@pytest.fixture
def together(transactional_db: None) -> Iterator[Any]:
    """Runs a function in several threads at once and returns what each gave."""

    def run(function: Any, threads: int = 6) -> list[Any]:
        barrier = Barrier(threads)

        def one(number: int) -> Any:
            barrier.wait()
            try:
                return function(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(one, range(threads)))

    with override_settings(ROOT_URLCONF="tests.rest.toy"):
        yield run


def test_sent_several_times_at_once_it_is_done_once(together):
    User.objects.create_user("editor")

    def send(number: int) -> Any:
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION="Bearer editor")
        return post(client)

    responses = together(send)

    assert Source.objects.count() == 1
    statuses = {response.status_code for response in responses}
    assert statuses <= {201, 409}
    done = {response.content for response in responses if response.status_code == 201}
    assert len(done) == 1


def test_the_act_and_its_answer_are_stored_together(together, monkeypatch):
    """Whoever sees what was done finds its answer, too."""
    User.objects.create_user("editor")
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION="Bearer editor")
    seen = []
    keep = IdempotentAct.keep

    def spy(self: IdempotentAct, **answer: Any) -> bool:
        seen.append(transaction.get_connection().in_atomic_block and Source.objects.count())
        return keep(self, **answer)

    monkeypatch.setattr(IdempotentAct, "keep", spy)

    post(client)

    assert seen == [1]
    assert IdempotentAct.objects.get().status == 201
