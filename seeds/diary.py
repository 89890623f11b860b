"""The diary: what the desk did with a story, day by day, each act by the verb of its name."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from accounts.models import User
from claims.models import Article, Claim, Rating, Verdict
from seeds.tables import Entry, Finding, Proof, Story
from seeds.telling import id_of, time_of
from sources.models import Source


def live_through(stories: Sequence[Story]) -> None:
    """Do everything that the stories' diaries say, in the order of time, as the ledger asks."""
    entries = [(time_of(entry.at), story, entry) for story in stories for entry in story.diary]
    for at, story, entry in sorted(entries, key=lambda each: each[0]):
        by = User.objects.get(username=entry.who)
        ACTS[entry.act](story, entry, {"by": by, "at": at})


def _drafts(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    finding = _finding(story, entry.what)
    Verdict.draft(
        **signed,
        public_id=id_of(story, "verdict", finding.key),
        claim=_claim(story, finding.claim),
        rating=Rating.objects.get(slug=finding.rating),
        summary=finding.summary,
        rationale=finding.rationale,
        evidence=[_evidence(story, proof) for proof in finding.evidence],
    )


def _edits(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _verdict(story, entry).edit(**signed, **entry.changes)


def _submits(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _verdict(story, entry).submit(**signed)


def _withdraws(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _verdict(story, entry).withdraw(**signed)


def _sends_back(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _verdict(story, entry).return_(**signed, reason=entry.words)


def _publishes(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _verdict(story, entry).publish(**signed, notice=entry.words)


def _retracts(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _verdict(story, entry).retract(**signed, reason=entry.words)


def _amends(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _claim(story, entry.what).amend(**signed, notice=entry.words, **entry.changes)


def _closes(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    _claim(story, entry.what).close(**signed, reason=entry.words)


def _revises(story: Story, entry: Entry, signed: dict[str, Any]) -> None:
    article = Article.objects.get(public_id=id_of(story, "article", entry.what))
    article.revise(entry.words, **signed)


# Verdicts are named by their finding; what is amended or closed, by its claim; else the article.
ACTS: dict[str, Callable[[Story, Entry, dict[str, Any]], None]] = {
    "drafts": _drafts,
    "edits": _edits,
    "submits": _submits,
    "withdraws": _withdraws,
    "sends back": _sends_back,
    "publishes": _publishes,
    "retracts": _retracts,
    "amends": _amends,
    "closes": _closes,
    "revises": _revises,
}


def _finding(story: Story, key: str) -> Finding:
    return next(finding for finding in story.findings if finding.key == key)


def _claim(story: Story, key: str) -> Claim:
    return Claim.objects.get(public_id=id_of(story, "claim", key))


def _verdict(story: Story, entry: Entry) -> Verdict:
    return Verdict.objects.get(public_id=id_of(story, "verdict", entry.what))


def _evidence(story: Story, proof: Proof) -> dict[str, Any]:
    says: dict[str, Any] = dict(proof.says)
    if "retrieved_at" in says:
        says["retrieved_at"] = date.fromisoformat(says["retrieved_at"])
    source = Source.objects.get(public_id=id_of(story, "source", proof.source))
    return {"source": source, "stance": proof.stance} | says
