"""RecordPage: one request for the page on which an editor reads, changes and moves a record."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from factcheck.desk.acts import Act
from factcheck.desk.alike import ALIKE, ask_once, note_of
from factcheck.desk.answering import SAVE, SHAPE, Answering
from factcheck.desk.sheet import Sheet, for_form, plain_lines


class RecordPage(Answering):
    """
    What the page shows and does. A subclass adds sheets, acts and a `do_<act>` for each.

    `sheets` are the records that the page's one form changes, the page's own first. A refusal of
    a verb becomes a message on the form, which stays filled; nothing is stored then.
    """

    def __init__(self, admin: Any, request: HttpRequest, record: Any) -> None:
        self.admin = admin
        self.request = request
        self.record = record
        # What was posted, or None.
        self.posted = plain_lines(request.POST) if request.method == "POST" else None
        self.act = None
        self.words_error = ""
        # The rows that an editor is asked about before one more is kept.
        self.asked_about = ()
        self.sheets = self.build_sheets()

    # --- What a subclass says -------------------------------------------------------------------

    def build_sheets(self) -> list[Sheet]:
        return [self.own_sheet()]

    def acts(self) -> Sequence[Act]:
        """The buttons, as state and role allow."""
        return [SAVE] if self.may_save() else []

    def do_save(self) -> HttpResponse:
        """Store the page's own sheet by the model's add or edit."""
        saved = self.save_own()
        return self.done(saved, "Saved." if self.record else f"Added: “{saved}”")

    def watched(self) -> dict[str, Any]:
        """Records that the page shows and an act goes by, by the hidden input of their version."""
        return {}

    def context(self) -> dict[str, Any]:
        """What the page's own template needs besides."""
        return {}

    # --- The page's own record ------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet:
        return self.sheets[0]

    def may_save(self) -> bool:
        if self.record is None:
            return self.admin.has_add_permission(self.request)
        return self.admin.has_change_permission(self.request, self.record)

    def own_sheet(self) -> Sheet:
        admin, request, record = self.admin, self.request, self.record
        self.fieldsets = admin.get_fieldsets(request, record)
        if not self.may_save():
            self.fieldsets = [self._to_read(fieldset) for fieldset in self.fieldsets]
        names = flatten_fieldsets(self.fieldsets)
        self.readonly = (
            list(admin.get_readonly_fields(request, record)) if self.may_save() else list(names)
        )
        kind = admin.get_form(
            request, record, change=record is not None, fields=[*names], exclude=self.readonly
        )
        initial = None if record else admin.get_changeform_initial_data(request)

        def make_form(data: Any) -> Any:
            files = None if data is None else request.FILES
            form = kind(data=data, files=files, instance=for_form(record), initial=initial)
            for name in self.readonly:
                form.fields.pop(name, None)
            return form

        return Sheet(self, record, make_form, inlines=self.own_lists())

    def _to_read(self, fieldset: Any) -> Any:
        """A fieldset without the fields that are only there to write."""
        title, options = fieldset
        known = {field.name for field in self.admin.opts.get_fields()}
        names = [
            name
            for name in flatten_fieldsets([fieldset])
            if name in known or hasattr(self.admin, name)
        ]
        return title, {**options, "fields": names}

    def own_lists(self) -> list[Any]:
        """The lists that may be edited here now."""
        return self.admin.get_inline_instances(self.request, self.record) if self.may_save() else []

    def save_own(self) -> Any:
        """
        Add or edit the page's own record.

        Raises what the verb raises, and AskedFirst where it has become like one that is kept.
        """
        before = {row.pk for row in self.admin.alike(self.record)} if self.record else set()
        values = self.admin.values_for_verb(self.sheet.values(), self.record)
        if self.record is None:
            row = self.add_own(values)
        else:
            row = self.sheet.fresh()
            row.edit(by=self.request.user, **values)
        alike = [each for each in self.admin.alike(row) if each.pk not in before]
        ask_once(alike, answered=self.posted.getlist(ALIKE))
        return row

    def add_own(self, values: dict[str, Any]) -> Any:
        return self.admin.model.add(by=self.request.user, **values)

    # --- Where to go on -------------------------------------------------------------------------

    def address(self, record: Any = None) -> str:
        record = record or self.record
        name = f"admin:{self.admin.opts.app_label}_{self.admin.opts.model_name}"
        if record is None:
            return reverse(f"{name}_add")
        return reverse(f"{name}_change", args=[record.public_id])

    def done(self, record: Any, message: str, address: str = "") -> HttpResponse:
        """Say so, and go on: to the record, or back to the form that opened this as a popup."""
        if IS_POPUP_VAR in self.request.POST:
            answer = self.admin.response_change if self.record else self.admin.response_add
            return answer(self.request, record)
        messages.success(self.request, message)
        return HttpResponseRedirect(address or self.address(record))

    # --- What is shown --------------------------------------------------------------------------

    def render(self, extra: dict[str, Any] | None = None) -> HttpResponse:
        admin, request, record = self.admin, self.request, self.record
        shown = flatten_fieldsets(self.fieldsets)
        any(sheet.begin_at_problem(shown) for sheet in self.sheets)
        adminform = helpers.AdminForm(
            self.sheet.form, list(self.fieldsets), {}, self.readonly, model_admin=admin
        )
        context = {
            **admin.admin_site.each_context(request),
            "title": admin.page_title(request, record),
            "subtitle": None,
            "adminform": adminform,
            "object_id": str(record.pk) if record else None,
            "original": record,
            "is_popup": IS_POPUP_VAR in request.POST or IS_POPUP_VAR in request.GET,
            "to_field": None,
            "media": sum((sheet.media for sheet in self.sheets), admin.media + adminform.media),
            "inline_admin_formsets": [],
            "lists": self.shown_lists(self.sheet),
            "errors": [error for sheet in self.sheets for error in sheet.errors()],
            "preserved_filters": admin.get_preserved_filters(request),
            "hidden": self._hidden(),
            "acts": [self._shown(act) for act in self.acts()],
            "alike": self._alike(),
            **self.context(),
            **(extra or {}),
        }
        return admin.render_change_form(
            request, context, add=record is None, change=record is not None, obj=record
        )

    def shown_lists(self, sheet: Sheet) -> list[dict[str, Any]]:
        """A sheet's lists, for `desk/parts.html`."""
        return [{"inline": inline, "formset": rows} for inline, rows in sheet.inlines.items()]

    def shape(self) -> str:
        """Which fields and lists the page has, to tell whether it is still the one opened."""
        return "; ".join(
            f"{sheet.version_key}: {', '.join([*sheet.form.fields, *sheet.parts])}"
            for sheet in self.sheets
        )

    def _hidden(self) -> list[tuple[str, Any]]:
        return [
            (SHAPE, self.shape()),
            *((sheet.version_key, sheet.version) for sheet in self.sheets),
            *((key, record.version) for key, record in self.watched().items()),
            *((ALIKE, answer) for answer in (self.posted.getlist(ALIKE) if self.posted else ())),
        ]

    def _alike(self) -> dict[str, Any]:
        if self.asked_about:
            return note_of(self.admin, self.asked_about, asks=True)
        rows = self.admin.alike(self.record) if self.record else ()
        return note_of(self.admin, rows, asks=False)

    def _shown(self, act: Act) -> dict[str, Any]:
        words = (self.posted or {}).get(self.words_key(act), "")
        # A choice is posted with whatever is pressed: it says nothing of what one is about to do.
        is_begun = bool(words) and not act.choices
        return {
            "act": act,
            "key": self.words_key(act),
            "words": words,
            "error": self.words_error if act == self.act else "",
            "opened": act.primary or act == self.act or is_begun,
        }
