"""People, roles and tokens in the admin."""

import re

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.models import Token, User
from accounts.scopes import Role, Scope
from tests.desk.editor import Editor
from tests.newsroom import make_person, the

pytestmark = pytest.mark.django_db

ADD = "/admin/accounts/token/add/"


@pytest.fixture
def ann(annotator: User) -> Editor:
    return Editor(annotator)


@pytest.fixture
def ada(administrator: User) -> Editor:
    return Editor(administrator)


def test_the_list_of_people_speaks_plainly(ada: Editor):
    text = ada.text_of("/admin/accounts/user/")

    assert "Add a user" in text
    assert "Get full name" not in text


def test_a_token_is_shown_once_and_opens_what_it_says(ann: Editor):
    answer = ann.client.post(ADD, {"name": "my script", "scopes": ["read"], "expires_at": ""})

    text = re.search(r"fc_\w+_\w+", answer.content.decode())
    assert text is not None
    assert Token.objects.shown_as(text[0]) == Token.objects.get()
    assert "no-store" in answer["Cache-Control"]
    assert f'data-copy="{text[0]}"' in answer.content.decode()
    assert text[0] not in ann.text_of("/admin/accounts/token/")


def test_a_token_may_no_more_than_ones_role(ann: Editor):
    page = ann.text_of(ADD)
    answer = ann.client.post(ADD, {"scopes": [Scope.VERDICTS_PUBLISH]})

    assert 'value="claims:write"' in page
    assert 'value="verdicts:publish"' not in page
    assert answer.status_code == 200
    assert not Token.objects.exists()


def test_a_token_names_a_scope_and_does_not_expire_in_the_past(ann: Editor):
    without = ann.client.post(ADD, {"name": "x"}).content.decode()
    late = {"scopes": ["read"], "expires_at": "2020-01-01T00:00"}
    passed = ann.client.post(ADD, late).content.decode()

    assert "This field is required" in without
    assert "passed already" in passed
    assert not Token.objects.exists()


def test_a_token_with_an_end_has_it(ann: Editor):
    year = timezone.now().year + 1

    ann.client.post(ADD, {"scopes": ["read"], "expires_at": f"{year}-01-01T12:00"})

    assert Token.objects.get().expires_at.year == year


def test_one_sees_ones_own_tokens_and_an_administrator_everybodys(ann: Editor, ada: Editor):
    Token.issue(user=ann.person, scopes=["read"], name="mine")
    Token.issue(user=the(Role.REVIEWER), scopes=["read"], name="theirs")

    own, all_of_them = (each.text_of("/admin/accounts/token/") for each in (ann, ada))

    assert "mine" in own
    assert "theirs" not in own
    assert "mine" in all_of_them
    assert "theirs" in all_of_them


def test_a_token_is_revoked_on_its_page(ann: Editor):
    token, _ = Token.issue(user=ann.person, scopes=["read"])

    ann.client.post(f"/admin/accounts/token/{token.pk}/change/", {"_revoke": "1"})

    token.refresh_from_db()
    assert token.revoked_by == ann.person


def test_tokens_are_revoked_from_the_list_and_stay_there(ada: Editor, ann: Editor):
    token, _ = Token.issue(user=ann.person, scopes=["read"], name="lost laptop")

    chosen = {"action": "revoke", "_selected_action": [token.pk]}
    text = ada.client.post("/admin/accounts/token/", chosen, follow=True).content.decode()

    token.refresh_from_db()
    assert token.revoked_by == ada.person
    assert "Revoked: lost laptop" in text


def test_somebody_elses_token_is_not_ones_own_to_revoke(ann: Editor):
    token, _ = Token.issue(user=the(Role.REVIEWER), scopes=["read"])

    ann.client.post(f"/admin/accounts/token/{token.pk}/change/", {"_revoke": "1"})

    token.refresh_from_db()
    assert token.revoked_at is None


def test_tokens_and_people_are_never_deleted(ada: Editor):
    token, _ = Token.issue(user=ada.person, scopes=["read"])

    for page in (f"accounts/token/{token.pk}", f"accounts/user/{ada.person.pk}"):
        assert ada.client.post(f"/admin/{page}/delete/", {"post": "yes"}).status_code == 403


def test_an_administrator_gives_somebody_a_role(ada: Editor):
    person = make_person(None, username="new")
    role = Group.objects.get(name=Role.ADMINISTRATOR)
    page = ada.open(f"/admin/accounts/user/{person.pk}/change/")

    page.press("", groups=[role.pk])

    assert User.objects.get(pk=person.pk).has_perm(Scope.DESK_MANAGE.permission)


def test_an_administrator_adds_somebody(ada: Editor):
    page = ada.open("/admin/accounts/user/add/")

    page.press("", username="new", password1="a long enough word", password2="a long enough word")

    assert User.objects.filter(username="new", is_superuser=False).exists()


def test_nobody_makes_themselves_a_superuser_by_the_form(ada: Editor):
    page = ada.open(f"/admin/accounts/user/{ada.person.pk}/change/")

    page.press("", is_superuser="on", user_permissions=["1"])

    ada.person.refresh_from_db()
    assert not ada.person.is_superuser


@pytest.mark.parametrize("page", ["accounts/user/", "auth/group/"])
def test_people_and_roles_are_administrators_matter(page: str, ann: Editor):
    assert ann.client.get(f"/admin/{page}").status_code == 403


def test_a_role_says_what_it_may_and_cannot_be_changed(ada: Editor):
    group = ada.person.groups.get()

    assert "Manage people, tokens and the rating scale" in ada.text_of("/admin/auth/group/")
    assert ada.client.post(f"/admin/auth/group/{group.pk}/change/", {}).status_code == 403
