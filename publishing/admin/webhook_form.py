"""The form of a webhook: whom to tell, and of what."""

from typing import Any

from django import forms

from claims.models.published_version import Kind
from factcheck.desk.form import FieldsForm
from publishing.models import Subscription

# What each kind of version means to an editor.
KINDS = {
    Kind.PUBLISHED: "A check is published for the first time",
    Kind.CORRECTED: "A verdict is corrected",
    Kind.UPDATED: "A claim is amended, or a name in it has changed",
    Kind.RETRACTED: "A check is retracted",
    Kind.WITHHELD: "A version is withheld, by order of a court",
}


class WebhookForm(FieldsForm):
    """A webhook, with the kinds as boxes to tick."""

    kinds = forms.MultipleChoiceField(
        required=False,
        label="Told when",
        choices=[(kind.value, words) for kind, words in KINDS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="Nothing ticked: all of it.",
    )

    class Meta:
        model = Subscription
        fields: list[str] = []

    def clean_kinds(self) -> list[str]:
        return list(self.cleaned_data["kinds"])

    def clean_url(self) -> Any:
        return self.cleaned_data["url"].strip()
