"""Importing other desks' checks by hand: pasted or as a file, with the report below."""

import io
from collections import Counter
from typing import Any, BinaryIO, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from publishing.intake import OUTCOMES, REFUSED, Outcome, take_in
from publishing.reviews import read
from publishing.reviews.addresses import absolute

# Bytes that are worth waiting for, and refusals that anybody reads.
LARGEST_FILE, MOST_SHOWN = 5 * 1024 * 1024, 200


class ImportForm(forms.Form):
    """ClaimReview in any shape, and the page it was on."""

    text = forms.CharField(
        required=False,
        strip=False,
        label="ClaimReview",
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField"}),
        help_text="JSON-LD, JSON lines, a DataFeed, an answer of claims:search, or a page’s HTML.",
    )
    file = forms.FileField(
        required=False,
        label="Or a file",
        widget=forms.FileInput(attrs={"accept": ".json,.jsonl,.jsonld,.html,.htm,.txt"}),
        help_text="In UTF-8, at most 5 MB. Larger ones: manage.py import_claimreview.",
    )
    page = forms.CharField(
        required=False,
        max_length=2000,
        label="Address of the page",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
        help_text="Where it was copied from, if its own addresses are relative.",
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise ValidationError(
                "More than 5 MB take too long here. Use manage.py import_claimreview."
            )
        return file

    def clean_page(self) -> str:
        page = self.cleaned_data["page"].strip()
        if page and not absolute(page):
            raise ValidationError("A web address, as in https://checks.example/…")
        return page

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        has_text = bool((given.get("text") or "").strip())
        if not has_text and not given.get("file") and "file" not in self.errors:
            raise ValidationError({"text": "Paste something, or choose a file."})
        if has_text and given.get("file"):
            raise ValidationError({"file": "Keep one of the two: what is pasted, or the file."})
        return given

    def opened(self) -> BinaryIO:
        """What was given, as a file; half a character, which is no text, is marked as such."""
        file = self.cleaned_data["file"]
        if file:
            return file.file
        return io.BytesIO(self.cleaned_data["text"].encode(errors="replace"))


class Report(NamedTuple):
    """What became of the items: how many of each, and the first that were refused."""

    counts: list[tuple[str, int]]
    refused: list[Outcome]
    more: int


def import_screen(request: HttpRequest, site: Any, opts: Any) -> HttpResponse:
    """The form; after an import the report above it. Whoever calls asks for the permission."""
    form, report = ImportForm(), None
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            report = _imported(form, request.user)
            form = ImportForm(initial={"page": form.cleaned_data["page"]})
    context = {
        **site.each_context(request),
        "title": "Import other desks’ checks",
        "opts": opts,
        "form": form,
        "report": report,
    }
    return TemplateResponse(request, "publishing/admin/import_reviews.html", context)


def _imported(form: ImportForm, person: Any) -> Report:
    counts, refused = Counter[str](), list[Outcome]()
    for each in take_in(read(form.opened(), page=form.cleaned_data["page"]), by=person):
        counts[each.outcome] += 1
        if each.outcome == REFUSED and len(refused) < MOST_SHOWN:
            refused.append(each)
    told = [(outcome, counts[outcome]) for outcome in OUTCOMES]
    return Report(told, refused, counts[REFUSED] - len(refused))
