"""The newsroom's questions about verdicts."""

from typing import Any, Self

from django.conf import settings
from django.db.models import F, QuerySet

from accounts.access import may
from accounts.scopes import Scope
from factcheck.records.record import RecordManager

LOOKED_AT = ("draft", "submitted", "published")


class VerdictQuerySet(QuerySet[Any]):
    """Verdicts, narrowed to what somebody asks or may see."""

    def standing(self) -> Self:
        """The verdicts that readers are shown."""
        return self.filter(state="published")

    def ever_published(self) -> Self:
        """Verdicts that readers have seen, whatever became of them."""
        return self.filter(published_at__isnull=False)

    def looked_at(self) -> Self:
        """Verdicts that somebody reads or works on."""
        return self.filter(state__in=LOOKED_AT)

    def in_work(self) -> Self:
        """Drafts and what waits for review."""
        return self.filter(state__in=("draft", "submitted"))

    def publishable_by(self, reviewer: Any) -> Self:
        """What waits for review and four eyes let this reviewer publish; of no closed claim."""
        waiting = self.filter(state="submitted", claim__closed_at__isnull=True)
        return waiting.exclude(edited_by=reviewer) if settings.FOUR_EYES else waiting

    def have_read_again(self) -> None:
        """What their reviewer has read is not what would be published: it has to be read anew."""
        self.filter(state="submitted").update(version=F("version") + 1)

    def for_reader(self, user: Any) -> Self:
        """What this user may see: the desk everything, everyone else the standing ones."""
        return self if may(user, Scope.READ) else self.standing()


class VerdictManager(RecordManager.from_queryset(VerdictQuerySet)):  # type: ignore[misc]
    """Verdicts."""
