"""Every page of the admin opens, for every role; and for nobody else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from accounts.scopes import Role
from tests.desk.editor import Editor
from tests.desk.newsroom import make_newsroom
from tests.kept import kept_rows
from tests.newsroom import make_person, the

MODELS = sorted(
    model._meta.label_lower
    for model in admin.site._registry
    if model._meta.app_label in ("accounts", "auth", "claims", "publishing", "sources")
)
# Nobody's record: it has no page of its own that anybody writes on.
LEDGER = "claims.factcheckversion"
FOR_ADMINISTRATORS = ("accounts.user", "auth.group", "publishing.subscription")


def address(label: str, page: str) -> str:
    return f"/admin/{label.replace('.', '/')}/{page}"


def test_every_model_is_here():
    assert set(MODELS) == {
        "accounts.token",
        "accounts.user",
        "auth.group",
        "claims.article",
        "claims.claim",
        "claims.factcheckversion",
        "claims.question",
        "claims.rating",
        "claims.verdict",
        "publishing.importedreview",
        "publishing.reviewlabel",
        "publishing.subscription",
        "sources.source",
    }


@pytest.fixture(scope="module")
def rows(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """One row of each model, by the model's label."""
    with kept_rows(django_db_blocker):
        yield make_newsroom()


@pytest.mark.django_db
@pytest.mark.parametrize("label", MODELS)
def test_every_page_opens_or_says_no_to_every_role(rows: dict[str, Any], label: str):
    row = rows[label]
    key = getattr(row, "public_id", row.pk)
    pages = ["", "?q=bridge", "add/", f"{key}/change/", f"{key}/history/", f"{key}/delete/"]

    for role in Role:
        client = Editor(the(role)).client
        statuses = {page: client.get(address(label, page)).status_code for page in pages}

        assert set(statuses.values()) <= {200, 302, 403}, role
        may_see = label not in FOR_ADMINISTRATORS or role is Role.ADMINISTRATOR
        assert (statuses[""], statuses["?q=bridge"]) == ((200, 200) if may_see else (403, 403))


@pytest.mark.django_db
@pytest.mark.parametrize("label", ["claims.claim", "claims.verdict", "claims.article"])
def test_a_record_opens_by_its_public_id_and_by_its_key(
    rows: dict[str, Any], label: str, ann: Editor
):
    row = rows[label]

    assert ann.client.get(address(label, f"{row.public_id}/change/")).status_code == 200
    assert ann.client.get(address(label, f"{row.pk}/change/")).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("label", ["claims.claim", "claims.verdict", "sources.source"])
def test_a_record_that_is_not_there_leads_to_the_queue(label: str, ann: Editor):
    response = ann.client.get(address(label, "0000000000/change/"))

    assert response.status_code == 302


@pytest.mark.django_db
@pytest.mark.usefixtures("rows")
def test_the_queue_opens_for_every_role():
    for role in Role:
        assert "Waiting for review" in Editor(the(role)).text_of("/admin/")


@pytest.mark.django_db
def test_a_superuser_is_an_administrator_as_they_are():
    root = User.objects.create_superuser("root", password="a long password indeed")

    client = Editor(root).client

    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/accounts/user/").status_code == 200


@pytest.mark.django_db
def test_staff_without_a_role_are_told_whom_to_ask(client: Client):
    make_person(None, username="staff", password="a long password", is_staff=True)

    response = client.post("/admin/login/", {"username": "staff", "password": "a long password"})

    assert "no role at the desk yet" in response.content.decode()


@pytest.mark.django_db
def test_a_reader_is_asked_to_log_in(client: Client):
    assert client.get("/admin/claims/claim/").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(
    "label",
    [label for label in MODELS if label.startswith(("claims.", "sources.")) and label != LEDGER],
)
def test_who_may_only_read_reads_every_page_and_finds_no_button(rows: dict[str, Any], label: str):
    row = rows[label]
    guest = make_person(None, username="guest")
    guest.user_permissions.add(Permission.objects.get(codename="read"))
    editor = Editor(guest)

    page = editor.open(address(label, f"{row.public_id}/change/"))

    assert page.buttons == []
    assert editor.client.get(address(label, "add/")).status_code == 403
    assert editor.client.post(page.address, {"_act": "save"}).status_code == 403
    assert editor.client.get(address(label, f"{row.public_id}/delete/")).status_code == 403


@pytest.mark.django_db
def test_no_page_has_inline_script_or_style(rows: dict[str, Any], rey: Editor):
    for page in ("/admin/", f"/admin/claims/claim/{rows['claims.claim'].public_id}/change/"):
        text = rey.text_of(page)
        assert "style=" not in text
        assert "<style" not in text
        assert "onclick" not in text
        assert "<script>" not in text
