"""/corrections/: everything that we got wrong and said so."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from publishing import corrections as record
from publishing.pages.answering import Page, reader_page
from publishing.pages.checks import check_of
from publishing.pages.paging import leaf_of


@reader_page
def corrections(request: HttpRequest) -> Page:
    """Corrections and retractions with their notices, latest first."""

    def build() -> Mapping[str, Any]:
        leaf = leaf_of(request, record.corrections(), "sequence")
        told = [
            (record.correction_row(row), None if row["body"] is None else check_of(row["body"]))
            for row in leaf.rows
        ]
        return {"leaf": leaf, "told": told}

    return Page("publishing/corrections.html", build)
