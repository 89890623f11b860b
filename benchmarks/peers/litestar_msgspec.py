"""
Litestar with msgspec and asyncpg: typed structs, a pool, prepared statements, pages by keyset.

It reads the newsroom's own tables: a page is four queries, put together here. Needs DATABASE_URL;
PLAN_CACHE_MODE=force_custom_plan spares it PostgreSQL's generic plans.
"""

import os
from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

import asyncpg
import msgspec
from litestar import Litestar, get
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import Parameter

PAGE = 50


class Source(msgspec.Struct):
    public_id: str
    name: str
    slug: str
    kind: str
    country: str


class Article(msgspec.Struct):
    public_id: str
    headline: str
    url: str | None
    language: str
    published_at: date | None
    publisher: Source | None


class Question(msgspec.Struct):
    public_id: str
    slug: str
    text: str
    unit: str


class Rating(msgspec.Struct):
    slug: str
    name: str
    definition: str
    value: int | None
    colour: str


class Attribution(msgspec.Struct):
    public_id: str
    source: Source
    stance: str
    via: Source | None
    at: date | None


class Quantity(msgspec.Struct):
    public_id: str
    text: str
    start: int | None
    end: int | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    comparator: str
    unit: str | None
    unit_implied: bool
    kind: str
    statistic: str | None
    role: str | None
    is_answer: bool


class Evidence(msgspec.Struct):
    public_id: str
    source: Source | None
    stance: str
    url: str
    title: str
    excerpt: str
    archived_url: str
    retrieved_at: date | None
    record: str
    protected: str


class Claim(msgspec.Struct):
    public_id: str
    statement: str
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    article: Article
    attributions: list[Attribution]
    quantities: list[Quantity]
    question: Question | None


class FactCheck(msgspec.Struct):
    claim: Claim
    rating: Rating
    summary: str
    rationale: str
    published_at: datetime
    notice: str
    evidence: list[Evidence]


class Page(msgspec.Struct):
    next: str | None
    results: list[FactCheck]


def _columns(table: str, struct: type[msgspec.Struct], prefix: str) -> str:
    """The scalar columns of a struct, as `<prefix><column>`."""
    plain = [name for name in struct.__struct_fields__ if name not in NESTED]
    return ", ".join(f'{table}."{name}" AS "{prefix}{name}"' for name in plain)


NESTED = {"publisher", "source", "via", "article", "attributions", "quantities", "question"}
NESTED |= {"claim", "rating", "evidence"}

CHECKS = f"""
SELECT v.id AS verdict_id, c.id AS claim_id, v.summary, v.rationale, v.published_at, v.notice,
  {_columns("c", Claim, "c_")}, {_columns("a", Article, "a_")}, {_columns("p", Source, "p_")},
  {_columns("q", Question, "q_")}, {_columns("r", Rating, "r_")}
FROM claims_verdict v
JOIN claims_claim c ON c.id = v.claim_id
JOIN claims_article a ON a.id = c.article_id
JOIN claims_rating r ON r.id = v.rating_id
LEFT JOIN sources_source p ON p.id = a.publisher_id
LEFT JOIN claims_question q ON q.id = c.question_id
WHERE v.state = 'published'
"""
ATTRIBUTIONS = f"""
SELECT t.claim_id, {_columns("t", Attribution, "")}, {_columns("s", Source, "s_")},
  {_columns("w", Source, "w_")}
FROM claims_attribution t JOIN sources_source s ON s.id = t.source_id
LEFT JOIN sources_source w ON w.id = t.via_id
WHERE t.claim_id = ANY($1::bigint[]) ORDER BY t.position
"""
QUANTITIES = f"""
SELECT claim_id, {_columns("t", Quantity, "")} FROM claims_quantity t
WHERE claim_id = ANY($1::bigint[]) AND state <> 'rejected' ORDER BY position
"""
EVIDENCE = f"""
SELECT t.verdict_id, {_columns("t", Evidence, "")}, {_columns("s", Source, "s_")}
FROM claims_evidence t LEFT JOIN sources_source s ON s.id = t.source_id
WHERE t.verdict_id = ANY($1::bigint[]) ORDER BY t.position
"""


