"""What an editor writes of a claim."""

from typing import Any

from django import forms
from django.utils.html import format_html

from claims.admin.occurrences import Occurrence
from claims.models import Claim
from claims.models.figures import answer_of, could_answer
from claims.templatetags.figures import figure_chip
from factcheck.desk.form import FieldsForm


class ClaimForm(FieldsForm):
    """
    A claim's own fields.

    `place` is the offset of the occurrence that the editor has picked; hidden until the quote
    turns out to stand in the text more than once. `answer` is the figure with which the claim
    answers its question, asked for where several could.
    """

    place = forms.IntegerField(required=False, widget=forms.HiddenInput, label="Which one?")
    answer = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect(attrs={"class": "choices-in-line"}),
        label="Which of them answers the question?",
    )

    class Meta:
        model = Claim
        fields: list[str] = []
        widgets = {
            "quote": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "statement": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "note": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "statement" in self.fields:
            self.fields["statement"].required = False
            self.fields["statement"].help_text += " Empty: the quote itself."
        self._offer_answers()

    def _offer_answers(self) -> None:
        if self.instance.pk is None:
            del self.fields["answer"]
            return
        field, figures = self.fields["answer"], could_answer(self.instance)
        field.choices = [(each.public_id, figure_chip(each)) for each in figures]  # type: ignore[attr-defined]
        self.initial["answer"] = self.stored_answer()

    def stored_answer(self) -> str | None:
        """The figure that is stored as the answer; none where the page did not ask for it."""
        if self.is_bound and self.add_prefix("answer") not in self.data:
            return None
        return answer_of(self.instance)

    def offer(self, places: list[Occurrence]) -> None:
        """Let the editor pick the occurrence."""
        field = self.fields["place"]
        field.widget = forms.RadioSelect(
            choices=[(place.start, _in_context(place)) for place in places],
            attrs={"class": "places"},
        )
        field.help_text = "The quote stands in the text more than once."


def _in_context(place: Occurrence) -> str:
    return format_html(
        '<span class="in-text">…{}<mark>{}</mark>{}…</span>', place.before, place.words, place.after
    )
