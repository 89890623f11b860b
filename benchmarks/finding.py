"""What requests cost that find something, among so many published checks that were made up."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from time import perf_counter, process_time
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from tqdm import tqdm

from benchmarks import made_up
from benchmarks.published import KINDS, publish
from benchmarks.speed.processes import seconds_of
from factcheck.index.kinds import kind_named
from factcheck.index.upkeep import rebuild
from factcheck.index.words import telling_words

# Requests of each kind, and at least so many of the slower ones.
ASKED, DRAFTS = 100, 11
# So many statements of a database are asked about.
SAMPLED = 4_000


class Asked(NamedTuple):
    """A request: an address, and what is sent there if anything is."""

    address: str
    sent: dict[str, str] | None = None


def measure(claims: int) -> None:
    """Print a line for each kind of request; nothing stays in the database."""
    said = made_up.statements(claims)
    with transaction.atomic():
        published(said)
        _ask(said, len(said))
        transaction.set_rollback(True)


def measure_as_it_is() -> None:
    """Print a line for each kind of request about checks that the database holds."""
    from claims.models import FactCheckPeriod

    standing = FactCheckPeriod.objects.standing()
    count = standing.count()
    every = max(count // SAMPLED, 1)
    keys = range(standing.earliest("pk").pk, standing.latest("pk").pk + 1, every)
    found = [
        said
        for first in range(0, len(keys), 500)
        for said in standing.filter(pk__in=keys[first : first + 500]).values_list("said", flat=True)
    ]
    _ask([said.partition("\n")[0] for said in found], count)


def _ask(said: list[str], checks: int) -> None:
    settings.ALLOWED_HOSTS, settings.THROTTLING = ["testserver"], False
    print(f"{'':40}{'checks':>10}{'own ms':>16}{'database ms':>16}{'by the clock':>16}")
    for name, asked in _questions(said):
        own, database, clock = _timed(asked)
        print(f"{name:40}{checks:10,}{own:>16}{database:>16}{clock:>16}")


def published(said: Sequence[str]) -> None:
    """Publish checks of these statements and index them, in a transaction that is rolled back."""
    from claims.models import Document, FactCheckPeriod

    first = 1 + max(
        (model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0)
        for model in (Document, FactCheckPeriod)
    )
    with tqdm(total=3 * len(said), desc="published", disable=None, leave=False) as bar:
        for written in publish(said, first):
            bar.update(written)
        for name in KINDS:
            for seen in rebuild(kind_named(name)):
                bar.update(seen)


def _questions(said: list[str]) -> Iterator[tuple[str, list[Asked]]]:
    queries = made_up.queries(said)[:ASKED]
    yield "match, a statement", [_to("match", each["text"]) for each in queries]
    for name, share in (("fifth", 0.2), ("every", 1.0)):
        draft = made_up.draft(said, share)
        yield f"check, {name} sentence on record", [_to("check", draft)] * DRAFTS
    words = Counter(word for text in said for word in telling_words(text))
    rarest = sorted(filter(str.isalpha, words), key=lambda word: (words[word], word))[:ASKED]
    yield "search, a rare word", [Asked(f"/api/v1/factchecks/?q={word}+") for word in rarest]


def _to(endpoint: str, text: str) -> Asked:
    return Asked(f"/api/v1/{endpoint}/", {"text": text})


def _timed(asked: Sequence[Asked]) -> tuple[str, str, str]:
    """Median and 95th percentile of our own process and the clock; PostgreSQL's mean."""
    client, times = Client(), []
    for each in asked:
        own, database, clock = process_time(), _of_session(), perf_counter()
        answer = _answer(client, each)
        times.append((process_time() - own, _of_session() - database, perf_counter() - clock))
        assert answer.status_code == 200, answer.content[:300]
    own, database, clock = zip(*times[1:], strict=True)
    # Its clock has steps of ten milliseconds: of many requests only the mean says something.
    mean = f"{1000 * statistics.mean(database):.1f}" if any(database) else ""
    return _told(own), mean, _told(clock)


def _answer(client: Client, asked: Asked) -> Any:
    if asked.sent is None:
        return client.get(asked.address, headers={"accept": "application/json"})
    return client.post(asked.address, asked.sent, content_type="application/json")


def _of_session() -> float:
    """Seconds of processor of the session that serves us; none where that is ourselves."""
    if connection.vendor != "postgresql":
        return 0.0
    key = connection.connection.info.backend_pid
    return seconds_of([key]).get(key, 0.0)


def _told(seconds: Sequence[float]) -> str:
    slow = sorted(seconds)[int(0.95 * (len(seconds) - 1))]
    return f"{1000 * statistics.median(seconds):.1f} / {1000 * slow:.1f}"
