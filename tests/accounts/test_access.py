"""May they? By role, by token, and neither more than the other allows."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.access import may, require
from accounts.scopes import Role, Scope, scopes_of
from factcheck.records.refusals import NotAllowed
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("scope", Scope)
def test_a_role_may_exactly_what_its_scopes_say(role, scope):
    assert may(make_person(role), scope) == (scope in scopes_of(role))


@pytest.mark.parametrize("scope", Scope)
def test_nobody_may_without_a_role(scope, outsider):
    assert not may(outsider, scope)
    assert not may(AnonymousUser(), scope)


@pytest.mark.parametrize("scope", Scope)
def test_somebody_who_left_may_nothing(scope):
    assert not may(make_person(Role.ADMINISTRATOR, is_active=False), scope)


@pytest.mark.parametrize("scope", Scope)
def test_a_superuser_is_an_administrator_as_they_are(scope):
    assert may(make_person(None, is_superuser=True), scope)


@pytest.mark.parametrize("scope", Scope)
def test_a_token_allows_its_own_scopes_within_the_role(scope, annotator):
    annotator.token_scopes = frozenset({"read", "verdicts:publish"})

    assert may(annotator, scope) == (scope == Scope.READ)


def test_a_token_limits_a_superuser_too():
    root = make_person(None, is_superuser=True)
    root.token_scopes = frozenset({"read"})

    assert may(root, Scope.READ)
    assert not may(root, Scope.VERDICTS_PUBLISH)


def test_a_command_may_everything():
    require(None, Scope.DESK_MANAGE)


def test_the_refusal_names_the_role_that_is_needed(annotator):
    with pytest.raises(NotAllowed) as refusal:
        require(annotator, Scope.VERDICTS_PUBLISH)

    assert refusal.value.message == (
        "This needs the role reviewer (publish, send back, correct and retract)."
    )


def test_the_refusal_names_the_scope_that_the_token_lacks(reviewer):
    reviewer.token_scopes = frozenset({"read"})

    with pytest.raises(NotAllowed, match=r"This token lacks the scope verdicts:publish\."):
        require(reviewer, Scope.VERDICTS_PUBLISH)


def test_a_missing_role_is_named_before_a_missing_token_scope(annotator):
    annotator.token_scopes = frozenset({"read"})

    with pytest.raises(NotAllowed, match="This needs the role reviewer"):
        require(annotator, Scope.VERDICTS_PUBLISH)
