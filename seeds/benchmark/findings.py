"""What the desk found on a town's claims: verdicts with evidence, some of them corrected later."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from types import SimpleNamespace as Row
from typing import Any

from claims.models.published_version import Kind
from claims.models.status import DRAFTING
from factcheck.records.public_id import public_id_from
from factcheck.records.slugs import readable
from seeds.benchmark import words
from seeds.benchmark.cast import STEP, Cast
from seeds.benchmark.towns import CORRECTED, Town

STANCES = {
    "true": "supports",
    "mostly-true": "supports",
    "mostly-false": "refutes",
    "false": "refutes",
}
PROTECTED = "They work for the town and are not allowed to speak about its accounts."
PIECES, MOST_VERDICTS = 2, 2


def findings_of(town: Town, cast: Cast) -> list[Row]:
    """
    The town's verdicts with their evidence, those that readers see in the order of publication.

    Each published one says in `act` which kind of version it brings.
    """
    published = [
        _publish(_verdict(town, claim, 0, claim.rating, cast), town, number, cast)
        for number, claim in enumerate(town.published())
    ]
    if len(published) > CORRECTED:
        published.append(_correct(published[CORRECTED], town, len(published), cast))
    at_work = [claim for claim in town.claims if claim.work != "none"]
    return [*published, *(_work_on(town, claim, cast) for claim in at_work)]


def _verdict(town: Town, claim: Row, nth: int, rating: Any, cast: Cast) -> Row:
    """A draft, as its author leaves it."""
    chance, office = town.chance, cast.anyone(town.chance)
    names = {"town": town.name, "subject": claim.subject, "office": office.name}
    created = claim.created_at + timedelta(minutes=10)
    verdict = Row(
        id=claim.id * MOST_VERDICTS + nth,
        public_id=cast.id_of("verdict", f"{claim.public_id}/{nth}"),
        created_at=created,
        created_by_id=cast.annotator,
        edited_at=created,
        edited_by_id=cast.annotator,
        claim_id=claim.id,
        claim=claim,
        rating_id=rating.pk,
        rating=rating,
        summary=words.SUMMARIES[rating.slug].format(**names),
        rationale=words.rationale(chance, **names),
        state="draft",
        published_at=None,
    )
    verdict.evidence = list(_evidence(verdict, town, office, created.date(), cast))
    return verdict


def _evidence(verdict: Row, town: Town, office: Row, day: date, cast: Cast) -> Iterator[Row]:
    """A report that anybody can open, and what somebody said."""
    stance = STANCES.get(verdict.rating.slug, "context")
    report = {
        "source_id": office.id,
        "source": office,
        "url": f"https://records.example/{readable(office.name)}/{verdict.public_id}",
        "title": f"Annual report of the {office.name}",
        "excerpt": f"For the {verdict.claim.subject} of {town.name} see the table on page 12.",
        "archived_url": f"https://archive.example/{verdict.public_id}",
        "retrieved_at": day,
        "record": "",
        "protected": "",
    }
    witness = cast.anyone(town.chance, office)
    is_protected = town.chance.random() < 0.05
    spoken = {
        "source_id": witness.id,
        "source": witness,
        "url": "",
        "title": "",
        "excerpt": "",
        "archived_url": "",
        "retrieved_at": None,
        "record": "" if is_protected else f"{witness.name} to the desk, in a letter that it keeps.",
        "protected": PROTECTED if is_protected else "",
    }
    for position, piece in enumerate((report, spoken)):
        yield Row(
            id=verdict.id * PIECES + position,
            public_id=public_id_from(f"{verdict.public_id}/evidence/1/{position}"),
            position=position,
            verdict_id=verdict.id,
            stance=stance if position == 0 else "context",
            **piece,
        )


def _submit(verdict: Row, cast: Cast) -> Row:
    verdict.state = "submitted"
    verdict.version = 2
    verdict.submitted_at = verdict.created_at + timedelta(minutes=20)
    verdict.submitted_by_id = cast.annotator
    return verdict


def _publish(verdict: Row, town: Town, number: int, cast: Cast) -> Row:
    """Put it before readers as the town's version of this number."""
    at = _submit(verdict, cast).published_at = town.begins + number * STEP
    verdict.state, verdict.version = "published", 3
    verdict.published_by_id, verdict.four_eyes = cast.reviewer, True
    verdict.act, verdict.notice = Kind.PUBLISHED.value, ""
    _open(verdict, at)
    return verdict


def _correct(before: Row, town: Town, number: int, cast: Cast) -> Row:
    """Another verdict in the place of this one, with a notice."""
    claim, slugs = before.claim, list(cast.ratings)
    after = slugs[(slugs.index(before.rating.slug) + 1) % len(slugs)]
    claim.rating, claim.verification_status = cast.ratings[after], after
    verdict = _publish(_verdict(town, claim, 1, claim.rating, cast), town, number, cast)
    verdict.act, verdict.notice = Kind.CORRECTED.value, words.CORRECTION
    before.state, before.version = "superseded", 4
    before.superseded_at = verdict.published_at
    return verdict


def _work_on(town: Town, claim: Row, cast: Cast) -> Row:
    verdict = _verdict(town, claim, 0, cast.rating(town.chance), cast)
    return verdict if claim.work == DRAFTING else _submit(verdict, cast)


def _open(verdict: Row, at: datetime) -> None:
    """Readers may see from now on whom the document names."""
    claim = verdict.claim
    named = [claim.article.publisher]
    for each in claim.attributions:
        named += [each.source, each.via]
    named += [each.source for each in verdict.evidence if not each.protected]
    for source in named:
        if source is not None and source.public_since is None:
            source.public_since = at
