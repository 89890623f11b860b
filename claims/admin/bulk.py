"""What can be done with several claims of a list at once; each by the claim's own verb."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User
from accounts.scopes import Scope
from claims.models import Claim
from claims.models.status import CloseReason
from factcheck.records.refusals import Refused


class ClaimActionForm(ActionForm):
    """The person and the reason that an action may need."""

    person = forms.ModelChoiceField(
        queryset=User.objects.none(), required=False, label="to", empty_label="nobody"
    )
    reason = forms.ChoiceField(choices=CloseReason.choices, required=False, label="because")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = User.objects.holding(Scope.CLAIMS_WRITE)  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: person.display_name  # type: ignore[attr-defined]


@admin.action(description="Assign to the person named", permissions=["change"])
def assign(model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    form = _form(request)
    if form is None:
        return
    person = form.cleaned_data["person"]
    whom = person.display_name if person else "nobody"
    give = partial(Claim.edit, by=request.user, assignee=person)
    _each(request, queryset, f"assigned to {whom}", give)


@admin.action(description="Close for the reason named", permissions=["change"])
def close(model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    form = _form(request)
    if form is None:
        return
    reason = form.cleaned_data["reason"] or CloseReason.DROPPED
    _each(request, queryset, "closed", partial(Claim.close, by=request.user, reason=reason))


@admin.action(description="Reopen", permissions=["change"])
def reopen(model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> None:
    _each(request, queryset, "reopened", partial(Claim.reopen, by=request.user))


def _form(request: HttpRequest) -> Any:
    form = ClaimActionForm(request.POST)
    form.fields["action"].required = False
    form.fields["action"].choices = [(request.POST.get("action", ""), "")]  # type: ignore[attr-defined]
    if form.is_valid():
        return form
    for name, problems in form.errors.items():
        messages.error(request, f"{form.fields[name].label}: {' '.join(map(str, problems))}")
    return None


def _each(request: HttpRequest, queryset: QuerySet[Any], done: str, act: Any) -> None:
    """Do it with each claim; say how many it was, and why not the others."""
    moved = 0
    for claim in queryset.order_by("pk"):
        try:
            act(claim)
        except (Refused, ValidationError) as refusal:
            why = refusal.message if isinstance(refusal, Refused) else " ".join(refusal.messages)
            messages.warning(request, f"“{claim}” is not {done.split()[0]}: {why}")
        else:
            moved += 1
    if moved:
        claims = "claim" if moved == 1 else "claims"
        messages.success(request, f"{moved} {claims} {done}.")
