"""manage.py demo_logins: known passwords, on one's own machine only."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Token, User
from accounts.scopes import TOKEN_SCOPES, Role, scopes_of
from seeds.people import make_people, make_roles
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def debug(settings):
    settings.DEBUG = True


@pytest.fixture
def people() -> None:
    make_roles()
    make_people()


def demo_logins(*options: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("demo_logins", *options, stdout=out)
    return out.getvalue()


def printed_token(printed: str, role: Role) -> Token:
    [text] = [
        line.split()[-1]
        for line in printed.splitlines()
        if line.split()[:1] == [role] and "fc_" in line
    ]
    return Token.objects.shown_as(text)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.usefixtures("people")
def test_each_role_can_log_in_with_the_password_that_is_printed(role):
    printed = demo_logins()

    assert f"{role:<14}  password {role}-demo" in printed
    assert User.objects.get(username=role).check_password(f"{role}-demo")


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.usefixtures("people")
def test_each_role_gets_a_token_for_all_that_it_may_do(role):
    token = printed_token(demo_logins(), role)

    assert (token.user.username, token.name) == (role, "demo")
    assert set(token.scopes) == set(scopes_of(role)) & set(TOKEN_SCOPES)


@pytest.mark.usefixtures("people")
def test_run_again_it_replaces_the_tokens_and_keeps_everything_else():
    first = demo_logins()
    user = User.objects.get(username=Role.ANNOTATOR)
    own, _ = Token.issue(user=user, scopes=["read"], name="my script")

    demo_logins()

    assert Token.objects.filter(name="demo").count() == 3
    assert Token.objects.filter(pk=own.pk).exists()
    # The same hash, so that whoever is logged in stays so.
    assert User.objects.get(username=Role.ANNOTATOR).password == user.password
    assert not Token.objects.shown_as(first.split()[-1])


@pytest.mark.usefixtures("people")
def test_it_refuses_where_others_could_log_in(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="only with DEBUG on"):
        demo_logins()

    assert not User.objects.get(username=Role.ANNOTATOR).has_usable_password()
    assert not Token.objects.exists()


def test_without_the_demo_it_says_how_to_load_it():
    with pytest.raises(CommandError, match=r"Load it with “manage\.py loaddata demo”"):
        demo_logins()


def test_it_does_not_touch_somebody_who_only_has_such_a_name():
    for role in Role:
        make_person(role, username=role, email=f"{role}@newsroom.example", password="their own")

    with pytest.raises(CommandError, match="there is no demo user annotator, reviewer, admin"):
        demo_logins()

    assert all(user.check_password("their own") for user in User.objects.all())


@pytest.mark.usefixtures("people")
def test_keeping_tokens_prints_the_passwords_alone():
    token = printed_token(demo_logins(), Role.ANNOTATOR)

    printed = demo_logins("--keep-tokens")

    assert "annotator-demo" in printed
    assert "fc_" not in printed
    assert Token.objects.filter(pk=token.pk).exists()
