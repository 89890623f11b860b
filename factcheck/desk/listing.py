"""How every list of the desk looks and counts."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import capfirst

# Nobody pages further; a filter is the better door.
MOST_ROWS = 2_000


def no_further(number: int) -> str:
    """A number that was counted no further than MOST_ROWS, as 1,999 or 2,000+."""
    return f"{number:,}" + ("+" if number >= MOST_ROWS else "")


class CappedPaginator(Paginator):
    """
    Counts no further than anybody pages, so that a list costs the same in a large newsroom.

    Counts in the list's order, along the index that the list is read by.
    """

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return rows[:MOST_ROWS].count() if hasattr(rows, "order_by") else len(rows)


class DeskChangeList(ChangeList):
    """A list that goes by those of its columns alone that an index is for, whatever is asked."""

    def get_ordering_field(self, field_name: Any) -> Any:
        named = field_name in (self.sortable_by or ())
        return super().get_ordering_field(field_name) if named else None

    @property
    def counted(self) -> str:
        """How many rows there are, as far as they are counted."""
        return no_further(self.result_count)

    @property
    def is_cut(self) -> bool:
        """Whether there may be more rows than were counted, so that nobody knows what “all” is."""
        return self.result_count >= MOST_ROWS


class DeskList:
    """Mixed into a ModelAdmin before Django's own class."""

    change_list_template: Any = "desk/list.html"
    paginator: Any = CappedPaginator
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def page_title(self, request: HttpRequest, record: Any) -> str:
        """A record's page is named after it, the page for a new one by what one does there."""
        name = str(self.opts.verbose_name)  # type: ignore[attr-defined]
        # Not before a “u”: “a user”.
        return str(record) if record else f"Add {'an' if name[0] in 'aeio' else 'a'} {name}"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        return DeskChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        title = capfirst(str(self.opts.verbose_name_plural))  # type: ignore[attr-defined]
        words = {"title": title, "add_title": self.page_title(request, None)}
        context = {**words, **(extra_context or {})}
        return super().changelist_view(request, context)  # type: ignore[misc]
