"""
Verifying the public record: that nothing in it is other than it was written.

Every problem is a sentence that names the row. The chain and the digests are what anybody outside
can check too; that documents, periods and verdicts agree only we can.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q

from claims.models.claim import Claim
from claims.models.fact_check import FactCheckPeriod, SourceInPeriod
from claims.models.published_version import NOTHING_BEFORE, Document, FactCheckVersion, Kind
from claims.models.verdict import Verdict
from claims.record.batches import batches
from claims.record.canonical import digest_of
from claims.record.ledger import COLUMNS, hash_of, head, parsed
from claims.record.periods import columns_of
from claims.record.replay import Stood, stood

BATCH = 2000

# What follows from a document, in a period and in a source's entry, behind the keys of both.
COMPARED = (
    "published_at",
    "slug",
    "rating",
    "language",
    "article",
    "address",
    "start",
    "question",
    "said",
    "words",
)
PERIOD = ("document", "pk", "fact_check", "version", "place", "to_sequence", *COMPARED)
SOURCE = ("period", "source", "stance", "rating", "place", "to_sequence", "document")

Seen = Callable[[int], Any]


def verify(seen: Seen = lambda count: None) -> Iterator[str]:
    """Every problem of the record. `seen` is told how many rows have been looked at."""
    expected: dict[int, Stood] = {}
    yield from _chain(expected, seen)
    gone = FactCheckVersion.objects.filter(kind=Kind.WITHHELD).values_list("digest", flat=True)
    yield from _documents(set(gone), seen)
    yield from _named()
    yield from _periods(expected)
    yield from _verdicts()


def rows_to_see() -> int:
    """How many rows `verify` will tell `seen` of."""
    return FactCheckVersion.objects.count() + Document.objects.count()


def _chain(expected: dict[int, Stood], seen: Seen) -> Iterator[str]:
    """The rows follow one another without a gap, and each hash is its row's."""
    problems: list[str] = []
    last: dict[str, Any] = {"sequence": 0, "row_hash": NOTHING_BEFORE, "at": None}

    def checked() -> Iterator[dict[str, Any]]:
        nonlocal last
        rows = FactCheckVersion.objects.order_by("sequence").values(*COLUMNS, "row_hash")
        for number, row in enumerate(rows.iterator(BATCH), 1):
            name = f"Row {row['sequence']}"
            if row["sequence"] != number:
                problems.append(f"{name}: row {number} should stand here.")
            if row["previous"] != last["row_hash"]:
                problems.append(f"{name} does not follow from the row before it.")
            if row["row_hash"] != hash_of(row):
                problems.append(f"{name} has been changed: its hash is another.")
            if row["at"].microsecond % 1000:
                problems.append(f"{name} has been changed: no time is finer than its hash says.")
            if last["at"] is not None and row["at"] < last["at"]:
                problems.append(f"{name} is older than the row before it.")
            last = row
            if number % BATCH == 0:
                seen(BATCH)
            yield row
        seen(number % BATCH if last["sequence"] else 0)

    expected |= {each.from_sequence: each for each in stood(checked())}
    yield from problems
    now = head()
    if (now.sequence, now.row_hash, now.at) != (last["sequence"], last["row_hash"], last["at"]):
        yield f"The head says row {now.sequence}; the last row is {last['sequence']}."


def _documents(gone: set[str], seen: Seen) -> Iterator[str]:
    """Every body but those withheld is there with its digest, and periods say what it says."""
    rows = Document.objects.order_by("pk").values_list("pk", "digest", "body")
    for batch in batches(rows.iterator(BATCH), BATCH):
        yield from _compared(batch, gone)
        seen(len(batch))


def _compared(documents: list[tuple[int, str, Any]], gone: set[str]) -> Iterator[str]:
    # They come in the order of their keys, and nothing of others lies between these two.
    first, last = documents[0][0], documents[-1][0]
    shown_in = FactCheckPeriod.objects.filter(document__gte=first, document__lte=last)
    periods = _by_first(shown_in.values_list(*PERIOD))
    stands = SourceInPeriod.objects.filter(period__document__gte=first, period__document__lte=last)
    sources = _by_first(stands.values_list(*SOURCE))
    for key, digest, body in documents:
        if body is None:
            if digest not in gone:
                yield f"Document {digest} has no body, and no row withholds it."
            continue
        if digest in gone:
            yield f"Document {digest} is withheld, but its body is there."
        if digest_of(body) != digest:
            yield f"Document {digest} has been changed: its digest is another."
            continue
        if key not in periods:
            continue
        said = parsed(body)
        columns = columns_of(said)
        for _, period, *shown in periods[key]:
            if not _says(shown, sources.get(period, []), said, columns, key):
                name = f"{shown[0]} version {shown[1]}"
                yield f"The period of {name} says other things than its document."


def _by_first(rows: Any) -> dict[int, list[tuple[Any, ...]]]:
    """The rows by their first value."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows.iterator(BATCH):
        found.setdefault(row[0], []).append(row)
    return found


def _says(
    shown: list[Any],
    sources: list[tuple[Any, ...]],
    said: dict[str, Any],
    columns: dict[str, Any],
    document: int,
) -> bool:
    """Whether the period's columns, and those of its sources, are what the document says."""
    _, _, place, to_sequence, *stored = shown
    stands = {
        (each["source"]["id"], each["stance"], columns["rating"], place, to_sequence, document)
        for each in said["attributions"]
    }
    return (
        shown[:2] == [said["id"], said["version"]]
        and stored == [columns[name] for name in COMPARED]
        and len(stands) == len(sources)
        and stands == {row[1:] for row in sources}
    )


def _named() -> Iterator[str]:
    """Every row has its document, and every document its row."""
    rows = FactCheckVersion.objects.filter(digest=OuterRef("digest"))
    alone = Document.objects.filter(~Exists(rows))
    for digest in alone.values_list("digest", flat=True).iterator():
        yield f"Document {digest} is named by no row of the ledger."
    there = Document.objects.filter(digest=OuterRef("digest"))
    for row in FactCheckVersion.objects.filter(~Exists(there)).iterator():
        yield f"Row {row.sequence}: its document {row.digest} is not there."


def _periods(expected: dict[int, Stood]) -> Iterator[str]:
    """The periods are those that follow from the ledger."""
    columns = ("fact_check_id", "version", "document__digest", "from_sequence", "to_sequence")
    for row in FactCheckPeriod.objects.values_list(*columns, "place").iterator(BATCH):
        told = expected.pop(row[3], None)
        if told is None or told != row:
            yield f"The period of {row[0]} version {row[1]} does not follow from the ledger."
    for each in expected.values():
        yield f"The period of {each.fact_check} version {each.version} is missing."


def _verdicts() -> Iterator[str]:
    """What stands in the record stands at the desk, and the other way round."""
    published = Verdict.objects.standing().filter(claim__public_id=OuterRef("fact_check_id"))
    for period in FactCheckPeriod.objects.standing().filter(~Exists(published)).iterator():
        yield f"{period} stands, but its claim has no published verdict."
    stands = FactCheckPeriod.objects.standing().filter(fact_check=OuterRef("claim__public_id"))
    for verdict in Verdict.objects.standing().filter(~Exists(stands)).select_related("claim"):
        yield f"The published verdict on {verdict.claim.public_id} stands in no document."
    other = ~Q(rating=OuterRef("verification_status"))
    wrong = FactCheckPeriod.objects.standing().filter(other, fact_check=OuterRef("public_id"))
    for claim in Claim.objects.published().filter(Exists(wrong)):
        yield f"Claim {claim.public_id} shows another rating than its document."
