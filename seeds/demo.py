"""The demo: the desk's people, its scale, and its two stories."""

from django.db import transaction

from accounts.models import User
from accounts.scopes import Role
from claims.models import Article
from factcheck.records.refusals import Refused
from seeds.bridge import BRIDGE
from seeds.diary import live_through
from seeds.people import make_people, make_roles
from seeds.ratings import make_ratings
from seeds.telling import Telling, id_of
from seeds.troops import TROOPS

STORIES = [TROOPS, BRIDGE]


@transaction.atomic
def tell_demo() -> None:
    """
    The whole demo, in a database where it is not yet.

    Told twice in two empty databases it gives the same rows. Raises Refused when any of it is
    here already, or somebody has the name of one of its people.
    """
    _refuse_if_here()
    make_roles()
    make_ratings()
    make_people()
    for story in STORIES:
        Telling(story).tell()
    live_through(STORIES)


def _refuse_if_here() -> None:
    ids = [id_of(story, "article", article.key) for story in STORIES for article in story.articles]
    if Article.objects.filter(public_id__in=ids).exists():
        raise Refused("The demo is here already. It is told once, into a database without it.")
    taken = User.objects.filter(username__in=list(Role)).order_by("username")
    if taken.exists():
        names = ", ".join(user.username for user in taken)
        raise Refused(f"The demo needs the user names of its own people, and {names} is taken.")
