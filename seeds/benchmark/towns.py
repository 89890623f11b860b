"""One town's rows: its question, its articles with their texts, and the claims in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

from claims.anchoring import context
from claims.comparison import any_disjoint
from claims.models.anchor import CONTEXT
from claims.models.asking import asked_key
from claims.models.figures import derived, figures_in
from claims.models.status import DRAFTING, IN_REVIEW, UNCHECKED, Work
from claims.quantities.scale_of_units import dimension_of
from claims.record.addresses import key_of
from factcheck.index.likeness import likeness
from factcheck.records.public_id import public_id_from
from factcheck.records.slugs import readable
from seeds.benchmark import words
from seeds.benchmark.cast import BEGINS, STEP, Cast

# How many published claims each of a town's articles has.
ARTICLES = (3, 5, 8, 4, 30)
CLAIMS = sum(ARTICLES)
# One of them is corrected later, and a few more claims are still the desk's.
VERSIONS = CLAIMS + 1
CORRECTED = 7
AT_WORK = ((UNCHECKED, Work.NONE), (DRAFTING, Work.DRAFTING), (IN_REVIEW, Work.IN_REVIEW))
BUSY_ARTICLE = 3
ANSWERING = 8  # every so manieth claim answers the town's question

Row = SimpleNamespace


@dataclass
class Town:
    """Rows as models have them, with the rows they name beside each key."""

    number: int
    name: str
    chance: Random
    begins: datetime
    question: Row
    articles: list[Row] = field(default_factory=list)
    revisions: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)

    def published(self) -> list[Row]:
        return [claim for claim in self.claims if claim.rating is not None]


def town_of(number: int, cast: Cast, most: int) -> Town:
    """The town of this number, with up to `most` published claims."""
    chance = Random(f"{cast.seed}/{number}")
    begins = BEGINS + number * VERSIONS * STEP
    name = words.town(number)
    wording = words.WORDINGS[0]
    subject = chance.choice(words.SUBJECTS)
    question = Row(
        id=number + 1,
        public_id=cast.id_of("question", number),
        created_at=begins - timedelta(hours=3),
        created_by_id=cast.annotator,
        text=f"How much went into the {subject} of {name}?",
        slug=readable(f"How much went into the {subject} of {name}?"),
        unit=wording.unit,
        place=name,
        period="",
        part_of_id=None,
        public_since=begins,
    )
    question.likeness, question.asked = likeness(question.text), asked_key(question)
    town = Town(number, name, chance, begins, question)
    for place, count in enumerate(ARTICLES):
        left = most - len(town.published())
        if left > 0:
            _print(town, place, min(count, left), subject, cast)
    _settle(town)
    return town


def _print(town: Town, place: int, count: int, subject: str, cast: Cast) -> None:
    """An article with its text, and what is marked in it."""
    number = town.number * len(ARTICLES) + place
    publisher, slug = cast.paper(town.number + place), readable(town.name)
    first = town.begins + len(town.published()) * STEP
    created = town.begins - timedelta(hours=2) + place * timedelta(seconds=1)
    url = f"https://{publisher.slug}.example/{slug}/{number}"
    article = Row(
        id=number + 1,
        public_id=cast.id_of("article", number),
        created_at=created,
        created_by_id=cast.annotator,
        headline=f"{town.name}: what is known about the {subject}",
        url=url,
        address=key_of(url),
        publisher_id=publisher.id,
        publisher=publisher,
        language="en-GB" if place == 1 else "en",
        published_at=created.date(),
        text_is_public=place == 0,
        public_since=first,
    )
    extra = AT_WORK if place == BUSY_ARTICLE and count == ARTICLES[place] else ()
    said = [_said(town, n, subject, cast) for n in range(count + len(extra))]
    revision = Row(
        id=number + 1,
        article_id=article.id,
        article=article,
        number=1,
        text=_text(town, said),
        created_at=created,
        created_by_id=cast.annotator,
    )
    town.articles.append(article)
    town.revisions.append(revision)
    for n, each in enumerate(said):
        status, work = extra[n - count] if n >= count else (None, Work.NONE)
        _mark(town, revision, each, status, work, cast)


def _said(town: Town, n: int, subject: str, cast: Cast) -> Row:
    """A sentence with a figure, whether it answers the town's question, and who says it."""
    chance = town.chance
    answers = (len(town.claims) + n) % ANSWERING == 0
    wording = words.WORDINGS[0] if answers else chance.choice(words.WORDINGS)
    about = subject if answers else chance.choice(words.SUBJECTS)
    figure = words.figure(wording.figure, chance)
    quote = f"{figure} {wording.words.format(subject=about, town=town.name)}".strip()
    everywhere = (len(town.claims) + n) % 3 == 0
    speaker = cast.most_quoted() if everywhere else cast.anyone(chance, cast.most_quoted())
    return Row(
        quote=quote,
        figures=_figures(wording, figure, quote) if figure else (),
        answers=answers,
        subject=about,
        speaker=speaker,
        start=0,
    )


