"""The editors' door: articles, claims, verdicts, questions and the scale in the admin."""

from django.contrib import admin

from claims.admin import (
    articles,
    claims,
    published_versions,
    questions,
    ratings,
    sources,
    verdicts,
)
from claims.admin.changed_words import address_of_version
from claims.admin.figure_form import figure_in_history
from claims.admin.queue import first_page
from claims.models import Article, Claim, Quantity
from factcheck.desk.history import IN_A_LINE, LEADING, NAMING, InALine

__all__ = [
    "articles",
    "claims",
    "published_versions",
    "questions",
    "ratings",
    "sources",
    "verdicts",
]

admin.site.opens_on(first_page)  # type: ignore[attr-defined]
IN_A_LINE[Quantity] = InALine("Figures", figure_in_history)
NAMING[Claim, "answer"] = Quantity
LEADING[Article, "revision"] = address_of_version
admin.site.style_sheets = [  # type: ignore[attr-defined]
    "claims/figures.css",
    "claims/chart.css",
    "claims/versions.css",
]
admin.site.header_models = [  # type: ignore[attr-defined]
    "claims.claim",
    "claims.verdict",
    "claims.article",
    "claims.question",
    "sources.source",
]
