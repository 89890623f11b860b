"""Where readers find a published claim."""

from typing import Any

from django.http import HttpRequest

from claims.models import FactCheckPeriod
from claims.record.document import path_of
from factcheck.desk.public_address import public_address


def readers_page(request: HttpRequest, claim: Any) -> str:
    """The absolute address of the claim's page, with the slug it was first published with."""
    standing = FactCheckPeriod.objects.standing().filter(fact_check=claim.public_id)
    slug = standing.values_list("slug", flat=True).first()
    return public_address(request, path_of(claim.public_id, slug or ""))
