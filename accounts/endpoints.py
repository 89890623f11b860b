"""
The permission table: what each endpoint's methods ask of whoever calls them.

Views are allowed by it, the role fixtures follow from the scopes it names, docs/permissions.md is
printed from it, and a test walks every cell. HEAD and OPTIONS go with GET.
"""

from accounts.scopes import Scope

# Anyone may call it; what they see is another matter (the querysets' `for_reader`).
ANYONE = None

Methods = dict[str, Scope | None]


def _record(write: Scope, read: Scope | None = ANYONE) -> tuple[Methods, Methods]:
    """The list and the detail of a working record."""
    return (
        {"GET": read, "POST": write},
        {"GET": read, "PUT": write, "PATCH": write, "DELETE": write},
    )


_sources, _source = _record(Scope.SOURCES_WRITE)
_articles, _article = _record(Scope.ARTICLES_WRITE)
_questions, _question = _record(Scope.QUESTIONS_WRITE)
_claims, _claim = _record(Scope.CLAIMS_WRITE)
_verdicts, _verdict = _record(Scope.VERDICTS_WRITE)
_webhooks, _webhook = _record(Scope.WEBHOOKS_MANAGE, Scope.WEBHOOKS_MANAGE)

# Below /api/v1/.
ENDPOINTS: dict[str, Methods] = {
    "sources": _sources,
    "sources/{id}": _source,
    "articles": _articles,
    "articles/{id}": _article,
    "articles/{id}/suggestions": {"GET": Scope.READ},
    "articles/{id}/suggestions/dismiss": {"POST": Scope.CLAIMS_WRITE},
    "articles/{id}/revisions": {"GET": ANYONE, "POST": Scope.ARTICLES_WRITE},
    "questions": _questions,
    "questions/{id}": _question,
    "questions/{id}/comparison": {"GET": ANYONE},
    "questions/{id}/chart.svg": {"GET": ANYONE},
    "claims": _claims,
    "claims/{id}": _claim,
    "claims/{id}/amend": {"POST": Scope.VERDICTS_PUBLISH},
    "claims/{id}/close": {"POST": Scope.CLAIMS_WRITE},
    "claims/{id}/reopen": {"POST": Scope.CLAIMS_WRITE},
    "claims/{id}/anchor": {"POST": Scope.CLAIMS_WRITE},
    "claims/{id}/history": {"GET": Scope.READ},
    "verdicts": _verdicts,
    "verdicts/{id}": _verdict,
    "verdicts/{id}/submit": {"POST": Scope.VERDICTS_WRITE},
    "verdicts/{id}/withdraw": {"POST": Scope.VERDICTS_WRITE},
    "verdicts/{id}/return": {"POST": Scope.VERDICTS_PUBLISH},
    "verdicts/{id}/publish": {"POST": Scope.VERDICTS_PUBLISH},
    "verdicts/{id}/retract": {"POST": Scope.VERDICTS_PUBLISH},
    "factchecks": {"GET": ANYONE},
    "factchecks/{id}": {"GET": ANYONE},
    "factchecks/{id}/versions": {"GET": ANYONE},
    "factchecks/{id}/versions/{number}": {"GET": ANYONE},
    "corrections": {"GET": ANYONE},
    "changes": {"GET": ANYONE},
    "changes/head": {"GET": ANYONE},
    "lookup": {"GET": ANYONE},
    "sources/{id}/track-record": {"GET": ANYONE},
    "webhooks": _webhooks,
    "webhooks/{id}": _webhook,
    "webhooks/{id}/enable": {"POST": Scope.WEBHOOKS_MANAGE},
    "webhooks/{id}/disable": {"POST": Scope.WEBHOOKS_MANAGE},
    "webhooks/{id}/replay": {"POST": Scope.WEBHOOKS_MANAGE},
    "webhooks/{id}/test": {"POST": Scope.WEBHOOKS_MANAGE},
    "webhooks/{id}/deliveries": {"GET": Scope.WEBHOOKS_MANAGE},
    "ratings": {"GET": ANYONE},
    "ratings/{id}": {"GET": ANYONE},
    "quantities": {"POST": ANYONE},
    "compare": {"POST": ANYONE},
    "match": {"POST": ANYONE},
    "check": {"POST": ANYONE},
}

# What other people's standards have put beside /api/v1/. Annotations are written by the verbs of
# claims and verdicts, which ask for their own scopes again.
STANDARDS: dict[str, Methods] = {
    "annotations": {"GET": ANYONE, "POST": Scope.CLAIMS_WRITE},
    "annotations/{id}": {
        "GET": ANYONE,
        "PUT": Scope.CLAIMS_WRITE,
        "DELETE": Scope.CLAIMS_WRITE,
    },
}
