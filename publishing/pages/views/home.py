"""/: the latest checks."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from accounts.demo import demo_users_are_locked
from publishing.pages.answering import Page, reader_page
from publishing.pages.checks import Check, check_of
from publishing.pages.paging import leaf_of
from publishing.record import shown


@reader_page
def home(request: HttpRequest) -> Page:
    """
    What stands, newest first; while somebody is trying it out, where everything else is as well.
    """
    rows = shown().filter(document__body__isnull=False).values("place", "document__body")
    locked = settings.DEBUG and demo_users_are_locked()

    def build() -> Mapping[str, Any]:
        leaf = leaf_of(request, rows, "place")
        checks = [check_of(row["document__body"]) for row in leaf.rows]
        return {
            "leaf": leaf,
            "checks": checks,
            "questions": _questions(checks),
            "trying": settings.DEBUG and not leaf.newer,
            "demo_is_locked": locked,
        }

    return Page("publishing/home.html", build, follows=(settings.DEBUG, locked))


def _questions(checks: Sequence[Check]) -> list[Mapping[str, Any]]:
    """What several of these checks answer, each question once."""
    asked = [check.said["question"] for check in checks if check.said["question"]]
    counts: dict[str, int] = {}
    for each in asked:
        counts[each["slug"]] = counts.get(each["slug"], 0) + 1
    once = {each["slug"]: {**each, "answers": counts[each["slug"]]} for each in asked}
    return [each for each in once.values() if each["answers"] > 1]
