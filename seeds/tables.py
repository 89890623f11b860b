"""
The rows of a story's tables: what a storyteller writes, before any of it is in the database.

Rows name one another by `key`, which is unique within its table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Speaker:
    """A source, and on whose behalf it speaks."""

    key: str
    name: str
    kind: str
    country: str = ""
    speaks_for: str = ""
    aliases: Sequence[str] = ()
    description: str = ""


@dataclass(frozen=True)
class Asked:
    """A question in dispute."""

    key: str
    text: str
    unit: str = ""
    place: str = ""
    period: str = ""
    part_of: str = ""


@dataclass(frozen=True)
class Printed:
    """An article of our own writing."""

    key: str
    publisher: str
    url: str
    on: str
    headline: str
    text: str


@dataclass(frozen=True)
class Stand:
    """Where a source stands on a claim; written with asserts(), denies() or doubts()."""

    source: str
    stance: str
    via: str = ""
    on: str = ""


def asserts(source: str, *, via: str = "", on: str = "") -> Stand:
    """The source says so itself, or `via` another; `on` is the day."""
    return Stand(source, "asserts", via, on)


def denies(source: str, *, via: str = "", on: str = "") -> Stand:
    """The source says that it is not so."""
    return Stand(source, "denies", via, on)


def doubts(source: str, *, via: str = "", on: str = "") -> Stand:
    """The source questions it."""
    return Stand(source, "doubts", via, on)


@dataclass(frozen=True)
class Marked:
    """A claim: the article's words, and what they say when they stand alone."""

    key: str
    article: str
    quote: str
    statement: str
    stands: Sequence[Stand]
    question: str = ""
    repeats: str = ""
    note: str = ""
    assignee: str = ""
    due: str = ""


@dataclass(frozen=True)
class Proof:
    """A piece of evidence; written with link(), record() or protected()."""

    stance: str
    source: str
    says: Mapping[str, str]


def link(stance: str, source: str, url: str, *, title: str, on: str) -> Proof:
    """Something that anybody can open; `on` is the day on which we did."""
    return Proof(stance, source, {"url": url, "title": title, "retrieved_at": on})


def record(stance: str, source: str, what: str) -> Proof:
    """Something described: who said or showed what, to whom, when, and where it is kept."""
    return Proof(stance, source, {"record": what})


def protected(stance: str, source: str, why: str) -> Proof:
    """Somebody whom readers do not meet, and why not."""
    return Proof(stance, source, {"protected": why})


@dataclass(frozen=True)
class Finding:
    """What an editor writes about a claim: rating, words and evidence."""

    key: str
    claim: str
    rating: str
    summary: str
    rationale: str = ""
    evidence: Sequence[Proof] = ()


@dataclass(frozen=True)
class Entry:
    """A line of the desk's diary: at this time this person did this to that, in these words."""

    at: str
    who: str
    act: str
    what: str
    words: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """A story's tables, and when it begins."""

    name: str
    begins: datetime
    speakers: Sequence[Speaker]
    questions: Sequence[Asked]
    articles: Sequence[Printed]
    claims: Sequence[Marked]
    findings: Sequence[Finding]
    diary: Sequence[Entry]
