"""Every constraint is known by what it refuses: raw writes, past every verb, are turned away."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import Token
from accounts.scopes import Role
from claims.models import (
    Article,
    ArticleRevision,
    Attribution,
    Dismissal,
    FactCheckPeriod,
    LedgerHead,
    Question,
    SourceInPeriod,
)
from factcheck.records.change import Change
from openannotations.models import OpenAnnotation
from publishing.models import ReviewLabel
from sources.models import SourceAlias
from tests import newsroom
from tests.newsroom import the
from tests.publishing.imported import make_review
from tests.publishing.webhooks import make_delivery, make_disabled, make_subscription

pytestmark = pytest.mark.django_db

ROOMS = ["records", "rest", "accounts", "sources", "claims", "publishing", "openannotations"]
OURS = ("claims", "sources", "accounts", "publishing", "openannotations", "factcheck.records")
EARLIER = timedelta(seconds=-1)
UNPUBLISHED = {
    "submitted_at": None,
    "submitted_by": None,
    "published_at": None,
    "published_by": None,
    "four_eyes": None,
    "retracted_at": None,
    "retracted_by": None,
    "retraction_reason": "",
}


def token():
    newsroom.make_token(the(Role.ANNOTATOR))
    return Token.objects.get()


def attribution():
    claim = newsroom.make_claim(attributions=[{"source": newsroom.make_source()}])
    return claim.attributions.get()


def piece(**fields):
    return newsroom.make_draft(evidence=[newsroom.evidence(**fields)]).evidence.get()


def figure():
    return newsroom.make_claim("4.2 million euros").quantities.get()


def open_annotation():
    context = "http://www.w3.org/ns/anno.jsonld"
    return OpenAnnotation.add({"@context": context, "type": "Annotation", "target": "urn:a"})


def another_figure_beside_an_answer():
    first, second = newsroom.make_claim(
        "1,300 lorries cross the bridge each day; another 300 take the ferry"
    ).quantities.all()
    type(first).objects.filter(pk=first.pk).update(is_answer=True)
    return second


def anchor():
    return newsroom.make_doubtful_claim().anchors.get(state="needs_review")


def retracted_with_a_new_draft():
    verdict = newsroom.make_retracted()
    newsroom.make_draft(claim=verdict.claim)
    return verdict


# constraint: the row that is there, and the raw change that the database must refuse.
UPDATES = {
    "openannotations_words_go_with_the_annotation": (open_annotation, {"said": ""}),
    "accounts_token_revoked_at_with_revoked_by": (token, {"revoked_at": timezone.now()}),
    "sources_source_name_not_blank": (newsroom.make_source, {"name": ""}),
    "sources_source_does_not_speak_for_itself": (newsroom.make_source, {"speaks_for": F("pk")}),
    "claims_article_headline_not_blank": (newsroom.make_article, {"headline": ""}),
    "claims_article_url_null_rather_than_blank": (newsroom.make_article, {"url": ""}),
    "claims_revision_text_not_blank": (
        lambda: newsroom.make_article().latest_revision,
        {"text": ""},
    ),
    "claims_question_text_not_blank": (newsroom.make_question, {"text": ""}),
    "claims_question_not_part_of_itself": (newsroom.make_question, {"part_of": F("pk")}),
    "claims_rating_value_on_the_scale": (newsroom.make_rating, {"value": 6}),
    "claims_rating_slug_not_reserved": (newsroom.make_rating, {"slug": "in_review"}),
    "claims_attribution_stance_known": (attribution, {"stance": "hopes"}),
    "claims_attribution_not_via_itself": (attribution, {"via": F("source")}),
    "claims_evidence_stance_known": (piece, {"stance": "hopes"}),
    "claims_evidence_url_with_retrieved_at": (piece, {"retrieved_at": None}),
    "claims_evidence_protected_has_no_address": (piece, {"protected": "They fear for their post."}),
    "claims_quantity_text_not_blank": (figure, {"text": ""}),
    "claims_quantity_low_not_above_high": (
        figure,
        {"value": None, "low": 5_000_000, "high": 4_000_000},
    ),
    "claims_quantity_value_within_bounds": (figure, {"value": 5_000_000}),
    "claims_quantity_span_whole_or_absent": (figure, {"end": F("start")}),
    "claims_quantity_comparator_known": (figure, {"comparator": "?"}),
    "claims_quantity_kind_known": (figure, {"kind": "hope"}),
    "claims_quantity_state_known": (figure, {"state": "lost"}),
    "claims_quantity_implied_unit_is_named": (figure, {"unit": None, "unit_implied": True}),
    "claims_quantity_rejected_answers_nothing": (
        figure,
        {"state": "rejected", "is_answer": True},
    ),
    "claims_quantity_one_answer_per_claim": (another_figure_beside_an_answer, {"is_answer": True}),
    "claims_claim_statement_not_blank": (newsroom.make_claim, {"statement": ""}),
    "claims_claim_span_not_empty": (newsroom.make_claim, {"end": F("start"), "quote": ""}),
    "claims_claim_quote_as_long_as_its_span": (newsroom.make_claim, {"quote": "4.2 million"}),
    "claims_claim_anchor_state_known": (newsroom.make_claim, {"anchor_state": "adrift"}),
    "claims_anchor_state_known": (anchor, {"state": "adrift"}),
    "claims_anchor_place_whole_or_absent": (anchor, {"end": F("start")}),
    "claims_anchor_without_place_only_when_lost": (
        anchor,
        {"start": None, "end": None, "quote": ""},
    ),
    "claims_anchor_similarities_from_0_to_1": (anchor, {"quote_similarity": 1.1}),
    "claims_anchor_decided_at_with_decided_by_and_decision": (
        anchor,
        {"decided_at": timezone.now()},
    ),
    "claims_claim_does_not_repeat_itself": (newsroom.make_claim, {"repeats": F("pk")}),
    "claims_claim_closed_at_with_closed_by_and_reason": (
        newsroom.make_closed_claim,
        {"close_reason": ""},
    ),
    "claims_claim_closed_when_it_says_so": (
        newsroom.make_closed_claim,
        {"verification_status": "unchecked"},
    ),
    "claims_verdict_one_standing_per_claim": (
        newsroom.make_superseded,
        {"state": "published", "superseded_at": None},
    ),
    "claims_verdict_one_in_work_per_claim": (
        retracted_with_a_new_draft,
        {"state": "draft"} | UNPUBLISHED,
    ),
    "claims_verdict_state_known": (newsroom.make_draft, {"state": "lost"}),
    "claims_verdict_edited_at_with_edited_by": (newsroom.make_draft, {"edited_by": None}),
    "claims_verdict_submitted_at_with_submitted_by": (
        newsroom.make_submitted,
        {"submitted_by": None},
    ),
    "claims_verdict_submitted_at_when_submitted": (
        newsroom.make_submitted,
        {"submitted_at": None, "submitted_by": None},
    ),
    "claims_verdict_returned_at_with_returned_by": (
        newsroom.make_draft,
        {"returned_at": timezone.now()},
    ),
    "claims_verdict_published_at_with_published_by": (
        newsroom.make_published,
        {"published_by": None},
    ),
    "claims_verdict_published_at_when_published": (
        newsroom.make_published,
        {"published_at": None, "published_by": None, "four_eyes": None},
    ),
    "claims_verdict_published_after_submission": (
        newsroom.make_published,
        {"published_at": F("submitted_at") + EARLIER},
    ),
    "claims_verdict_four_eyes_when_published": (newsroom.make_published, {"four_eyes": None}),
    "claims_verdict_superseded_at_when_superseded": (
        newsroom.make_superseded,
        {"superseded_at": None},
    ),
    "claims_verdict_retracted_at_with_retracted_by": (
        newsroom.make_retracted,
        {"retracted_by": None},
    ),
    "claims_verdict_retracted_with_a_reason": (newsroom.make_retracted, {"retraction_reason": ""}),
    "claims_verdict_ended_after_publication": (
        newsroom.make_superseded,
        {"superseded_at": F("published_at") + EARLIER},
    ),
}


def period():
    newsroom.make_published()
    return FactCheckPeriod.objects.get()


def superseded_period():
    newsroom.make_superseded()
    return FactCheckPeriod.objects.get(to_sequence__isnull=False)


UPDATES |= {
    "claims_period_one_standing": (superseded_period, {"to_sequence": None}),
    "claims_period_once_per_version": (superseded_period, {"version": 2}),
    "claims_period_ends_after_it_begins": (superseded_period, {"to_sequence": F("from_sequence")}),
    "claims_period_place_is_no_later": (period, {"place": F("from_sequence") + 1}),
}


UPDATES |= {
    "publishing_subscription_disabled_with_a_reason": (make_disabled, {"disabled_reason": ""}),
    "publishing_subscription_waits_for_a_reason": (
        make_subscription,
        {"next_attempt_at": timezone.now()},
    ),
    "publishing_subscription_lease_has_an_end": (make_subscription, {"lease": "worker"}),
    "publishing_delivery_answered_or_failed": (make_delivery, {"status": None}),
    "publishing_delivery_counts_from_one": (make_delivery, {"attempt": 0}),
    "publishing_review_says_what_and_whose": (make_review, {"claim": ""}),
    "publishing_review_is_on_the_web": (make_review, {"url": "javascript:alert(1)"}),
    "publishing_review_template_known": (make_review, {"template": "hoped"}),
    "publishing_label_not_blank": (lambda: ReviewLabel.add(by=None, label="False"), {"key": ""}),
}


def another_row(**fields):
    """The ledger's next row, as it would be but for these fields."""
    first = newsroom.make_published().claim.versions.get()
    usual = {"sequence": 2, "version": 2, "kind": "corrected", "notice": "Why.", "row_hash": "b"}
    for name, value in (usual | fields).items():
        setattr(first, name, value)
    return first


