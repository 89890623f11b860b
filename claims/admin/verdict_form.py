"""What an editor writes of a verdict, on its own page and on its claim's."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.html import format_html

from claims.admin.parts import EvidenceInline
from claims.admin.status import rating_badge
from claims.models import Rating, Verdict
from factcheck.desk.form import FieldsForm
from factcheck.desk.sheet import Sheet, for_form


class RatingChoice(forms.ModelChoiceField):
    """The scale as radio buttons: glyph, word, and when the desk gives it."""

    def __init__(self, **options: Any) -> None:
        field = Verdict._meta.get_field("rating")
        super().__init__(
            queryset=Rating.objects.on_the_scale(),
            widget=forms.RadioSelect(attrs={"class": "scale"}),
            empty_label=None,
            label=str(field.verbose_name).capitalize(),
            **options,
        )

    def label_from_instance(self, rating: Any) -> str:
        return format_html(
            '{} <span class="definition">{}</span>', rating_badge(rating), rating.definition
        )


class VerdictForm(FieldsForm):
    rating = RatingChoice()

    class Meta:
        model = Verdict
        fields = ["rating", "summary", "rationale"]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "rationale": forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
        }


def verdict_sheet(page: Any, verdict: Any, *, prefix: str) -> Sheet:
    """The draft as a sheet of its claim's page; without a draft, room for a new one."""

    def make_form(data: Any) -> VerdictForm:
        return VerdictForm(
            data=data,
            instance=for_form(verdict),
            prefix=prefix,
            empty_permitted=verdict is None,
            use_required_attribute=False,
        )

    inlines = [EvidenceInline(Verdict, admin.site)]
    return Sheet(page, verdict, make_form, inlines=inlines, version_key=f"{prefix}-version")
