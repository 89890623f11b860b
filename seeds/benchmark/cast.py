"""Who is in the made-up newsroom: its sources, of which one is quoted everywhere, and its desk."""

from datetime import UTC, datetime, timedelta
from random import Random
from types import SimpleNamespace

from accounts.scopes import Role
from claims.models import Rating
from factcheck.index.likeness import likeness
from factcheck.records.public_id import public_id_from
from factcheck.records.slugs import readable
from seeds.benchmark.words import MOST_QUOTED, OFFICES, town
from seeds.people import demo_users, make_people, make_roles
from seeds.ratings import make_ratings

BEGINS = datetime(2020, 1, 6, 6, tzinfo=UTC)
# A version is published every so often: ten million of them take six years.
STEP = timedelta(seconds=20)
CLAIMS_PER_SOURCE, FEWEST_SOURCES = 50, 40
# How often each rating is given, in the scale's order.
WEIGHTS = {
    "true": 18,
    "mostly-true": 12,
    "mixed": 15,
    "mostly-false": 15,
    "false": 25,
    "missing-context": 9,
    "disputed": 4,
    "unproven": 2,
}


class Cast:
    """
    The desk's people and scale, made where they are missing, and the sources, not stored yet.

    `public_since` of a source is set as soon as a document names it.
    """

    def __init__(self, claims: int, seed: int) -> None:
        self.seed = seed
        make_roles()
        make_ratings()
        if not demo_users().exists():
            make_people()
        people = {user.username: user.pk for user in demo_users()}
        self.annotator, self.reviewer = people[Role.ANNOTATOR], people[Role.REVIEWER]
        self.ratings = {rating.slug: rating for rating in Rating.objects.all()}
        count = max(FEWEST_SOURCES, claims // CLAIMS_PER_SOURCE)
        self.sources = [self._source(number) for number in range(count)]
        self._media = [each for each in self.sources if each.kind == "media"]

    def id_of(self, kind: str, key: object) -> str:
        """The public id of a row, the same each time."""
        return public_id_from(f"benchmark/{self.seed}/{kind}/{key}")

    def most_quoted(self) -> SimpleNamespace:
        """The source that stands in a third of all claims."""
        return self.sources[0]

    def anyone(self, chance: Random, *but: SimpleNamespace) -> SimpleNamespace:
        """One of the others: a few often, most of them rarely (Zipf's law)."""
        while True:
            source = self.sources[int(len(self.sources) ** chance.random())]
            if source not in but:
                return source

    def paper(self, number: int) -> SimpleNamespace:
        """The outlet that prints what happens in this town."""
        return self._media[number % len(self._media)]

    def rating(self, chance: Random) -> Rating:
        return self.ratings[chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]]

    def _source(self, number: int) -> SimpleNamespace:
        name, kind = MOST_QUOTED
        if number:
            office, kind = OFFICES[number % len(OFFICES)]
            name = office.format(town(number // len(OFFICES)))
        return SimpleNamespace(
            id=number + 1,
            public_id=self.id_of("source", number),
            created_at=BEGINS - timedelta(days=1),
            created_by_id=self.annotator,
            name=name,
            likeness=likeness(name),
            slug=readable(name),
            kind=kind,
            country="",
            public_since=None,
        )
