"""People of the desk."""

import pytest
from axes.models import AccessLog
from django.db.models import ProtectedError
from django.urls import reverse

from accounts.models import User
from accounts.scopes import Role, Scope
from tests import newsroom
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"first_name": "Ada", "last_name": "Byron"}, "Ada Byron"), ({}, "ada")],
)
def test_somebody_is_called_by_their_name_or_else_their_username(fields, name):
    assert make_person(username="ada", **fields).display_name == name


def test_who_may_do_something_is_listed_by_name_without_those_who_left():
    for username, role, active in [
        ("zoe", Role.REVIEWER, True),
        ("ada", Role.ADMINISTRATOR, True),
        ("bob", Role.ANNOTATOR, True),
        ("eve", Role.REVIEWER, False),
    ]:
        make_person(role, username=username, is_active=active)
    make_person(None, username="root", is_superuser=True)

    holding = User.objects.holding(Scope.VERDICTS_PUBLISH)

    assert [user.username for user in holding] == ["ada", "root", "zoe"]


def test_somebody_whose_work_is_kept_is_not_deleted(annotator):
    newsroom.make_article(by=annotator)

    with pytest.raises(ProtectedError):
        annotator.delete()


def test_nobody_keeps_from_where_somebody_logs_in(client):
    make_person(username="ada", password="right")

    answer = client.post(reverse("admin:login"), {"username": "ada", "password": "right"})

    assert answer.status_code == 302
    assert not AccessLog.objects.exists()
