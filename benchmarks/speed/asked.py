"""
What is asked of each server, made from the database that it serves: prints it as JSON.

    DATABASE_URL=… python -m benchmarks.speed.asked

Run for each database, because each process of Django knows one. The questions follow from the
data and are the same on every database of the same size.
"""

import json
import os
import sys
from collections.abc import Iterator
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

# How many different addresses a row has, where there are so many.
MOST = 4000
PAGE = 50
# A source hardly ever quoted stands in so many checks of one rating.
SELDOM = 12
# The first so many of a row are compared before anything is measured.
COMPARED = 5
# What the peers would put on their tables for what they are asked.
PEERS_INDEXES = [
    "CREATE INDEX IF NOT EXISTS peers_by_date ON claims_verdict (published_at, id) "
    "WHERE state = 'published'",
    "CREATE INDEX IF NOT EXISTS peers_by_rating ON claims_verdict (rating_id, published_at, id) "
    "WHERE state = 'published'",
]


def main() -> None:
    django.setup()
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in PEERS_INDEXES:
            cursor.execute(statement)
        cursor.execute("ANALYZE claims_verdict")
    json.dump({"rows": rows(), "token": token()}, sys.stdout)


def token() -> str:
    """A token with which the desk's list is read."""
    from accounts.models import Token
    from seeds.people import demo_users

    user = demo_users().get(username="annotator")
    return Token.issue(user=user, scopes=["read"], name="benchmark")[1]


