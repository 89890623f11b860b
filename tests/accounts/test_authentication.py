"""Who is asking: what the API makes of a token and of the desk's session."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Token, User
from sources.models import Source
from tests import newsroom
from tests.newsroom import ApiClient, client_of, make_token

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"
MAYOR = {"name": "Mayor", "kind": "person"}


def showing(header):
    client = ApiClient()
    client.credentials(HTTP_AUTHORIZATION=header)
    return client


def expired(user):
    then = timezone.now() - timedelta(seconds=1)
    return Token.issue(user=user, scopes=["read"], expires_at=then)[1]


def revoked(user):
    token, text = Token.issue(user=user, scopes=["read"])
    token.revoke(by=user)
    return text


def of_somebody_who_left(user):
    text = make_token(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    return text


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_a_token_opens_what_its_user_may(scheme, annotator):
    hidden = newsroom.make_source()

    answer = showing(f"{scheme} {make_token(annotator)}").get(f"{SOURCES}{hidden.public_id}/")

    assert answer.status_code == 200


@pytest.mark.parametrize("make", [expired, revoked, of_somebody_who_left])
def test_a_token_that_no_longer_opens_is_told_so_even_where_anybody_may_read(make, annotator):
    answer = showing(f"Bearer {make(annotator)}").get(SOURCES)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="factcheck"'
    assert answer.json()["detail"] == "This token is unknown, has expired or was revoked."


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer ", "Bearer x", "Basic YTpi", "fc_0000000000_x", "Token x", "Bearer fc_é_1"],
)
def test_any_other_authorization_is_a_401(header):
    answer = showing(header).get(SOURCES)

    assert answer.status_code == 401
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert "Set-Cookie" not in answer.headers


def test_a_use_is_remembered(annotator):
    client = client_of(annotator, "read")

    client.get(SOURCES)

    assert timezone.now() - Token.objects.get().last_used_at < timedelta(minutes=1)


def test_a_session_writes_only_with_its_csrf_token(annotator):
    client = ApiClient(enforce_csrf_checks=True)
    client.force_login(annotator)

    answer = client.post(SOURCES, MAYOR)

    assert answer.status_code == 403
    assert not Source.objects.exists()


def test_a_session_with_its_csrf_token_writes(annotator):
    client = ApiClient(enforce_csrf_checks=True)
    client.force_login(annotator)
    client.get("/admin/password_change/")
    token = client.cookies["csrftoken"].value

    answer = client.post(SOURCES, MAYOR, HTTP_X_CSRFTOKEN=token)

    assert answer.status_code == 201
    assert Source.objects.get().created_by == annotator


def test_a_token_writes_without_csrf_even_from_a_browser_that_is_logged_in(annotator, reviewer):
    client = ApiClient(enforce_csrf_checks=True)
    client.force_login(annotator)
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {make_token(reviewer)}")

    answer = client.post(SOURCES, MAYOR)

    assert answer.status_code == 201
    assert Source.objects.get().created_by == reviewer


def test_a_write_without_any_is_a_401_that_says_how(api):
    answer = api.post(SOURCES, MAYOR)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
