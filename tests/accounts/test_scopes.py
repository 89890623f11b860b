"""What each role may do."""

import pytest

from accounts.scopes import DESCRIPTIONS, TOKEN_SCOPES, Role, Scope, lowest_role, scopes_of

WRITES = {
    Scope.READ,
    Scope.ARTICLES_WRITE,
    Scope.SOURCES_WRITE,
    Scope.QUESTIONS_WRITE,
    Scope.CLAIMS_WRITE,
    Scope.VERDICTS_WRITE,
}


def test_each_role_includes_the_one_before_it():
    annotator, reviewer, administrator = (set(scopes_of(role)) for role in Role)

    assert annotator == WRITES
    assert reviewer - annotator == {Scope.VERDICTS_PUBLISH}
    assert administrator - reviewer == {Scope.WEBHOOKS_MANAGE, Scope.DESK_MANAGE}
    assert annotator < reviewer < administrator == set(Scope)


def test_a_token_never_manages_people():
    assert set(Scope) - set(TOKEN_SCOPES) == {Scope.DESK_MANAGE}


@pytest.mark.parametrize("scope", Scope)
def test_every_scope_has_a_description_a_permission_and_a_lowest_role(scope):
    assert DESCRIPTIONS[scope]
    assert scope.permission == f"accounts.{scope.value.replace(':', '_')}"
    assert scope in scopes_of(lowest_role(scope))


def test_the_lowest_role_is_the_first_that_may():
    assert lowest_role(Scope.READ) == Role.ANNOTATOR
    assert lowest_role(Scope.VERDICTS_PUBLISH) == Role.REVIEWER
    assert lowest_role(Scope.DESK_MANAGE) == Role.ADMINISTRATOR
