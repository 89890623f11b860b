"""A newsroom in which every list has something to show and every state is there."""

from typing import Any

from accounts.models import Token
from accounts.scopes import Role
from claims.models import Claim, FactCheckVersion
from publishing.models import ReviewLabel
from tests.newsroom import (
    make_claim,
    make_draft,
    make_published,
    make_question,
    make_retracted,
    make_source,
    make_submitted,
    make_superseded,
    the,
)
from tests.publishing.imported import make_review
from tests.publishing.webhooks import make_subscription


def make_newsroom() -> dict[str, Any]:
    """One row of each model, by the model's label; the claim has a draft."""
    office = make_source("Roads office", aliases=["RO"])
    question = make_question()
    claim = make_claim(
        question=question, attributions=[{"source": office, "stance": "asserts", "via": None}]
    )
    draft = make_draft(claim=claim)
    for make in (make_submitted, make_published, make_superseded, make_retracted):
        make()
    token, _ = Token.issue(user=the(Role.ADMINISTRATOR), scopes=["read"])
    return {
        "claims.article": claim.article,
        "claims.claim": Claim.objects.get(pk=claim.pk),
        "claims.factcheckversion": FactCheckVersion.objects.get(sequence=1),
        "claims.question": question,
        "claims.rating": draft.rating,
        "claims.verdict": draft,
        "publishing.importedreview": make_review(),
        "publishing.reviewlabel": ReviewLabel.add(by=None, label="Falso"),
        "publishing.subscription": make_subscription(),
        "sources.source": office,
        "accounts.user": the(Role.ANNOTATOR),
        "accounts.token": token,
        "auth.group": the(Role.ADMINISTRATOR).groups.get(),
    }
