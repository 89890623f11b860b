"""
The newsroom that tests work in: rows made the way editors make them, by the product's own verbs.

Where nobody is named, the annotator writes and the reviewer publishes: the same two people as the
fixtures of these names.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission
from rest_framework.test import APIClient

from accounts.models import Token, User
from accounts.scopes import TOKEN_SCOPES, Role, scopes_of
from claims.models import Article, Claim, Question, Rating, Verdict
from claims.models.article import Revised
from sources.models import Source

TEXT = """\
The county will need 4.2 million euros to repair the Mill Bridge, the council said on Monday.

The roads office had put the cost at 3.1 million euros in spring. “Nobody ever spoke of three \
million,” the mayor’s office said.

Some 1,300 lorries cross the bridge each day; another 300 take the ferry. The work will last \
18 months.
"""

SCALE = {
    "true": 5,
    "mostly-true": 4,
    "mixed": 3,
    "mostly-false": 2,
    "false": 1,
    "missing-context": None,
    "disputed": None,
    "unproven": None,
}


def make_person(role: str | None = Role.ANNOTATOR, username: str = "", **fields: Any) -> User:
    """Somebody in this role's group; without a role, an account that may do nothing."""
    username = username or f"{role or 'nobody'}-{User.objects.count() + 1}"
    person = User.objects.create_user(username, **fields)
    if role is not None:
        person.groups.add(_group(Role(role)))
    return person


def the(role: str) -> User:
    """The annotator, the reviewer or the administrator of this newsroom."""
    person = User.objects.filter(username=str(role)).first()
    return person or make_person(role, username=str(role), first_name="The", last_name=str(role))


def _group(role: Role) -> Group:
    group, _ = Group.objects.get_or_create(name=role)
    codenames = [scope.codename for scope in scopes_of(role)]
    group.permissions.set(
        Permission.objects.filter(content_type__app_label="accounts", codename__in=codenames)
    )
    return group


def make_token(user: User, *scopes: str) -> str:
    """The text of a new token; every scope a token can have unless some are named."""
    return Token.issue(user=user, scopes=scopes or TOKEN_SCOPES)[1]


class ApiClient(APIClient):
    """Speaks JSON."""

    default_format = "json"


def client_of(user: User, *scopes: str) -> ApiClient:
    """A program that acts for this user with a token."""
    client = ApiClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {make_token(user, *scopes)}")
    return client


def make_rating(slug: str = "false", **fields: Any) -> Rating:
    """A step of the shipped scale, by its slug, or another one as described."""
    kept = Rating.objects.filter(slug=slug).first()
    if kept is not None:
        return kept
    described = {
        "name": slug.replace("-", " ").capitalize(),
        "definition": f"When the desk finds a claim {slug.replace('-', ' ')}.",
        "value": SCALE.get(slug),
        "colour": "#1F4E9E",
        "order": [*SCALE, slug].index(slug) + 1,
    }
    return Rating.add(by=None, slug=slug, **described | fields)


def make_source(name: str = "Roads office", *, by: User | None = None, **fields: Any) -> Source:
    fields = {"kind": Source.Kind.ORGANISATION} | fields
    return Source.add(by=by or the(Role.ANNOTATOR), name=name, **fields)


def make_question(
    text: str = "What does the bridge cost?", *, by: User | None = None, **fields: Any
) -> Question:
    fields = {"unit": "EUR"} | fields
    return Question.add(by=by or the(Role.ANNOTATOR), text=text, **fields)


def make_article(
    headline: str = "Bridge to cost more", *, by: User | None = None, **fields: Any
) -> Article:
    fields = {"text": TEXT} | fields
    return Article.add(by=by or the(Role.ANNOTATOR), headline=headline, **fields)


def make_claim(quote: str = "4.2 million euros", *, by: User | None = None, **fields: Any) -> Claim:
    """A claim nobody has checked; in an article of its own unless one is named."""
    fields["article"] = fields.get("article") or make_article()
    return Claim.mark(by=by or the(Role.ANNOTATOR), quote=quote, **fields)


def make_closed_claim(reason: str = "dropped", **fields: Any) -> Claim:
    claim = make_claim(**fields)
    claim.close(by=the(Role.ANNOTATOR), reason=reason)
    return claim


def make_lost_claim(**fields: Any) -> Claim:
    """A claim whose words the article has dropped."""
    claim = make_claim(**fields)
    revise(claim.article, claim.quote, "")
    return Claim.objects.get(pk=claim.pk)


def make_doubtful_claim(new: str = "4.6 million euros", **fields: Any) -> Claim:
    """A claim in whose words the article has changed a figure."""
    claim = make_claim(**fields)
    revise(claim.article, claim.quote, new)
    return Claim.objects.get(pk=claim.pk)


def revise(article: Article, old: str, new: str, *, by: User | None = None) -> Revised:
    """Keep a new version of the text, with these words in place of those."""
    article = Article.objects.get(pk=article.pk)
    return article.revise(article.text.replace(old, new), by=by or the(Role.ANNOTATOR))


def evidence(**fields: Any) -> dict[str, Any]:
    """A piece of evidence that can be followed."""
    return {"url": "https://county.example/bridge/estimate.pdf", "stance": "refutes"} | fields


def make_draft(*, by: User | None = None, claim: Claim | None = None, **fields: Any) -> Verdict:
    """A draft that is ready for review; on a claim of its own unless one is named."""
    fields = {"summary": "The estimate says 3.1 million.", "evidence": [evidence()]} | fields
    fields["rating"] = fields.get("rating") or make_rating()
    return Verdict.draft(by=by or the(Role.ANNOTATOR), claim=claim or make_claim(), **fields)


def make_submitted(*, by: User | None = None, **fields: Any) -> Verdict:
    by = by or the(Role.ANNOTATOR)
    verdict = make_draft(by=by, **fields)
    verdict.submit(by=by, at=fields.get("at"))
    return verdict


def make_published(
    *, by: User | None = None, published_by: User | None = None, notice: str = "", **fields: Any
) -> Verdict:
    """A verdict that readers see. On a claim that was published before it needs a notice."""
    verdict = make_submitted(by=by, **fields)
    verdict.publish(by=published_by or the(Role.REVIEWER), at=fields.get("at"), notice=notice)
    return verdict


def make_superseded(**fields: Any) -> Verdict:
    """A verdict that a correction has replaced; its claim's standing verdict is the correction."""
    verdict = make_published(**fields)
    make_published(claim=verdict.claim, notice="The council has published its estimate.")
    return Verdict.objects.get(pk=verdict.pk)


def make_retracted(
    *, reason: str = "The estimate was of another bridge.", **fields: Any
) -> Verdict:
    verdict = make_published(**fields)
    verdict.retract(by=the(Role.REVIEWER), reason=reason, at=fields.get("at"))
    return verdict
