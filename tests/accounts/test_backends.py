"""What the desk's backend says somebody may do is what Django's own would say."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Permission

from accounts.backends import RoleBackend
from accounts.models import User
from accounts.scopes import Role, Scope
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db


def in_two_groups_and_by_name():
    person = make_person(Role.ANNOTATOR)
    person.groups.add(make_person(Role.REVIEWER).groups.get())
    person.user_permissions.add(Permission.objects.get(codename=Scope.WEBHOOKS_MANAGE.codename))
    return person


@pytest.mark.parametrize(
    "somebody",
    [
        *((lambda role=role: make_person(role)) for role in Role),
        in_two_groups_and_by_name,
        lambda: make_person(None),
        lambda: make_person(Role.REVIEWER, is_active=False),
        lambda: make_person(None, is_superuser=True),
    ],
)
def test_it_is_as_generous_as_djangos(somebody):
    key = somebody().pk

    said = RoleBackend().get_all_permissions(User.objects.get(pk=key))

    assert said == ModelBackend().get_all_permissions(User.objects.get(pk=key))


def test_the_anonymous_may_nothing():
    assert RoleBackend().get_all_permissions(AnonymousUser()) == set()


def test_it_asks_once_for_each_who_asks(django_assert_num_queries):
    person = User.objects.get(pk=make_person(Role.REVIEWER).pk)

    with django_assert_num_queries(1):
        assert person.has_perm(Scope.VERDICTS_PUBLISH.permission)
        assert not person.has_perm(Scope.DESK_MANAGE.permission)


def test_what_a_caller_does_with_the_answer_grants_nothing():
    person = make_person(Role.ANNOTATOR)

    RoleBackend().get_all_permissions(person).add(Scope.DESK_MANAGE.permission)

    assert not person.has_perm(Scope.DESK_MANAGE.permission)