def another_source_in_the_period():
    claim = newsroom.make_claim(attributions=[{"source": newsroom.make_source()}])
    newsroom.make_published(claim=claim)
    entry = SourceInPeriod.objects.get()
    entry.pk = None
    return entry


def another_alias():
    source = newsroom.make_source(aliases=["GUR"])
    return SourceAlias(source=source, name="gur")


def another_attribution():
    first = attribution()
    return Attribution(claim=first.claim, source=first.source, position=1)


def another_article_at_its_address():
    newsroom.make_article(url="https://courier.example/bridge")
    url = "http://www.courier.example/bridge/"
    return Article(headline="Again", url=url, created_at=timezone.now())


def asked_again(part_of=None):
    first = newsroom.make_question(part_of=part_of)
    asked = {"text": first.text, "unit": first.unit, "part_of": part_of}
    return Question(**asked, slug="again", created_at=timezone.now())


def another_first_revision():
    article = newsroom.make_article()
    return ArticleRevision(article=article, number=1, text="Other.", created_at=timezone.now())


def another_anchor():
    first = anchor()
    first.pk = None
    return first


def another_change():
    newsroom.make_source()
    change = Change.objects.first()
    change.pk = None
    return change


def another_dismissal():
    dismissal = Dismissal.note(newsroom.make_article(), by=None, quote="The work lasts.")
    dismissal.pk = None
    return dismissal