def rows() -> dict[str, dict[str, list[str]]]:
    """Per row of the table, per contender, its addresses: the same question in the same place."""
    from claims.models import FactCheckPeriod

    last = FactCheckPeriod.objects.standing().latest("place").place
    newest = range(max(60, last - 10_000), last)
    anywhere = range(60, max(last // 2, 61))
    return {
        "list, first pages": dict(pages(newest)),
        "list, deep page": dict(pages(anywhere)),
        "list, repeated page": {
            "ours": ["/api/v1/factchecks/"],
            "drf": ["/factchecks/"],
            "litestar": ["/factchecks"],
        },
        "one fact check": one_check(),
        "an article's fact checks": of_an_article(),
        "rating + source, skewed": by_rating_and_source(last),
        "the desk's list": desk_list(),
        "search, rare word": rare_word(),
        "search, frequent word": frequent_word(last),
    }


def pages(places: range) -> Iterator[tuple[str, list[str]]]:
    """
    Pages that begin behind these places; the peer with page numbers gets the nearest ones.

    The first few begin where its pages do, so that answers can be compared.
    """
    from claims.record.ledger import head

    chosen = Random(1).sample(places, min(MOST, len(places)))
    last = head().sequence
    numbers = [_rank(place, last) // PAGE + 1 for place in chosen]
    for index in range(min(COMPARED, len(chosen))):
        numbers[index] = max(numbers[index], 2)
        chosen[index] = _last_of_page(numbers[index] - 1)
    yield "ours", [f"/api/v1/factchecks/?cursor={cursor(place)}" for place in chosen]
    yield "litestar", [f"/factchecks?before={quote(before(place))}" for place in chosen]
    yield "drf", [f"/factchecks/?page={number}" for number in numbers]


def cursor(place: int) -> str:
    """The word that stands for the checks behind this place."""
    from factcheck.rest.cursors import Cursor

    return Cursor("-published_at", False, [place]).text()


def before(place: int) -> str:
    """When the version with this place was published."""
    from seeds.benchmark.cast import BEGINS, STEP

    return (BEGINS + (place - 1) * STEP).isoformat()


def _rank(place: int, last: int) -> int:
    """About how many checks are newer; one in so many rows of the ledger has a successor."""
    from seeds.benchmark.towns import CLAIMS, VERSIONS

    return (last - place) * CLAIMS // VERSIONS


def _last_of_page(number: int) -> int:
    """Where the last check of this page stands."""
    from claims.models import FactCheckPeriod

    newest = FactCheckPeriod.objects.standing().order_by("-place").values_list("place", flat=True)
    return int(newest[number * PAGE - 1])


def one_check() -> dict[str, list[str]]:
    ids = sampled("fact_check_id")
    return {
        "ours": [f"/api/v1/factchecks/{each}/" for each in ids],
        "drf": [f"/factchecks/{each}/" for each in ids],
        "litestar": [f"/factchecks/{each}" for each in ids],
    }


def of_an_article() -> dict[str, list[str]]:
    """Articles of thirty claims, which is what one of each town's five has."""
    from claims.models import Article
    from seeds.benchmark.towns import ARTICLES

    first, count = ARTICLES.index(max(ARTICLES)) + 1, len(ARTICLES)
    keys = list(range(first, Article.objects.latest("pk").pk + 1, count))
    chosen = sorted(Random(2).sample(keys, min(MOST, len(keys))))
    found = list(Article.objects.filter(pk__in=chosen).order_by("pk").values("public_id", "url"))
    Random(2).shuffle(found)
    ids = [each["public_id"] for each in found]
    ordered = "ordering=claim__start"
    # As newsletters link to them: each time another address of the same page.
    urls = [f"{found[n % len(found)]['url']}?utm_content={n}" for n in range(MOST)]
    return {
        "ours": [f"/api/v1/lookup/?{urlencode({'url': url})}" for url in urls],
        "drf": [f"/factchecks/?claim__article__public_id={each}&{ordered}" for each in ids],
        "litestar": [f"/factchecks?article={each}" for each in ids],
    }


def by_rating_and_source(last: int) -> dict[str, list[str]]:
    """
    A source that stands in every third claim, from anywhere on, and others hardly ever quoted.

    Answers about these are short, and of any number of claims as short. Both kinds are asked for in
    the same way, so that a peer that prepares statements has one for both. Plain DRF is spared the
    pages behind the first.
    """
    from django.db.models import Count

    from claims.models import Rating, SourceInPeriod
    from sources.models import Source

    chance = Random(3)
    most_quoted = Source.objects.order_by("pk")[0].public_id
    ratings = list(Rating.objects.on_the_scale().values_list("slug", flat=True))
    standing = SourceInPeriod.objects.filter(to_sequence=None).exclude(source=most_quoted)
    pairs = standing.values_list("rating", "source").annotate(checks=Count("pk"))
    rare = list(pairs.filter(checks__lte=SELDOM).order_by("rating", "source"))
    drawn = chance.sample(rare, min(MOST // 2, len(rare)))
    seldom = [((rating, source), last + 1) for rating, source, _ in drawn]
    often = [((chance.choice(ratings), most_quoted), chance.randint(60, last)) for _ in seldom]
    asked = [((rating, most_quoted), last + 1) for rating in ratings[:2]] + seldom[:3]
    rest = [*often, *seldom[3:]]
    chance.shuffle(rest)
    ours, drf, litestar = [], [], []
    for (rating, source), place in [*asked, *rest]:
        query = {"rating": rating, "source": source}
        ours.append(query | {"cursor": cursor(place)})
        litestar.append(query | {"before": before(place)})
        drf.append({"rating__slug": rating, "claim__attributions__source__public_id": source})
    return {
        "ours": [f"/api/v1/factchecks/?{urlencode(each)}" for each in ours],
        "drf": [f"/factchecks/?{urlencode(each)}" for each in drf],
        "litestar": [f"/factchecks?{urlencode(each)}" for each in litestar],
    }


def desk_list() -> dict[str, list[str]]:
    return {"ours": ["/api/v1/claims/"], "drf": ["/claims/"]}


def rare_word() -> dict[str, list[str]]:
    """
    Names of towns that stand in the checks of one town only: no source is named after them.

    Each is asked for again with another size of page, which nobody has kept.
    """
    from claims.models import Question
    from seeds.benchmark.words import OFFICES
    from sources.models import Source

    with_offices = Source.objects.latest("pk").pk // len(OFFICES) + 1
    names = Question.objects.filter(pk__gt=with_offices + 1).order_by("pk")
    towns = list(names.values_list("place", flat=True)[:MOST])
    Random(4).shuffle(towns)
    sizes = range(PAGE, 100)
    asked = [(town, size) for size in sizes for town in towns][:MOST]
    return {
        "ours": [f"/api/v1/factchecks/?q={town}&page_size={size}" for town, size in asked],
        "drf": [f"/factchecks/?search={town}" for town in towns],
    }


def frequent_word(last: int) -> dict[str, list[str]]:
    """Words of a tenth to a quarter of all checks, from anywhere on."""
    words = ["euros", "households", "permit", "lorries"]
    chance = Random(6)
    later = [(chance.choice(words), chance.randint(60, last)) for _ in range(MOST)]
    return {
        "ours": [
            *(f"/api/v1/factchecks/?q={word}" for word in words),
            *(f"/api/v1/factchecks/?q={word}&cursor={cursor(place)}" for word, place in later),
        ],
        "drf": [f"/factchecks/?search={word}" for word in words],
    }


def sampled(column: str) -> list[Any]:
    """Values of this column in standing periods from everywhere."""
    from claims.models import FactCheckPeriod

    standing = FactCheckPeriod.objects.standing()
    last = standing.latest("pk").pk
    keys = Random(5).sample(range(1, last + 1), min(MOST, last))
    values = [
        value
        for first in range(0, len(keys), 500)
        for value in standing.filter(pk__in=keys[first : first + 500])
        .order_by("pk")
        .values_list(column, flat=True)
    ]
    Random(5).shuffle(values)
    return values


if __name__ == "__main__":
    main()
