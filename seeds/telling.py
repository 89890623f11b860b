"""Telling a story: its tables become rows, one a minute, by the verbs that editors use."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_datetime

from accounts.models import User
from accounts.scopes import Role
from claims.models import Article, Claim, Question
from factcheck.records.public_id import public_id_from
from seeds.tables import Asked, Marked, Printed, Speaker, Stand, Story
from sources.models import Source


def id_of(story: Story, kind: str, key: str) -> str:
    """The public id of a row, the same each time the story is told."""
    return public_id_from(f"{story.name}/{kind}/{key}")


def time_of(text: str) -> datetime:
    """A time as the tables write it, “2024-10-24 11:05”, in UTC."""
    moment = parse_datetime(f"{text}:00Z")
    if moment is None:
        raise ValueError(f"{text} is no time.")
    return moment


class Telling:
    """Writes the tables of one story down, as the annotator does on its first day."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._by = User.objects.get(username=Role.ANNOTATOR.value)
        self._minutes = self._every_minute()

    def tell(self) -> None:
        """Everything that is there before anybody has checked anything."""
        for speaker in self.story.speakers:
            self._introduce(speaker)
        for question in self.story.questions:
            self._ask(question)
        for article in self.story.articles:
            self._print(article)
        for claim in self.story.claims:
            self._mark(claim)

    def _every_minute(self) -> Iterator[datetime]:
        # Rows a minute apart, so that lists by age have one order.
        at = self.story.begins
        while True:
            yield at
            at += timedelta(minutes=1)

    def _new(self, kind: str, key: str) -> dict[str, Any]:
        """What every row has: its id, who makes it and when."""
        public_id = id_of(self.story, kind, key)
        return {"public_id": public_id, "by": self._by, "at": next(self._minutes)}

    def _find(self, model: Any, kind: str, key: str) -> Any:
        """The row that a table names; None where it names none."""
        return model.objects.get(public_id=id_of(self.story, kind, key)) if key else None

    def _introduce(self, speaker: Speaker) -> None:
        Source.add(
            **self._new("source", speaker.key),
            name=speaker.name,
            kind=speaker.kind,
            country=speaker.country,
            speaks_for=self._find(Source, "source", speaker.speaks_for),
            aliases=speaker.aliases,
            description=speaker.description,
        )

    def _ask(self, question: Asked) -> None:
        Question.add(
            **self._new("question", question.key),
            text=question.text,
            unit=question.unit,
            place=question.place,
            period=question.period,
            part_of=self._find(Question, "question", question.part_of),
        )

    def _print(self, article: Printed) -> None:
        Article.add(
            **self._new("article", article.key),
            headline=article.headline,
            text=article.text,
            url=article.url,
            publisher=self._find(Source, "source", article.publisher),
            published_at=date.fromisoformat(article.on),
            text_is_public=True,
        )

    def _mark(self, claim: Marked) -> None:
        marked = Claim.mark(
            **self._new("claim", claim.key),
            article=self._find(Article, "article", claim.article),
            quote=claim.quote,
            statement=claim.statement,
            attributions=[self._attribution(stand) for stand in claim.stands],
            question=self._find(Question, "question", claim.question),
            repeats=self._find(Claim, "claim", claim.repeats),
            note=claim.note,
            assignee=User.objects.get(username=claim.assignee) if claim.assignee else None,
            due_at=time_of(claim.due) if claim.due else None,
        )
        self._confirm_figures(marked)

    def _confirm_figures(self, claim: Claim) -> None:
        """Say that a figure without a unit counts what the question asks for: “put it at 3,000”."""
        figures = list(claim.quantities.order_by("position"))
        if claim.question and claim.question.unit and any(not each.unit for each in figures):
            confirmed = [
                {"id": each.public_id} | ({} if each.unit else {"state": "confirmed"})
                for each in figures
            ]
            claim.edit(by=self._by, at=next(self._minutes), quantities=confirmed)

    def _attribution(self, stand: Stand) -> dict[str, Any]:
        return {
            "source": self._find(Source, "source", stand.source),
            "stance": stand.stance,
            "via": self._find(Source, "source", stand.via),
            "at": date.fromisoformat(stand.on) if stand.on else None,
        }