def _text(town: Town, said: list[Row]) -> str:
    """The article's text; each sentence learns where it stands."""
    parts, length = [], 0
    for number, each in enumerate(said):
        lead = words.SAYS[number % len(words.SAYS)].format(office=each.speaker.name)
        each.start = length + len(lead) + 1
        paragraph = f"{lead} {each.quote}. {words.FILLER[number % len(words.FILLER)]}"
        parts.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(parts)


def _mark(town: Town, revision: Row, said: Row, status: str | None, work: str, cast: Cast) -> None:
    article, n = revision.article, len(town.claims)
    public_id = cast.id_of("claim", f"{town.number}/{n}")
    end = said.start + len(said.quote)
    prefix, suffix = context(revision.text, said.start, end, CONTEXT)
    rating = cast.rating(town.chance) if status is None else None
    question = town.question if said.answers else None
    created = article.created_at + timedelta(minutes=1, seconds=n)
    claim = Row(
        id=town.number * (CLAIMS + len(AT_WORK)) + n + 1,
        public_id=public_id,
        created_at=created,
        created_by_id=cast.annotator,
        article_id=article.id,
        article=article,
        revision_id=revision.id,
        revision=revision,
        quote=said.quote,
        prefix=prefix,
        suffix=suffix,
        start=said.start,
        end=end,
        statement=f"{said.quote}.",
        question_id=question and question.id,
        question=question,
        assignee_id=cast.annotator if work != Work.NONE else None,
        due_at=created + timedelta(days=2) if status else None,
        verification_status=status or (rating and rating.slug),
        work=str(work),
        rating=rating,
        subject=said.subject,
    )
    claim.attributions = list(_attributions(claim, said.speaker, town.chance, cast))
    claim.quantities = list(_quantities(claim, said))
    town.claims.append(claim)


def _attributions(claim: Row, speaker: Row, chance: Random, cast: Cast) -> Iterator[Row]:
    other = cast.anyone(chance, speaker)
    publisher = claim.article.publisher
    via = publisher if chance.random() < 0.25 and publisher is not other else None
    stands = [(speaker, "asserts", None), (other, chance.choice(("denies", "doubts")), via)]
    for position, (source, stance, relayed) in enumerate(stands):
        yield Row(
            id=claim.id * 2 + position,
            public_id=public_id_from(f"{claim.public_id}/attributions/1/{position}"),
            position=position,
            claim_id=claim.id,
            source_id=source.id,
            source=source,
            stance=stance,
            via_id=relayed and relayed.id,
            via=relayed,
            at=claim.article.published_at,
        )


def _quantities(claim: Row, said: Row) -> Iterator[Row]:
    unit = claim.question and claim.question.unit
    candidates = [
        each
        for each in said.figures
        if unit and each["unit"] and dimension_of(each["unit"]) == dimension_of(unit)
    ]
    for position, each in enumerate(said.figures):
        yield Row(
            id=claim.id * 2 + position,
            public_id=public_id_from(f"{claim.public_id}/quantities/1/{position}"),
            position=position,
            claim_id=claim.id,
            is_answer=len(candidates) == 1 and each in candidates,
            **each,
        )


def _settle(town: Town) -> None:
    """Whether the question's answers contradict one another, for the desk and for readers."""
    for name, claims in (
        ("has_conflict", town.claims),
        ("has_public_conflict", town.published()),
    ):
        answers = [each for claim in claims for each in claim.quantities if each.is_answer]
        setattr(town.question, name, any_disjoint(answers))


_KNOWN: dict[tuple[str, str], list[dict[str, Any]]] = {}


def _figures(wording: words.Wording, figure: str, quote: str) -> list[dict[str, Any]]:
    """The figures of a quote, read once per wording and figure: names make no difference."""
    key = (wording.words, figure)
    if key not in _KNOWN:
        _KNOWN[key] = [
            said | derived(said["unit"], said["low"], said["high"]) for said in figures_in(quote)
        ]
    return _KNOWN[key]
