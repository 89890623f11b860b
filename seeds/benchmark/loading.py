"""Filling an empty database with towns, until it holds as many published claims as asked for."""

from collections.abc import Iterator
from types import SimpleNamespace as Row

from django.core.management.color import no_style
from django.db import connection, transaction

from claims.models import (
    Article,
    ArticleRevision,
    Attribution,
    Claim,
    Document,
    Evidence,
    FactCheckPeriod,
    FactCheckVersion,
    LedgerHead,
    Quantity,
    Question,
    SourceInPeriod,
    Verdict,
)
from factcheck.index.kinds import kinds
from factcheck.index.upkeep import rebuild, schema_of
from factcheck.records.refusals import Refused
from seeds.benchmark.bulk import Table, put_aside, run
from seeds.benchmark.cast import Cast
from seeds.benchmark.findings import findings_of
from seeds.benchmark.record import Ledger
from seeds.benchmark.towns import CLAIMS, town_of
from sources.models import Source

# Towns whose rows are written together.
BATCH = 20
FILLED = (
    Source,
    Question,
    Article,
    ArticleRevision,
    Claim,
    Attribution,
    Quantity,
    Verdict,
    Evidence,
    Document,
    FactCheckVersion,
    FactCheckPeriod,
    SourceInPeriod,
)


def load(claims: int, seed: int) -> Iterator[tuple[str, int]]:
    """
    Fill the database, all or nothing; yields what is being done and how much of it has been.

    Raises Refused where there is a newsroom already.
    """
    refuse_if_taken()
    with transaction.atomic():
        cast, ledger = Cast(claims, seed), Ledger()
        for kind in kinds():
            schema_of(connection).drop(connection, kind)
        # PostgreSQL alters no table for whose rows it has still to check something.
        connection.check_constraints()
        later = put_aside(FILLED)
        tables: dict[type, Table] = {model: Table(model) for model in FILLED}
        tables[Source].write(cast.sources)
        for first in range(0, claims, BATCH * CLAIMS):
            until = min(first + BATCH * CLAIMS, claims)
            for model, rows in _rows(first, until, cast, ledger).items():
                tables[model].write(rows)
            yield "claims", until - first
        _close(cast, ledger)
        for statement in later:
            run([statement])
            yield "indexes", 1
        for kind in kinds():
            for seen in rebuild(kind):
                yield f"words of {kind.name}", seen


def refuse_if_taken() -> None:
    """Raise Refused where anybody's work might be in the way."""
    for model in (Source, Question, Article, Claim, FactCheckVersion):
        if model._base_manager.exists():
            name = model._meta.verbose_name_plural
            raise Refused(
                f"This database has {name} already. The benchmark's newsroom fills an empty one: "
                "name another in DATABASE_URL and migrate it."
            )


def _rows(first: int, until: int, cast: Cast, ledger: Ledger) -> dict[type, list[Row]]:
    """The rows of the towns that the published claims with these numbers are from."""
    rows: dict[type, list[Row]] = {model: [] for model in FILLED if model is not Source}
    for begins in range(first, until, CLAIMS):
        number, most = begins // CLAIMS, min(CLAIMS, until - begins)
        town = town_of(number, cast, most)
        findings = findings_of(town, cast)
        told = ledger.record([each for each in findings if each.published_at])
        rows[Question].append(town.question)
        rows[Article] += town.articles
        rows[ArticleRevision] += town.revisions
        rows[Claim] += town.claims
        for claim in town.claims:
            rows[Attribution] += claim.attributions
            rows[Quantity] += claim.quantities
        rows[Verdict] += findings
        for verdict in findings:
            rows[Evidence] += verdict.evidence
        rows[Document] += told.documents
        rows[FactCheckVersion] += told.versions
        rows[FactCheckPeriod] += told.periods
        rows[SourceInPeriod] += told.sources
    return rows


def _close(cast: Cast, ledger: Ledger) -> None:
    """What is known only at the end: the ledger's head, and since when sources are public."""
    LedgerHead.objects.update_or_create(
        pk=LedgerHead.ONLY,
        defaults={"sequence": ledger.sequence, "row_hash": ledger.row_hash, "at": ledger.at},
    )
    shown = [Source(pk=each.id, public_since=each.public_since) for each in cast.sources]
    Source.objects.bulk_update(shown, ["public_since"], batch_size=500)
    run(connection.ops.sequence_reset_sql(no_style(), list(FILLED)))


def tidy() -> None:
    """Let the planner know what has come; in no transaction."""
    run(["VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"])
