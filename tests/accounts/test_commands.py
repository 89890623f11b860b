"""manage.py create_token: one token, printed once, within what its user's role allows."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import Token, User
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db


def create_token(*arguments: str) -> tuple[str, str]:
    """What the command prints on standard output and on standard error."""
    out, err = io.StringIO(), io.StringIO()
    call_command("create_token", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refusal(*arguments: str) -> str:
    """The sentence with which the command refuses, having issued nothing."""
    with pytest.raises(CommandError) as refused:
        create_token(*arguments)
    assert not Token.objects.exists()
    return str(refused.value)


def test_standard_output_is_the_token_alone():
    person = make_person("annotator", username="kim")

    out, err = create_token("kim", "--scope", "read", "--name", "archive bot")

    token = Token.objects.shown_as(out.strip())
    assert (token.user, token.scopes, token.name) == (person, ["read"], "archive bot")
    assert out.count("\n") == 1
    assert "Acts as kim with read, until it is revoked." in err
    assert out.strip() not in err


@pytest.mark.parametrize(
    "scopes",
    [
        ["--scope", "read", "--scope", "claims:write"],
        ["--scope", "read", "claims:write"],
        ["--scope", "claims:write", "read", "read"],
    ],
)
def test_several_scopes_are_named_either_way(scopes):
    make_person("annotator", username="kim")

    create_token("kim", *scopes)

    assert Token.objects.get().scopes == ["claims:write", "read"]


def test_a_token_can_expire():
    make_person("annotator", username="kim")

    create_token("kim", "--scope", "read", "--expires-in-days", "30")

    assert timedelta(29) < Token.objects.get().expires_at - timezone.now() <= timedelta(30)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("0", "A token lasts at least one day."),
        ("-1", "A token lasts at least one day."),
        ("9999999", "9999999 days is longer than a calendar can say."),
    ],
)
def test_an_impossible_span_of_days_is_refused(days, sentence):
    make_person("annotator", username="kim")

    assert refusal("kim", "--scope", "read", f"--expires-in-days={days}") == sentence


def test_an_unknown_user_is_refused_with_the_known_ones():
    make_person("annotator", username="kim")

    assert refusal("jim", "--scope", "read") == "There is no user jim. There are: kim."


def test_a_user_who_may_not_log_in_gets_no_token():
    make_person("annotator", username="kim", is_active=False)

    assert "kim may not log in" in refusal("kim", "--scope", "read")


@pytest.mark.parametrize("scope", ["verdicts:burn", "desk:manage"])
def test_an_unknown_scope_is_refused_with_the_known_ones(scope):
    make_person("administrator", username="kim")

    sentence = refusal("kim", "--scope", "read", scope)

    assert f"There is no scope {scope}. The scopes are: read, articles:write" in sentence


def test_a_scope_beyond_the_role_is_refused_by_name():
    make_person("annotator", username="kim")

    sentence = refusal("kim", "--scope", "read", "verdicts:publish", "webhooks:manage")

    assert sentence == "kim (annotator) may not do verdicts:publish, webhooks:manage."


def test_somebody_without_a_role_gets_no_token():
    make_person(None, username="kim")

    assert refusal("kim", "--scope", "read") == "kim (no role) may not do read."


def test_a_superuser_needs_no_role():
    User.objects.create_superuser("kim")

    out, _ = create_token("kim", "--scope", "webhooks:manage")

    assert Token.objects.shown_as(out.strip()).user.username == "kim"
