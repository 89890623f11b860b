"""Fixtures: the demo's rows as JSON that loaddata reads, named by natural keys only."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from django.contrib.auth.models import Group
from django.core import serializers
from django.db.models import Model

from accounts.models import User
from claims.models import (
    Article,
    ArticleRevision,
    Attribution,
    Claim,
    ClaimAnchor,
    Document,
    Evidence,
    FactCheckPeriod,
    FactCheckVersion,
    LedgerHead,
    Quantity,
    Question,
    Rating,
    SourceInPeriod,
    Verdict,
)
from factcheck.records.models import Change
from sources.models import Source, SourceAlias

# Each fixture's models, what is referred to before what refers to it.
FIXTURES: dict[str, Sequence[type[Model]]] = {
    "ratings": [Rating],
    "roles": [Group],
    "demo": [
        Group,
        User,
        Rating,
        Source,
        SourceAlias,
        Question,
        Article,
        ArticleRevision,
        Claim,
        ClaimAnchor,
        Attribution,
        Quantity,
        Verdict,
        Evidence,
        Document,
        FactCheckVersion,
        LedgerHead,
        FactCheckPeriod,
        SourceInPeriod,
        Change,
    ],
}


def fixture(name: str) -> str:
    """This database's rows of the fixture's models as JSON, in the order of their making."""
    return serializers.serialize(
        "json",
        _rows_of(FIXTURES[name]),
        indent=1,
        sort_keys=True,  # PostgreSQL keeps the keys of JSON in an order of its own
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
    )


def _rows_of(models: Sequence[type[Any]]) -> Iterable[Model]:
    return chain.from_iterable(model._default_manager.order_by("pk") for model in models)
