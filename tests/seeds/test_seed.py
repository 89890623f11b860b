"""manage.py seed: the demo once, or a sentence and nothing."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from claims.models import Article, Claim, Rating
from seeds.fixtures import fixture
from seeds.people import make_roles
from seeds.ratings import make_ratings
from tests.newsroom import make_person

pytestmark = pytest.mark.django_db


def seed() -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("seed", stdout=out)
    return out.getvalue()


@pytest.mark.slow
def test_it_says_what_is_there_and_how_to_log_in():
    printed = seed()

    assert f"{Claim.objects.count()} claims" in printed
    assert "manage.py demo_logins" in printed


@pytest.mark.slow
def test_a_second_time_it_refuses_and_changes_nothing():
    seed()
    before = fixture("demo")

    with pytest.raises(CommandError, match="The demo is here already"):
        seed()

    assert fixture("demo") == before


def test_it_refuses_where_somebody_has_the_name_of_one_of_its_people():
    make_person(None, username="reviewer")

    with pytest.raises(CommandError, match="and reviewer is taken"):
        seed()

    assert not Article.objects.exists()
    assert User.objects.count() == 1


@pytest.mark.slow
def test_it_keeps_a_scale_and_roles_that_are_there():
    make_roles()
    make_ratings()
    Rating.objects.get(slug="mixed").edit(by=None, name="Half true")

    seed()

    assert Rating.objects.get(slug="mixed").name == "Half true"
    assert Rating.objects.count() == 8
