"""Why readers are shown nothing of a fact check: it never was, was taken back, or is withheld."""

from django.http import Http404

from claims.models import FactCheckVersion
from claims.models.published_version import Kind
from factcheck.rest.exceptions import Gone, Withheld


def refusal_of(fact_check: str, sequence: int | None = None) -> Exception:
    """The exception to raise, where nothing is shown or was when this was the ledger's last row."""
    versions = FactCheckVersion.objects.filter(fact_check__public_id=fact_check)
    until = versions if sequence is None else versions.filter(sequence__lte=sequence)
    last = until.order_by("-version").first()
    if last is None:
        return Http404()
    if last.kind == Kind.RETRACTED:
        return Gone(f"This check was retracted. {last.notice}", code="retracted")
    # It stood then, and what it said is withheld now.
    withheld = versions.filter(kind=Kind.WITHHELD).order_by("-version").first()
    return Withheld(withheld.notice if withheld else None)
