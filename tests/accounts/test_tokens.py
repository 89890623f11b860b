"""API tokens: shown once, kept as an HMAC, limited in what and in how long."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Token, User
from accounts.scopes import Scope
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db

LATER, EARLIER = timedelta(hours=1), timedelta(hours=-1)


def issue(user, *scopes, **fields):
    return Token.issue(user=user, scopes=scopes or ["read"], **fields)


def test_a_token_is_recognised_by_the_text_it_was_shown_as(annotator):
    token, text = issue(annotator)

    assert Token.objects.shown_as(text) == token
    assert text.startswith(f"fc_{token.key}_")


def test_the_database_does_not_know_the_text(annotator):
    _, text = issue(annotator)
    secret = text.rsplit("_", 1)[1]

    stored = serializers.serialize("json", Token.objects.all())

    assert len(secret) == 40
    assert secret not in stored
    assert len(json.loads(stored)[0]["fields"]["digest"]) == 64


def test_another_secret_key_knows_none_of_the_tokens(annotator, settings):
    _, text = issue(annotator)

    settings.SECRET_KEY = "another key, as after the database was copied elsewhere"

    assert Token.objects.shown_as(text) is None


def test_two_tokens_are_never_alike(annotator):
    texts = {issue(annotator)[1] for _ in range(20)}

    assert len({text.split("_")[1] for text in texts}) == 20
    assert len({text.split("_")[2] for text in texts}) == 20


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1] + ("0" if text[-1] != "0" else "1"),
        lambda text: text.upper(),
        lambda text: text[:-1],
        lambda text: text + "0",
        lambda text: text + "\n",
        lambda text: text.replace("fc_", "xx_"),
        lambda text: text.replace("_", "\0", 1),
        lambda text: f"fc_{'0' * 10}_{text.split('_')[2]}",
        lambda text: "",
        lambda text: "fc__",
        lambda text: "fc_ключ_секрет",
    ],
)
def test_any_other_text_opens_nothing(spoil, annotator):
    _, text = issue(annotator)

    assert Token.objects.shown_as(spoil(text)) is None


def test_one_tokens_key_with_anothers_secret_opens_nothing(annotator):
    _, first = issue(annotator)
    _, second = issue(annotator)

    mixed = first.rsplit("_", 1)[0] + "_" + second.rsplit("_", 1)[1]

    assert Token.objects.shown_as(mixed) is None


@pytest.mark.parametrize(("after", "usable"), [(LATER, True), (EARLIER, False), (None, True)])
def test_a_token_opens_until_it_expires(after, usable, annotator):
    expires_at = after and timezone.now() + after

    _, text = issue(annotator, expires_at=expires_at)

    assert (Token.objects.shown_as(text) is not None) == usable


def test_a_revoked_token_opens_nothing_and_keeps_its_first_date(annotator, administrator):
    token, text = issue(annotator)
    then = datetime(2026, 3, 2, 12, tzinfo=UTC)

    token.revoke(by=administrator, at=then)
    token.revoke(by=annotator)

    assert Token.objects.shown_as(text) is None
    assert (token.revoked_at, token.revoked_by) == (then, administrator)


def test_the_token_of_somebody_who_left_opens_nothing(annotator):
    _, text = issue(annotator)

    User.objects.filter(pk=annotator.pk).update(is_active=False)

    assert Token.objects.shown_as(text) is None


@pytest.mark.parametrize(
    ("scopes", "words"),
    [
        (["read", "everything"], "There is no scope everything. The scopes are: read, "),
        (["desk:manage"], "There is no scope desk:manage."),
        ([], "Name a scope."),
    ],
)
def test_a_token_has_known_scopes_and_at_least_one(scopes, words, annotator):
    with pytest.raises(ValidationError) as refusal:
        Token.issue(user=annotator, scopes=scopes)

    assert any(words in message for message in refusal.value.message_dict["scopes"])
    assert not Token.objects.exists()


def test_its_user_acts_within_its_scopes(reviewer):
    _, text = issue(reviewer, "read", "verdicts:write", "read")

    token = Token.objects.shown_as(text)

    assert token.scopes == ["read", "verdicts:write"]
    assert token.acting_user().token_scopes == {Scope.READ, Scope.VERDICTS_WRITE}
    assert User.objects.get(pk=reviewer.pk).token_scopes is None


def test_its_last_use_is_kept_to_the_minute(annotator):
    token, _ = issue(annotator)
    first = datetime(2026, 3, 2, 12, tzinfo=UTC)
    uses = [first, first + timedelta(seconds=59), first + timedelta(seconds=61)]

    kept = []
    for at in uses:
        token.note_use(at)
        token.refresh_from_db()
        kept.append(token.last_used_at)

    assert kept == [uses[0], uses[0], uses[2]]


def test_deleting_somebody_takes_their_tokens_with_them():
    person = make_person()
    issue(person)

    person.delete()

    assert not Token.objects.exists()
