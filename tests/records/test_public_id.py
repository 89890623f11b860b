"""Public ids: ten characters that survive being read aloud."""

import pytest
from django.core.exceptions import ValidationError

from factcheck.records.public_id import (
    ALPHABET,
    new_public_id,
    public_id_from,
    validate_public_id,
)
from tests import newsroom


def test_an_id_is_ten_characters_without_look_alikes():
    ids = {new_public_id() for _ in range(500)}

    assert len(ids) == 500
    assert all(len(each) == 10 and set(each) <= set(ALPHABET) for each in ids)
    assert not set(ALPHABET) & set("ilou")
    assert {character for each in ids for character in each} == set(ALPHABET)


def test_a_key_always_has_the_same_id_and_another_key_another():
    ids = {public_id_from(f"claim-{number}") for number in range(500)}

    assert len(ids) == 500
    assert public_id_from("north-korean-troops") == public_id_from("north-korean-troops")
    for each in ids:
        validate_public_id(each)


@pytest.mark.parametrize(
    "text", ["", "short", "0123456789a", "012345678l", "ABCDEFGHJK", "012345678\n"]
)
def test_what_is_not_an_id_is_refused(text):
    with pytest.raises(ValidationError, match="without i, l, o and u"):
        validate_public_id(text)


@pytest.mark.django_db
def test_rows_are_given_an_id_unless_they_bring_one():
    told = newsroom.make_source("Told", public_id=public_id_from("told"))
    given = newsroom.make_source("Given")

    assert told.public_id == public_id_from("told")
    validate_public_id(given.public_id)


@pytest.mark.django_db
def test_two_rows_never_share_an_id():
    first = newsroom.make_source("First")

    with pytest.raises(ValidationError) as refusal:
        newsroom.make_source("Second", public_id=first.public_id)

    assert list(refusal.value.message_dict) == ["public_id"]
