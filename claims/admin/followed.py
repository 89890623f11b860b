"""Followed: the page of a record that published checks name, once its words have changed."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from django.http import HttpResponse

from accounts.access import may
from accounts.scopes import Scope
from claims.models import Claim
from claims.record.outdated import outdated
from claims.record.renewal import renew_all
from factcheck.desk.acts import Act
from factcheck.desk.record_page import RecordPage

# What one request does; the command `publish_updates` does any number.
MOST = 100

if TYPE_CHECKING:
    _Page = RecordPage
else:
    _Page = object


class Followed(_Page):
    """
    Mixed into a RecordPage, before it.

    Readers see old words until a reviewer says that the checks are to follow; the button for that
    is there while there is something to do.
    """

    def acts(self) -> Sequence[Act]:
        acts = super().acts()
        may_publish = may(self.request.user, Scope.VERDICTS_PUBLISH)
        if self.record is None or not may_publish:
            return acts
        waiting = outdated(Claim.objects.all(), self.record).count()
        return [*acts, _publish_updates(waiting)] if waiting else acts

    def do_publish_updates(self) -> HttpResponse:
        """Publish a version of each check that says the words as they are now."""
        waiting = outdated(Claim.objects.all(), self.record)
        renewed = renew_all(waiting, by=self.request.user, notice=self.words())
        updated = sum(islice(renewed, MOST))
        rest = outdated(Claim.objects.all(), self.record).count()
        more = f" {rest} more wait: press again." if rest and updated == MOST else ""
        return self.done(self.record, f"{_checks(updated)} updated.{more}")


def _publish_updates(waiting: int) -> Act:
    return Act(
        "publish_updates",
        f"Publish updates of {_checks(waiting)}",
        asks="notice",
        label_of_words="Notice for readers",
        hint="Published checks name this with its old words. Leave the notice empty where it makes "
        "no difference to readers, as with a spelling; write one where it does.",
    )


def _checks(number: int) -> str:
    return f"{number} published check{'' if number == 1 else 's'}"
