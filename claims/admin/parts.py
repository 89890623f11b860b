"""The lists within a form: who stands where on a claim, and what a verdict rests on."""

from typing import Any

from django import forms

from claims.models import Attribution, Evidence, attribution, evidence
from factcheck.desk.parts import PartForm, PartInline


class AttributionForm(PartForm):
    class Meta:
        model = Attribution
        fields = ["source", "stance", "via", "at"]


class AttributionInline(PartInline):
    model = Attribution
    model_name = "attribution"
    form = AttributionForm
    list_name = "attributions"
    part_fields = attribution.FIELDS
    fields = ["source", "stance", "via", "at"]
    autocomplete_fields = ["source", "via"]
    verbose_name = "attribution"
    verbose_name_plural = "who says so"
    add_label = "Add a source"
    explanation = "The first that asserts it is the claimant."


class EvidenceForm(PartForm):
    class Meta:
        model = Evidence
        fields = [
            "stance",
            "source",
            "url",
            "title",
            "excerpt",
            "archived_url",
            "retrieved_at",
            "record",
            "protected",
        ]
        widgets = {
            "excerpt": forms.Textarea(attrs={"rows": 3}),
            "record": forms.Textarea(attrs={"rows": 2}),
            "protected": forms.Textarea(attrs={"rows": 2}),
        }


class EvidenceInline(PartInline):
    model = Evidence
    model_name = "evidence"
    form = EvidenceForm
    list_name = "evidence"
    part_fields = evidence.FIELDS
    fields = [*EvidenceForm.Meta.fields]
    autocomplete_fields = ["source"]
    verbose_name = "evidence"
    verbose_name_plural = "evidence"
    add_label = "Add evidence"
    explanation = (
        "At least one piece that can be followed: a URL, a described record, or the reason why "
        "its source is protected."
    )

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("excerpt", "record", "protected") and field is not None:
            field.widget.attrs["rows"] = 2
        return field