def another_label():
    label = ReviewLabel.add(by=None, label="False")
    return ReviewLabel(label="FALSE", key=label.key, created_at=timezone.now())


INSERTS = {
    "claims_version_kind_known": lambda: another_row(kind="hoped"),
    "claims_version_once_per_fact_check": lambda: another_row(version=1, kind="published"),
    "claims_version_first_is_published": lambda: another_row(kind="published"),
    "claims_version_says_why": lambda: another_row(notice=""),
    "claims_ledger_has_one_head": lambda: LedgerHead(pk=2),
    "claims_period_source_once": another_source_in_the_period,
    "records_change_once_per_version": another_change,
    "sources_alias_once_per_source": another_alias,
    "claims_attribution_source_once_per_claim": another_attribution,
    "claims_dismissal_once_per_sentence": another_dismissal,
    "claims_article_once_per_address": another_article_at_its_address,
    "claims_question_asked_once": asked_again,
    "claims_question_asked_once_within": lambda: asked_again(newsroom.make_question("Wider?")),
    "claims_revision_number_once_per_article": another_first_revision,
    "claims_anchor_once_per_revision": another_anchor,
    "publishing_label_once_per_site": another_label,
}


def refusal_of(constraint):
    # SQLite names the check, and of a unique constraint only the columns; in the public record its
    # triggers are asked first.
    return rf"{constraint}|UNIQUE constraint failed|kept as written"


@pytest.mark.parametrize("constraint", UPDATES)
def test_the_database_refuses_an_update_to_nonsense(constraint):
    make, values = UPDATES[constraint]
    row = make()

    with pytest.raises(IntegrityError, match=refusal_of(constraint)), transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize("constraint", INSERTS)
def test_the_database_refuses_to_be_told_twice(constraint):
    row = INSERTS[constraint]()

    with pytest.raises(IntegrityError, match=refusal_of(constraint)), transaction.atomic():
        type(row)._base_manager.bulk_create([row])


def test_every_constraint_is_tried_here():
    declared = {
        constraint.name
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        for constraint in model._meta.constraints
        if model.__module__.startswith(OURS)
    }

    assert declared == UPDATES.keys() | INSERTS.keys()
