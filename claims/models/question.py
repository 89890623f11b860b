"""Question: what is in dispute, with its unit and its scope in place and time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from accounts.access import ReadableQuerySet, require, require_author
from accounts.scopes import Scope
from claims.models.asking import AskedOnce
from claims.models.figures import settle_answer
from claims.models.positions import settle_conflict, take_turns
from factcheck.index.finding import found
from factcheck.index.likeness import likeness
from factcheck.index.relevance import best_first
from factcheck.records.clock import moment
from factcheck.records.record import RecordManager
from factcheck.records.slugs import free_slug


class QuestionQuerySet(ReadableQuerySet):
    """What the newsroom asks about questions."""

    def alike(self, text: str) -> Self:
        """Questions of this text, whatever case, spacing, diacritics and punctuation."""
        return self.filter(likeness=likeness(text))

    def matching(self, search: str) -> Self:
        """Questions in whose text a search finds its words."""
        return self.filter(found("questions", search))

    def best_first(self, searches: Sequence[str]) -> Self:
        """Those in which a search finds its words, with `relevance` to order them by."""
        return best_first(self, "questions", searches)


class QuestionManager(RecordManager.from_queryset(QuestionQuerySet)):  # type: ignore[misc]
    """Questions."""


class Question(AskedOnce):
    """What claims answer, with a figure or with a stance."""

    text = models.CharField(
        "question",
        max_length=300,
        help_text="As one question: “How many North Korean troops are in Russia?”",
    )
    slug = models.SlugField(max_length=70, unique=True, editable=False)
    unit = models.CharField(
        max_length=60,
        blank=True,
        help_text="What its figures count or measure: troops, EUR, percent. Empty for yes or no.",
    )
    place = models.CharField(
        max_length=120, blank=True, help_text="Where the question applies: Russia, Kursk region."
    )
    period = models.CharField(
        max_length=120, blank=True, help_text="When it applies: October 2024, since August 2023."
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        help_text="The wider question of which this asks a part. Their figures are not compared.",
    )
    public_since = models.DateTimeField(null=True, editable=False)
    # Whether two of its positions cannot both be true: among all, and among the published ones.
    # positions.settle_conflict() is the definition; the verbs store its answer for the filter.
    has_conflict = models.BooleanField(default=False, editable=False)
    has_public_conflict = models.BooleanField(default=False, editable=False)

    objects = QuestionManager()

    class Meta:
        indexes = [
            # Each ends in the lists' order, so that none is sorted: decision 0019.
            models.Index(fields=["created_at", "public_id"], name="claims_question_by_creation"),
            models.Index(
                fields=["has_conflict", "created_at", "public_id"],
                name="claims_question_by_conflict",
            ),
            models.Index(
                fields=["created_at", "public_id"],
                name="claims_question_public",
                condition=Q(public_since__isnull=False),
            ),
            models.Index(
                fields=["has_public_conflict", "created_at", "public_id"],
                name="claims_question_public_clash",
                condition=Q(public_since__isnull=False),
            ),
            models.Index(fields=["likeness"], name="claims_question_by_likeness"),
        ]
        constraints = [
            *AskedOnce.Meta.constraints,
            models.CheckConstraint(
                name="claims_question_text_not_blank",
                condition=~Q(text=""),
                violation_error_message="A question needs a text.",
            ),
            models.CheckConstraint(
                name="claims_question_not_part_of_itself",
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("id")),
                violation_error_message="A question cannot be part of itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Nobody has asked it before, and no question is, through others, a part of itself."""
        super().clean()
        wider, seen = self.part_of, set()
        while wider is not None and wider.pk not in seen:
            if self.pk and wider.pk == self.pk:
                raise ValidationError(
                    {"part_of": f"“{self.part_of}” is itself a part of this question."}
                )
            seen.add(wider.pk)
            wider = wider.part_of

    def alike(self) -> QuestionQuerySet:
        """
        Other questions of this text, however it is written: decision 0022.

        Not those that both are about a place, or both about a time, and not about the same.
        """
        others = Question.objects.alike(self.text).exclude(pk=self.pk)
        for name in ("place", "period"):
            if said := getattr(self, name):
                others = others.filter(Q(**{name: ""}) | Q(**{f"{name}__iexact": said}))
        return others

    @classmethod
    @transaction.atomic
    def add(cls, *, by: Any, at: datetime | None = None, **fields: Any) -> "Question":
        """A new question. Raises ValidationError by field, NotAllowed."""
        require(by, Scope.QUESTIONS_WRITE)
        question = cls(**fields)
        question.slug = question.slug or free_slug(cls, question.text, question.public_id)
        return question._insert(by=by, at=moment(at))

    @transaction.atomic
    def edit(self, *, by: Any, at: datetime | None = None, **fields: Any) -> None:
        """Change the named fields; the slug stays. Raises ValidationError, NotAllowed, Stale."""
        require(by, Scope.QUESTIONS_WRITE)
        unit = self.unit
        take_turns(self.pk)
        self._edit(fields, by=by, at=moment(at))
        if self.unit != unit:
            for claim in self.claims.all():
                settle_answer(claim)
            settle_conflict(self.pk)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete a question that no claim answers. Raises ProtectedError, NotAllowed, Stale."""
        require(by, Scope.QUESTIONS_WRITE)
        require_author(by, self)
        self._remove(by=by, at=moment(at))
