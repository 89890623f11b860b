"""The ledger: its rows behind a number, and its head."""

import orjson

from claims.models import FactCheckVersion
from claims.record.canonical import instant
from claims.record.ledger import COLUMNS, head, head_hash, public_row
from factcheck.rest.query import OF_ROWS, refuse_unknown
from factcheck.rest.turns import Beside, page_size_in
from publishing.api.answers.asking import Answer, Asked
from publishing.api.answers.kept import kept
from publishing.api.answers.pages import page_of
from publishing.api.ledger_pages import AFTER, PAGE_SIZE, number_in


def changes(asked: Asked) -> Answer:
    """A page of rows with greater numbers, in their order. Raises QueryError."""
    tag = asked.tag(head_hash())
    return asked.unless_held(tag) or kept.answer(tag, lambda: _page(asked, tag))


def last_change(asked: Asked) -> Answer:
    """The number, hash and instant of the ledger's last row; number 0 while it is empty."""
    tag = asked.tag(head_hash())
    return asked.unless_held(tag) or kept.answer(tag, lambda: _last_row(asked, tag))


def _last_row(asked: Asked, tag: str) -> Answer:
    refuse_unknown(asked.query, OF_ROWS)
    last = head()
    at = None if last.at is None else instant(last.at)
    row = {"sequence": last.sequence, "row_hash": last.row_hash, "at": at}
    return Answer(orjson.dumps(row), {"ETag": tag})


def _page(asked: Asked, tag: str) -> Answer:
    refuse_unknown(asked.query, OF_ROWS | {AFTER, PAGE_SIZE})
    size = page_size_in(asked.query)
    behind = FactCheckVersion.objects.after(number_in(asked.query, AFTER) or 0)
    rows = list(behind.values(*COLUMNS, "row_hash")[: size + 1])
    following = None
    if len(rows) > size:
        query = f"?{AFTER}={rows[size - 1]['sequence']}&{PAGE_SIZE}={size}"
        following = f"{asked.address}{query}"
    public = [public_row(row) | {"row_hash": row["row_hash"]} for row in rows[:size]]
    return page_of(b",".join(map(orjson.dumps, public)), Beside(following, None), tag)
