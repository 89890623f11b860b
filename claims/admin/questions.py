"""Questions: what claims answer."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.safestring import SafeString

from accounts.scopes import Scope
from claims.admin.question_page import QuestionPage
from claims.models import Claim, Question
from factcheck.desk.alike import Words
from factcheck.desk.glyphs import badge
from factcheck.desk.record_admin import RecordAdmin


class FiguresFilter(admin.SimpleListFilter):
    """Whether two figures that answer it cannot both be true."""

    title = "figures"
    parameter_name = "figures"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("disagree", "Figures disagree"), ("agree", "They do not")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("disagree", "agree"):
            return queryset
        return queryset.filter(has_conflict=self.value() == "disagree")


@admin.register(Question)
class QuestionAdmin(RecordAdmin):
    page = QuestionPage
    write_permission = Scope.QUESTIONS_WRITE.permission
    change_form_template = "claims/admin/question.html"
    autocomplete_fields = ["part_of"]
    fields = ["text", "unit", ("place", "period"), "part_of"]
    page_select_related = ("part_of", "created_by")

    list_display = ["text", "disagree", "unit", "place", "period", "part_of", "answers"]
    list_filter = [FiguresFilter]
    list_select_related = ["part_of"]
    search_fields = ["text"]
    search_help_text = "Words of the question"
    sortable_by = []
    ordering = ["-created_at", "-public_id"]
    alike_words = Words(
        "In these words, however they are written, there is also:",
        "Not kept yet: in these words, however they are written, there is already:",
        "It is another question. Ask it all the same.",
    )

    def rows_alike(self, record: Any) -> QuerySet[Any]:
        return super().rows_alike(record).select_related("part_of")

    def told_apart(self, row: Any) -> str:
        wider = f"part of “{row.part_of}”" if row.part_of else ""
        return ", ".join(filter(None, [row.unit, row.place, row.period, wider]))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        answers = Claim.objects.filter(question=OuterRef("pk")).order_by().values("question")
        counted = answers.annotate(number=Count("pk")).values("number")
        return super().get_queryset(request).annotate(answers=Coalesce(Subquery(counted), 0))

    @admin.display(description="Figures")
    def disagree(self, question: Any) -> SafeString | str:
        return badge("disputed", "Figures disagree") if question.has_conflict else "–"

    @admin.display(description="Claims")
    def answers(self, question: Any) -> int:
        return question.answers
