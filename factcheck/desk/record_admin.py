"""RecordAdmin: what every record's admin shares. Saving goes through the model's verbs."""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ORDER_VAR
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from factcheck.desk.alike import MOST, Words
from factcheck.desk.answering import still_used
from factcheck.desk.fields import DeskFields
from factcheck.desk.form import FieldsForm
from factcheck.desk.history import entries_about
from factcheck.desk.listing import DeskChangeList, DeskList
from factcheck.desk.permission import ByPermission
from factcheck.desk.record_page import RecordPage
from factcheck.records.public_id import LENGTH
from factcheck.records.record import Record
from factcheck.records.refusals import Refused

# With what Django and our own lists make an order unambiguous.
ENDINGS = ("pk", "-pk", "public_id", "-public_id")


class RecordAdmin(ByPermission, DeskFields, DeskList, admin.ModelAdmin):
    """
    A record's list, page, history and deletion.

    Rows are addressed by their public id. `page` says what the record's page shows and does.
    """

    form = FieldsForm
    page: type[RecordPage] = RecordPage
    change_form_template = "desk/record.html"
    delete_confirmation_template = "desk/delete.html"
    object_history_template = "desk/history.html"
    list_prefetch_related: tuple[Any, ...] = ()
    page_select_related: tuple[str, ...] = ("created_by",)
    remove_others_permission = "accounts.verdicts_publish"
    alike_words: Words | None = None

    class Media:
        js = ["desk/names.js", "desk/rows.js", "desk/copy.js", "desk/leave.js"]

    # --- Rows -----------------------------------------------------------------------------------

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """By public id, or by the key that Django's own widgets link to."""
        queryset = self.get_queryset(request).select_related(*self.page_select_related)
        if len(object_id) == LENGTH and not from_field:
            found = queryset.filter(public_id=object_id).first()
            if found is not None:
                return found
        return super().get_object(request, object_id, from_field)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Rows are deleted one by one, by the verb that knows whether they may go."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        return RecordList

    def _nowhere(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._get_obj_does_not_exist_redirect(  # type: ignore[attr-defined]
            request, self.opts, object_id
        )

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """
        By the index of words, as `q` of the API; `search_fields` only says that one may.

        The few rows of what is not indexed are looked through.
        """
        search = search_term.strip()
        if search and not hasattr(queryset, "matching"):
            return super().get_search_results(request, queryset, search)
        return (self.matching(queryset, search) if search else queryset), False

    def matching(self, rows: Any, search: str) -> Any:
        """The rows in which a search finds its words."""
        return rows.matching(search)

    # --- The record's page ----------------------------------------------------------------------

    def values_for_verb(self, values: dict[str, Any], record: Any) -> dict[str, Any]:
        """The sheet's values as add (without a record) or edit takes them."""
        return values

    def alike(self, record: Any) -> list[Any]:
        """Rows that an editor may have taken this one for, if its kind has such; a few."""
        return list(self.rows_alike(record)[: MOST + 1]) if self.alike_words else []

    def rows_alike(self, record: Any) -> Any:
        """All of those rows, with what `told_apart` needs."""
        return record.alike().order_by("pk")

    def told_apart(self, row: Any) -> str:
        """What tells a row from others that are called the same."""
        return ""

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """
        What the address fills in: `?article=<id>`, other rows by their public id.

        Whatever names no row is left out, for the editor to choose.
        """
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        for field in self.opts.get_fields():
            if field.name in initial and field.many_to_one:
                given, rows = initial.pop(field.name), cast(Any, field.related_model)
                if issubclass(rows, Record):
                    initial[field.name] = rows.objects.filter(public_id=given).first()
        return initial

    def _changeform_view(
        self, request: HttpRequest, object_id: Any, form_url: str, extra_context: Any
    ) -> Any:
        record = None
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
        else:
            record = self.get_object(request, unquote(object_id))
            if not self.has_view_or_change_permission(request, record):
                raise PermissionDenied
            if record is None:
                return self._nowhere(request, object_id)
        page = self.page(self, request, record)
        answer = page.answer() if request.method == "POST" else None
        return answer or page.render(extra_context)

    # --- Deleting -------------------------------------------------------------------------------

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its author's, and a reviewer's."""
        if not self.may_write(request):
            return False
        own = obj is None or obj.created_by_id == request.user.pk
        return own or request.user.has_perm(self.remove_others_permission)

    def _delete_view(self, request: HttpRequest, object_id: str, extra_context: Any) -> Any:
        record = self.get_object(request, unquote(object_id))
        if not self.has_delete_permission(request, record):
            raise PermissionDenied
        if record is None:
            return self._nowhere(request, object_id)
        if request.method == "POST":
            answer = self._remove(request, record)
            if answer is not None:
                return answer
        context = {
            **self.admin_site.each_context(request),
            "title": f"Delete this {self.opts.verbose_name}?",
            "object": record,
            "opts": self.opts,
            "goes_with_it": self.goes_with(record),
            **(extra_context or {}),
        }
        return self.render_delete_form(request, context)

    def goes_with(self, record: Any) -> list[str]:
        """What is deleted together with it, in words."""
        return []

    def render_delete_form(self, request: HttpRequest, context: Any) -> TemplateResponse:
        return TemplateResponse(request, self.delete_confirmation_template, context)

    def _remove(self, request: HttpRequest, record: Any) -> HttpResponse | None:
        version = request.POST.get("version", "")
        if version.isdigit():
            record.version = int(version)
        name = str(record)
        try:
            record.remove(by=request.user)
        except ProtectedError as error:
            messages.error(request, f"It cannot be deleted. {still_used(error)}")
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, f"Deleted: “{name}”")
            return HttpResponseRedirect(self._list_address())
        return None

    def _list_address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    # --- History --------------------------------------------------------------------------------

    def history_of(self, record: Any) -> list[models.Model]:
        """The rows whose changes are this record's history."""
        return [record]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record is None:
            return self._nowhere(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": "History",
            "subtitle": None,
            "object": record,
            "opts": self.opts,
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            "entries": entries_about(self.history_of(record)),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


class RecordList(DeskChangeList):
    """
    A list whose rows lead to their public ids, and come with what their columns need.

    Its order ends in the public id, in the direction of what is before it, as the indexes do.
    """

    def get_ordering(self, request: HttpRequest, queryset: Any) -> list[Any]:
        ordering = [by for by in super().get_ordering(request, queryset) if by not in ENDINGS]
        if ORDER_VAR in self.params:
            # A column was chosen, and Django names the list's own order behind it.
            ordering = ordering[:1]
        falls = isinstance(ordering[-1], str) and ordering[-1].startswith("-")
        return [*ordering, "-public_id" if falls else "public_id"]

    def apply_select_related(self, queryset: Any) -> Any:
        """
        What a column needs comes in a statement of its own, not by a join.

        SQLite may begin with the other table of a join, and then has all the rows to sort.
        """
        admin: Any = self.model_admin
        related: Any = self.list_select_related or ()
        return queryset.prefetch_related(*related, *admin.list_prefetch_related)

    def url_for_result(self, result: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return reverse(name, args=[result.public_id])
