"""What a record's page does with a POST: an act, a refusal, a conflict; nothing typed is lost."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from factcheck.desk.acts import Act
from factcheck.desk.alike import AskedFirst
from factcheck.desk.conflict import Conflict, conflict_of
from factcheck.desk.rescue import typed_values
from factcheck.desk.sheet import Sheet
from factcheck.records.refusals import Missing, Refused, Stale

SAVE = Act("save", "Save", saves=True, primary=True)
# Shows the form again, filled with the editor's own values, on top of what is stored now.
REBASE = "rebase"
# The hidden input that says which fields the page had when it was opened.
SHAPE = "_shape"


class Conflicted(Exception):
    """Somebody saved first: show both."""


class Answering:
    """
    Mixed into RecordPage. Whatever stands in the way, nothing typed is lost and nothing is half
    stored: each act is one transaction.
    """

    admin: Any
    request: HttpRequest
    record: Any
    posted: Any
    sheets: list[Sheet]
    act: Act | None
    words_error: str
    asked_about: Sequence[Any]
    acts: Any
    address: Any
    build_sheets: Any
    may_save: Any
    watched: Any
    shape: Any

    def answer(self) -> HttpResponse | None:
        """Do what was asked; None: show the form again, filled, with what stood in the way."""
        if self.posted.get(SHAPE, self.shape()) != self.shape():
            return self._moved_on()
        name = self.posted.get("_act") or SAVE.name
        if name == REBASE:
            return None
        self.act = next((act for act in self.acts() if act.name == name), None)
        return self._not_possible(name) if self.act is None else self._try(self.act)

    def words(self) -> str:
        """What the editor wrote for the act that is being done."""
        return self.posted.get(self.words_key(self.act), "").strip() if self.act else ""

    @staticmethod
    def words_key(act: Act) -> str:
        return f"{act.name}-{act.asks}"

    def place(self, error: ValidationError) -> None:
        """Put a verb's complaints on the page's own sheet."""
        self.sheets[0].place(error)

    # --- An act ---------------------------------------------------------------------------------

    def _try(self, act: Act) -> HttpResponse | None:
        try:
            with transaction.atomic():
                return self._do(act)
        except Conflicted:
            return self._both_versions(act)
        except Stale:
            return self._overtaken(act)
        except AskedFirst as question:
            self.asked_about = question.rows
        except ValidationError as error:
            self.place(error)
        except Missing as refusal:
            self._missing(act, refusal)
        except Refused as refusal:
            messages.error(self.request, refusal.message)
        except ProtectedError as error:
            messages.error(self.request, still_used(error))
        return None

    def _do(self, act: Act) -> HttpResponse | None:
        if not act.saves:
            self._require_nothing_unsaved(act)
            return getattr(self, f"do_{act.name}")()
        self._settle_conflicts(act)
        # Each is asked, so that each shows what is wrong with it.
        valid = [sheet.is_valid() for sheet in self.sheets]
        return getattr(self, f"do_{act.name}")() if all(valid) else None

    def _require_nothing_unsaved(self, act: Act) -> None:
        """An act goes by what is stored, so nothing typed may be left behind unseen."""
        if any(sheet.is_stale() for sheet in self.sheets) or self._watched_moved():
            raise Stale
        if self.may_save() and not all(sheet.is_untouched() for sheet in self.sheets):
            raise Refused(
                "There are changes on this page that are not saved. Save them first, then "
                f"“{act.label}”."
            )

    def _watched_moved(self) -> bool:
        return any(
            self.posted.get(key, str(record.version)) != str(record.version)
            for key, record in self.watched().items()
        )

    # --- Somebody saved first -------------------------------------------------------------------

    def conflicts(self) -> list[Conflict]:
        for sheet in self.sheets:
            sheet.is_valid()
        return [conflict_of(sheet) for sheet in self.sheets if sheet.is_stale()]

    def _settle_conflicts(self, act: Act) -> None:
        """
        Take over what others have saved where the editor has changed nothing; else raise
        Conflicted. Who sends something on must have read it, so then theirs is shown as well.
        """
        conflicts = self.conflicts()
        only_saves = act.name == SAVE.name
        if any(each.both or (each.theirs and not only_saves) for each in conflicts):
            raise Conflicted
        for each in conflicts:
            self.posted[each.sheet.version_key] = str(each.sheet.version)
            self.posted.setlist(each.sheet.kept_key, each.kept)
        if conflicts:
            self.sheets = self.build_sheets()

    def _overtaken(self, act: Act) -> HttpResponse:
        """The verb found a newer row than the page did."""
        if act.saves:
            self.record = self.admin.get_object(self.request, str(self.record.pk))
            self.sheets = self.build_sheets()
            return self._both_versions(act)
        messages.error(
            self.request,
            "Somebody has saved this since you opened it, so nothing was done. This is how it "
            "stands now: read it again.",
        )
        return HttpResponseRedirect(self.address())

    def _both_versions(self, act: Act) -> HttpResponse:
        """Stored and own values side by side, and the form to be posted again on top."""
        conflicts = self.conflicts()
        versions = [(sheet.version_key, sheet.version) for sheet in self.sheets]
        kept = [(each.sheet.kept_key, name) for each in conflicts for name in each.kept]
        own = {"csrfmiddlewaretoken", "_act", *(sheet.version_key for sheet in self.sheets)}
        own |= {sheet.kept_key for sheet in self.sheets}
        context = {
            "title": "Somebody saved this before you",
            "conflicts": conflicts,
            "posted": [*self._posted_but(own), *kept, *versions],
            "act": act,
            "rebase": REBASE,
            "keep_theirs": self.address(),
        }
        return self._screen("desk/conflict.html", context)

    # --- It has moved on ------------------------------------------------------------------------

    def _moved_on(self) -> HttpResponse:
        """The page no longer has the fields it had: show what was typed, so that it is not lost."""
        context = {
            "title": "This has moved on since you opened it",
            "typed": typed_values(self.posted),
            "address": self.address(),
        }
        return self._screen("desk/moved_on.html", context)

    def _not_possible(self, name: str) -> HttpResponse:
        if name == SAVE.name and not self.may_save():
            raise PermissionDenied
        messages.error(
            self.request,
            "That is not possible (any more), so nothing was done. This is how it stands now.",
        )
        return HttpResponseRedirect(self.address())

    def _missing(self, act: Act, refusal: Missing) -> None:
        if refusal.field and act.asks:
            self.words_error = refusal.message
        else:
            messages.error(self.request, refusal.message)

    def _posted_but(self, own: set[str]) -> Sequence[tuple[str, str]]:
        return [
            (key, value)
            for key, values in self.posted.lists()
            if key not in own
            for value in values
        ]

    def _screen(self, template: str, context: dict[str, Any]) -> HttpResponse:
        shared = {
            **self.admin.admin_site.each_context(self.request),
            "opts": self.admin.opts,
            "original": self.record,
        }
        return TemplateResponse(self.request, template, shared | context, status=409)


def still_used(error: ProtectedError) -> str:
    """Which rows stand in the way of deleting one."""
    rows = list(error.protected_objects)
    kinds = {row._meta.verbose_name_plural for row in rows}
    some = "; ".join(f"“{row}”" for row in rows[:3]) + (" and others" if len(rows) > 3 else "")
    return f"It is still used by {' and '.join(sorted(map(str, kinds)))}: {some}."
