"""The annotation screen: an article's text with its claims, and everything done without leaving."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response

from accounts.access import may
from accounts.scopes import TOKEN_SCOPES
from claims.admin.annotated_text import lines
from claims.admin.changed_words import where_they_stand
from claims.admin.figures import accepted_figures
from claims.admin.status import is_public, status_badge, with_status_names, work_badge
from claims.models import Article, Attribution, Claim, Evidence, Rating, Verdict
from claims.models.status import LABELS, CloseReason
from claims.suggestions.sentences import sentences
from factcheck.desk.glyphs import DRAWINGS, look_of
from factcheck.rest.conditional import tag_of
from sources.models import Source

KEYS = "12345678"


def annotate(request: HttpRequest, article: Article, site: Any) -> HttpResponse:
    """The screen; 304 for a screen that shows already what is stored."""
    revision = article.latest_revision
    etag = _etag(request, article, revision)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    claims = where_they_stand(_claims_of(article))
    for claim in claims:
        _dress(claim)
    here = [claim for claim in claims if claim.is_here]
    address = reverse("admin:claims_article_change", args=[article.public_id])
    context = {
        **site.each_context(request),
        "title": f"Annotate: {article}",
        "article": article,
        "article_address": address,
        "revision": revision,
        "claims": claims,
        "waiting": sum(claim.work == "in_review" for claim in claims),
        "lines": lines(revision.text, here),
        "repeats_headline": revision.text.partition("\n")[0].strip() == article.headline,
        "sentences": [
            (each.start, each.end, revision.text[each.start : each.end])
            for each in sentences(revision.text)
        ],
        "glyphs": DRAWINGS,
        "ratings": list(zip(KEYS, map(_drawn, Rating.objects.on_the_scale()), strict=False)),
        "stances": Attribution.Stance.choices,
        "evidence_stances": Evidence.Stance.choices,
        "evidence_stance": Evidence().stance,
        "close_reasons": CloseReason.choices,
        "kinds": Source.Kind.choices,
        "desk": _desk(request, article, revision) | {"etag": etag},
    }
    response = TemplateResponse(request, "claims/admin/annotate.html", context)
    response["ETag"] = etag
    return response


def _desk(request: HttpRequest, article: Article, revision: Any) -> dict[str, Any]:
    """What the page's script needs to know: where it is, and what whoever looks may do."""
    user: Any = request.user
    return {
        "article": article.public_id,
        "length": len(revision.text),
        "user": user.get_username(),
        "scopes": [scope.value for scope in TOKEN_SCOPES if may(user, scope)],
        "four_eyes": settings.FOUR_EYES,
        "api": "/api/v1/",
        "claim_page": reverse("admin:claims_claim_change", args=["ID"]),
    }


def _claims_of(article: Article) -> Any:
    stands = Attribution.objects.select_related("source", "via").order_by("position", "pk")
    verdicts = Verdict.objects.looked_at().select_related("rating", "created_by")
    return (
        with_status_names(Claim.objects.filter(article=article))
        .select_related("assignee", "question", "revision")
        .prefetch_related(
            accepted_figures(),
            Prefetch("attributions", stands),
            Prefetch("verdicts", verdicts.order_by("-pk")),
        )
        .order_by("start", "end", "pk")
    )


def _dress(claim: Any) -> None:
    """What the templates show of a claim beside its fields."""
    claim.badge, claim.work_badge = status_badge(claim), work_badge(claim)
    claim.look = look_of(claim.verification_status, claim.rating_value)
    claim.word = LABELS.get(claim.verification_status) or claim.rating_name
    claim.public = is_public(claim)
    claim.stands = _by_stance(claim.attributions.all())
    claim.told = next((v for v in claim.verdicts.all() if v.is_standing), None)
    claim.in_work = next((v for v in claim.verdicts.all() if not v.is_standing), None)


def _drawn(rating: Any) -> Any:
    rating.look = look_of(rating.slug, rating.value)
    return rating


def _by_stance(attributions: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Who asserts, who denies, who doubts: “Asserted by …”."""
    named = {"asserts": "Asserted by", "denies": "Denied by", "doubts": "Doubted by"}
    found: dict[str, list[Any]] = {}
    for each in attributions:
        found.setdefault(named[each.stance], []).append(each)
    return list(found.items())


def _etag(request: HttpRequest, article: Article, revision: Any) -> str:
    """What the screen shows, as a fingerprint of everything that it shows it of."""
    claims = Claim.objects.filter(article=article).order_by("pk")
    verdicts = Verdict.objects.filter(claim__article=article).order_by("pk")
    named = Source.objects.filter(attributions__claim__article=article).order_by("pk").distinct()
    return tag_of(
        (request.user.pk, article.version, revision.pk),
        *claims.values_list("pk", "version", "verification_status", "work"),
        *verdicts.values_list("pk", "version", "state"),
        *named.values_list("pk", "version"),
        *Rating.objects.order_by("pk").values_list("pk", "version"),
    )
