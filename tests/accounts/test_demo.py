"""The login page says when the demo's people cannot log in yet."""

from typing import Any

import pytest
from django.test import Client

from accounts.demo import UNLOCK, demo_users_are_locked
from accounts.models import User

pytestmark = pytest.mark.django_db


def demo_person(username: str = "annotator") -> User:
    return User.objects.create_user(username)


def test_locked_demo_users_are_told_of_while_trying(client: Client, settings: Any):
    settings.DEBUG = True
    demo_person()

    assert UNLOCK in client.get("/admin/login/").content.decode()


def test_nothing_is_told_once_somebody_has_a_password(client: Client, settings: Any):
    settings.DEBUG = True
    person = demo_person()
    person.set_password("annotator-demo")
    person.save()

    assert UNLOCK not in client.get("/admin/login/").content.decode()


def test_nothing_is_told_in_production(settings: Any):
    settings.DEBUG = False
    demo_person()

    assert not demo_users_are_locked()


def test_nothing_is_told_without_a_demo(settings: Any):
    settings.DEBUG = True
    demo_person("somebody")

    assert not demo_users_are_locked()
