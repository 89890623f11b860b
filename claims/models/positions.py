"""Positions: the figures with which claims answer one question."""

from django.apps import apps
from django.db.models import Q, QuerySet

from claims.comparison import any_disjoint
from claims.models.quantity import Quantity
from claims.models.status import CLOSED, RESERVED

PUBLISHED = ~Q(claim__verification_status__in=RESERVED)


def positions_on(*questions: int | None) -> QuerySet[Quantity]:
    """
    The positions on these questions, each with its claim, whose words say what it counts: the
    answers of claims that nobody has closed.
    """
    answers = Quantity.objects.answers().select_related("claim")
    return answers.filter(~Q(claim__verification_status=CLOSED), claim__question__in=questions)


def take_turns(*questions: int | None) -> list[int]:
    """
    Let one act at a time change what answers these questions; the ids of those that are there.

    Taken after a claim's lock and before its figures are touched: always in this order, so that
    nobody waits in a circle.
    """
    rows = apps.get_model("claims.Question").objects.filter(pk__in=questions).order_by("pk")
    return list(rows.select_for_update(no_key=True).values_list("pk", flat=True))


def settle_conflict(*questions: int | None) -> None:
    """Store whether the positions on these questions contradict one another."""
    for question in take_turns(*questions):
        positions = positions_on(question)
        apps.get_model("claims.Question").objects.filter(pk=question).update(
            has_conflict=any_disjoint(list(positions)),
            has_public_conflict=any_disjoint(list(positions.filter(PUBLISHED))),
        )
