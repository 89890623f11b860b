"""
How fast other desks' checks are imported, and what they add to finding a claim.

    python -m benchmarks.importing [number of checks]

In the database that DATABASE_URL names, in one transaction that is rolled back; fill it before with
“manage.py load_benchmark --claims 14000”. Checks are of the claims that are on record there, in the
words of `benchmarks.made_up` where there are none, and so are the texts that are asked for: half
of a claim's words. Figures are of our own process; beside them stands the clock, which the
database's work is in, too.
"""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import django
from django.db import connection, transaction

from benchmarks import made_up

CHECKS, ASKED, DRAFTS, DRAFT = 10_000, 100, 11, 20_000


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CHECKS
    claims = _on_record() or made_up.statements(14_000)
    lines = "\n".join(_lines(count, claims)).encode()
    texts = list(_halved(random.Random(9).sample(claims, ASKED)))
    with transaction.atomic():
        for name in ("first import", "the same again"):
            _told(f"{name}, checks a second", count, lambda: _imported(lines))
        _told_each(f"match, ours of {len(claims):,}", texts, _ours)
        _told_each(f"match, theirs of {count:,}", texts, _theirs)
        _told_each("a draft, every sentence on record", [_draft(claims)] * DRAFTS, _marked)
        transaction.set_rollback(True)


def _on_record() -> list[str]:
    from claims.models import FactCheckPeriod

    said = FactCheckPeriod.objects.standing().order_by("pk").values_list("said", flat=True)
    return [text.partition("\n")[0] for text in said]


def _halved(claims: list[str]) -> Iterator[str]:
    chance = random.Random(9)
    for claim in claims:
        words = claim.split()
        yield " ".join(chance.sample(words, max(3, len(words) // 2)))


def _draft(claims: list[str]) -> str:
    """A text of 20,000 characters that repeats claims."""
    taken = random.Random(9).sample(claims, min(len(claims), DRAFT // 20))
    return ". ".join(taken)[:DRAFT]


def _lines(count: int, claims: list[str]) -> Iterator[str]:
    """ClaimReviews of 40 desks, as JSON lines."""
    for number in range(count):
        desk = f"https://desk{number % 40}.example"
        yield json.dumps(
            {
                "@type": "ClaimReview",
                "url": f"{desk}/checks/{number}",
                "datePublished": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
                "author": {"@type": "Organization", "name": f"Desk {number % 40}", "url": desk},
                "claimReviewed": claims[number % len(claims)],
                "reviewRating": {"ratingValue": 1, "bestRating": 5, "alternateName": "Falso"},
                "itemReviewed": {"@type": "Claim", "author": {"name": "A speaker"}},
            }
        )


def _imported(lines: bytes) -> None:
    from publishing.intake import take_in
    from publishing.reviews import read

    for _ in take_in(read(BytesIO(lines)), by=None):
        pass


def _ours(text: str) -> Any:
    from search.matching import matches

    return matches(text)


def _theirs(text: str) -> Any:
    from search.elsewhere import checked_elsewhere

    return checked_elsewhere(text)


def _marked(text: str) -> Any:
    from search.drafts import spans

    return spans(text)


def _told(name: str, count: int, act: Callable[[], None]) -> None:
    clock, own = time.perf_counter(), time.process_time()
    act()
    clock, own = time.perf_counter() - clock, time.process_time() - own
    print(f"{connection.vendor:12}{name:36}{count / own:10,.0f}{count / clock:10,.0f} by the clock")


def _told_each(name: str, texts: list[str], act: Callable[[str], Any]) -> None:
    act(texts[0])
    times = []
    for text in texts:
        clock, own = time.perf_counter(), time.process_time()
        act(text)
        times.append((time.process_time() - own, time.perf_counter() - clock))
    own, clock = (1000 * statistics.median(each) for each in zip(*times, strict=True))
    print(f"{connection.vendor:12}{name + ', ms':36}{own:10.1f}{clock:10.1f} by the clock")


if __name__ == "__main__":
    main()