def _struct(kind: Any, row: Any, prefix: str, **nested: Any) -> Any:
    names = kind.__struct_fields__
    return kind(**{name: row[prefix + name] for name in names if name not in nested}, **nested)


def _source(row: Any, prefix: str) -> Source | None:
    return None if row[f"{prefix}public_id"] is None else _struct(Source, row, prefix)


async def _whole(connection: Any, rows: Sequence[Any]) -> list[FactCheck]:
    """The checks with their attributions, quantities and evidence."""
    claims = [row["claim_id"] for row in rows]
    attributions, quantities, evidence = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in await connection.fetch(ATTRIBUTIONS, claims):
        source, via = _source(row, "s_"), _source(row, "w_")
        attributions[row["claim_id"]].append(_struct(Attribution, row, "", source=source, via=via))
    for row in await connection.fetch(QUANTITIES, claims):
        quantities[row["claim_id"]].append(_struct(Quantity, row, ""))
    for row in await connection.fetch(EVIDENCE, [row["verdict_id"] for row in rows]):
        piece = _struct(Evidence, row, "", source=_source(row, "s_"))
        evidence[row["verdict_id"]].append(piece)
    return [
        FactCheck(
            claim=_struct(
                Claim,
                row,
                "c_",
                article=_struct(Article, row, "a_", publisher=_source(row, "p_")),
                attributions=attributions[row["claim_id"]],
                quantities=quantities[row["claim_id"]],
                question=None if row["q_slug"] is None else _struct(Question, row, "q_"),
            ),
            rating=_struct(Rating, row, "r_"),
            summary=row["summary"],
            rationale=row["rationale"],
            published_at=row["published_at"],
            notice=row["notice"],
            evidence=evidence[row["verdict_id"]],
        )
        for row in rows
    ]


@get("/factchecks")
async def fact_checks(
    state: State,
    before: datetime | None = None,
    rating: str | None = None,
    source: str | None = None,
    article: str | None = None,
) -> Page:
    """Newest first; of one article in the order of its text."""
    conditions, values, order = [], [], "v.published_at DESC"
    for value, condition in (
        (before, "v.published_at < ${}"),
        (rating, "v.rating_id = (SELECT id FROM claims_rating WHERE slug = ${})"),
        (
            source,
            "EXISTS (SELECT 1 FROM claims_attribution t JOIN sources_source s "
            "ON s.id = t.source_id WHERE t.claim_id = v.claim_id AND s.public_id = ${})",
        ),
        (article, "a.public_id = ${}"),
    ):
        if value is not None:
            values.append(value)
            conditions.append(f" AND {condition.format(len(values))}")
    if article is not None:
        order = "c.start"
    sql = f"{CHECKS}{''.join(conditions)} ORDER BY {order} LIMIT {PAGE}"
    async with state.pool.acquire() as connection:
        rows = await connection.fetch(sql, *values)
        results = await _whole(connection, rows)
    last = rows[-1]["published_at"].isoformat() if len(rows) == PAGE else None
    return Page(next=last, results=results)


@get("/factchecks/{public_id:str}")
async def fact_check(state: State, public_id: Annotated[str, Parameter()]) -> FactCheck:
    async with state.pool.acquire() as connection:
        rows = await connection.fetch(f"{CHECKS} AND c.public_id = $1", public_id)
        if not rows:
            raise NotFoundException
        return (await _whole(connection, rows))[0]


@asynccontextmanager
async def _pool(app: Litestar) -> AsyncGenerator[None, None]:
    settings = {"plan_cache_mode": os.environ.get("PLAN_CACHE_MODE", "auto")}
    address = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(
        address, min_size=4, max_size=16, server_settings=settings
    ) as pool:
        app.state.pool = pool
        yield


app = Litestar([fact_checks, fact_check], lifespan=[_pool], openapi_config=None)
