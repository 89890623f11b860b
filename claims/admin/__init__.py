"""The editors' door: articles, claims, verdicts, questions and the scale in the admin."""

from django.contrib import admin

from claims.admin import articles, claims, questions, ratings, verdicts
from claims.admin.figure_form import figure_in_history
from claims.admin.queue import first_page
from claims.models import Claim, Quantity
from factcheck.desk.history import IN_A_LINE, NAMING, InALine

__all__ = ["articles", "claims", "questions", "ratings", "verdicts"]

admin.site.opens_on(first_page)  # type: ignore[attr-defined]
IN_A_LINE[Quantity] = InALine("Figures", figure_in_history)
NAMING[Claim, "answer"] = Quantity
admin.site.style_sheets = ["claims/figures.css", "claims/chart.css"]  # type: ignore[attr-defined]
admin.site.header_models = [  # type: ignore[attr-defined]
    "claims.claim",
    "claims.verdict",
    "claims.article",
    "claims.question",
    "sources.source",
]
