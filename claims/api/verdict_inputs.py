"""What a client sends of verdicts."""

from rest_framework import serializers

from claims.api.inputs import BY_ID, rating_field, several
from claims.models import Claim, Evidence
from factcheck.rest.inputs import ChoiceField, DayField, Input, RowField, TextField
from sources.api.inputs import source_field


class EvidenceInput(Input):
    """One thing that a verdict rests on; with `id` the entry that is there, without a new one."""

    id = serializers.CharField(required=False)
    source = source_field(required=False, allow_null=True)  # type: ignore[assignment]
    stance = ChoiceField(Evidence.Stance.choices, required=False)
    url = TextField(max_length=2000)
    title = TextField(max_length=300)
    excerpt = TextField()
    archived_url = TextField(max_length=2000)
    retrieved_at = DayField(required=False, allow_null=True, help_text="Today unless said")
    record = TextField(
        help_text="Without a URL: who said or showed what, to whom, when, where kept"
    )
    protected = TextField(help_text="Why the source is protected; then no URL")


class VerdictInput(Input):
    """A draft to write; `evidence` replaces the list."""

    returned = frozenset(
        {
            "state",
            "author",
            "edited_by",
            "edited_at",
            "submitted_by",
            "submitted_at",
            "returned_by",
            "returned_at",
            "return_reason",
            "published_by",
            "published_at",
            "notice",
            "four_eyes",
            "superseded_at",
            "retracted_by",
            "retracted_at",
            "retraction_reason",
            "needs_fresh_look",
            "created_at",
        }
    )

    claim = RowField(lambda: Claim.objects.all(), by=BY_ID)
    rating = rating_field()
    summary = TextField(max_length=500)
    rationale = TextField(help_text="Markdown")
    evidence = several(EvidenceInput(), default=list)


class PublishInput(Input):
    """What readers are told; needed once the claim has ever been published."""

    notice = TextField(default="")
