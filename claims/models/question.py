"""
Question: what is in dispute, with its unit and its scope in place and time.

Each is asked once: decision 0022.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from accounts.access import ReadableQuerySet, require, require_author
from accounts.scopes import Scope
from claims.models.asking import asked_already, asked_key, one_of_two_at_once
from claims.models.figures import settle_answer
from claims.models.kept_once import CODE
from claims.models.positions import settle_conflict, take_turns
from factcheck.index.finding import found
from factcheck.index.likeness import KEY_LENGTH, Alike, likeness
from factcheck.index.relevance import best_first
from factcheck.records.change import Difference
from factcheck.records.clock import moment
from factcheck.records.record import Record, RecordManager
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


class Question(Alike, Record):
    """What claims answer, with a figure or with a stance."""

    named_by = "text"

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
    # asking.asked_key of it. Empty in what was asked twice before that was refused, but for the
    # first, and in what an earlier version stores while it still runs beside this one.
    asked = models.CharField(max_length=KEY_LENGTH, null=True, editable=False)
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
            # Two, as a null is like no other.
            models.UniqueConstraint(
                name="claims_question_asked_once",
                fields=["asked"],
                condition=Q(part_of__isnull=True),
                violation_error_code=CODE,
                violation_error_message="This is asked already.",
            ),
            models.UniqueConstraint(
                name="claims_question_asked_once_within",
                fields=["asked", "part_of"],
                condition=Q(part_of__isnull=False),
                violation_error_code=CODE,
                violation_error_message="This is asked already.",
            ),
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Of named values, as Alike: by hand a fixture's row has no key."""
        super().__init__(*args, **kwargs)
        if kwargs and not args and "asked" not in kwargs:
            self.asked = asked_key(self)

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Nobody has asked it before, and no question is, through others, a part of itself."""
        self._require_it_is_not_asked()
        wider, seen = self.part_of, set()
        while wider is not None and wider.pk not in seen:
            if self.pk and wider.pk == self.pk:
                raise ValidationError(
                    {"part_of": f"“{self.part_of}” is itself a part of this question."}
                )
            seen.add(wider.pk)
            wider = wider.part_of

    def _require_it_is_not_asked(self) -> None:
        """What was asked twice before that was refused may stay as it is."""
        existing = self.asked_before()
        if existing is None:
            self.asked = asked_key(self)
        elif self._state.adding or not self._is_stored_so():
            # None for the time being, or the constraint refuses it once more.
            self.asked = None
            raise ValidationError({"text": asked_already(existing)})

    def asked_before(self) -> "Question | None":
        """Another question that asks the same, as part of the same."""
        others = Question.objects.filter(part_of=self.part_of_id).exclude(pk=self.pk)
        keyed = others.filter(asked=asked_key(self)).first()
        if keyed is not None:
            return keyed
        twins = others.alike(self.text).filter(asked=None).order_by("pk")
        return next((each for each in twins if asked_key(each) == asked_key(self)), None)

    def _is_stored_so(self) -> bool:
        stored = Question.objects.get(pk=self.pk)
        return stored.part_of_id == self.part_of_id and asked_key(stored) == asked_key(self)

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
        with one_of_two_at_once(question):
            return question._insert(by=by, at=moment(at))

    @transaction.atomic
    def edit(self, *, by: Any, at: datetime | None = None, **fields: Any) -> None:
        """Change the named fields; the slug stays. Raises ValidationError, NotAllowed, Stale."""
        require(by, Scope.QUESTIONS_WRITE)
        unit = self.unit
        take_turns(self.pk)
        self._require_editable(fields)
        # The keys follow what it asks: `clean` sees to the one.
        keys = {"asked": self.asked} | self.likeness_after(fields)
        with one_of_two_at_once(self, fields):
            self._write(fields | keys, by=by, at=moment(at))
        if self.unit != unit:
            for claim in self.claims.all():
                settle_answer(claim)
            settle_conflict(self.pk)

    def _is_news(self, difference: Difference) -> bool:
        return difference.field != "asked" and super()._is_news(difference)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete a question that no claim answers. Raises ProtectedError, NotAllowed, Stale."""
        require(by, Scope.QUESTIONS_WRITE)
        require_author(by, self)
        self._remove(by=by, at=moment(at))
