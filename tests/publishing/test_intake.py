"""Importing: what is new, changed, the same or refused, however often it is cut off."""

import json
from datetime import UTC, date, datetime

import pytest
from django.db import DataError
from django.db.models import QuerySet

from factcheck.records.change import Change
from factcheck.records.refusals import NotAllowed, Refused
from publishing.intake import BATCH, take_in
from publishing.models import ImportedReview, ReviewLabel
from publishing.reviews import Found
from tests.newsroom import make_claim, make_published, make_rating
from tests.publishing.imported import imported, make_review, make_template, outcomes
from tests.publishing.reviews.specimens import CLAIM, URL, answer, claim_review, found_in, rating

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_review_is_kept_with_its_own_words(reviewer):
    list(take_in(found_in(claim_review()), by=reviewer, at=NOON))

    review = ImportedReview.objects.get()
    assert (review.url, review.claim, review.organisation) == (URL, CLAIM, "Checks Desk")
    assert (review.label, review.rating_value, review.review_date) == ("False", "1", "2024-10-24")
    assert (review.reviewed_on, review.appearances) == (
        date(2024, 10, 24),
        ["https://paper.example/glass"],
    )
    assert review.raw == claim_review()
    assert (review.created_by, review.created_at, review.last_changed_at) == (reviewer, NOON, None)


def test_a_second_import_changes_nothing():
    items = [claim_review(), claim_review(url=f"{URL}-2"), answer(), {"x": 1}]
    first = outcomes(*items)
    rows, changes = list(ImportedReview.objects.values()), Change.objects.count()

    again = outcomes(*items)

    assert first == ["accepted", "accepted", "refused", "refused"]
    assert again == ["unchanged", "unchanged", "refused", "refused"]
    assert list(ImportedReview.objects.values()) == rows
    assert Change.objects.count() == changes


def test_a_review_that_says_something_else_now_is_changed_and_its_history_says_what():
    review = make_review()

    assert outcomes(claim_review(**rating(alternateName="True"))) == ["changed"]

    review.refresh_from_db()
    assert (review.label, review.version) == ("True", 2)
    assert review.last_changed_at is not None
    change = Change.objects.about(review).get(field="label")
    assert (change.old, change.new, change.version) == ("False", "True", 2)


@pytest.mark.parametrize(
    "other",
    [
        {"url": f"{URL}-2"},
        {"claimReviewed": "Another claim at the same address."},
        {"author": {"@type": "Organization", "name": "Another desk"}},
    ],
)
def test_address_claim_and_organisation_together_tell_reviews_apart(other):
    assert outcomes(claim_review(), claim_review(**other)) == ["accepted", "accepted"]


def test_of_two_that_contradict_each_other_in_one_import_the_first_counts_every_time():
    items = [claim_review(), claim_review(**rating(alternateName="True")), claim_review()]

    assert outcomes(*items) == ["accepted", "refused", "unchanged"]
    assert outcomes(*items) == ["unchanged", "refused", "unchanged"]
    assert imported(*items)[1].reason == "The same review stands further up (line 1), otherwise."
    assert ImportedReview.objects.get().label == "False"


def test_an_import_that_was_cut_off_is_finished_by_another():
    items = [claim_review(url=f"{URL}-{n}") for n in range(BATCH + 20)]
    found = found_in("\n".join(json.dumps(each) for each in items))
    cut_off = take_in(found, by=None)
    for _ in range(BATCH + 1):
        next(cut_off)
    cut_off.close()

    told = outcomes(*items)

    assert (told.count("unchanged"), told.count("accepted")) == (BATCH + 20, 0)
    assert ImportedReview.objects.count() == len(items)


def test_what_was_read_before_a_failure_is_kept():
    def broken():
        yield from (found_in(claim_review(url=f"{URL}-{n}"))[0] for n in range(BATCH))
        raise OSError("The disk is gone.")

    with pytest.raises(OSError, match="disk"):
        list(take_in(broken(), by=None))

    assert ImportedReview.objects.count() == BATCH
    assert outcomes(claim_review(url=f"{URL}-0")) == ["unchanged"]


def test_one_item_that_the_database_refuses_costs_no_other(monkeypatch):
    create = QuerySet.bulk_create

    def refusing(rows, objects, *args, **kwargs):
        objects = list(objects)
        if any(getattr(each, "url", "").endswith("-bad") for each in objects):
            raise DataError("value too long")
        return create(rows, objects, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "bulk_create", refusing)

    told = imported(*(claim_review(url=f"{URL}-{name}") for name in ("1", "bad", "2")))

    assert [each.outcome for each in told] == ["accepted", "refused", "accepted"]
    assert told[1].reason == "The database refuses it: value too long"


def test_outcomes_come_in_the_order_of_the_items():
    told = imported({"x": 1}, claim_review(), {"x": 1}, claim_review(url=f"{URL}-2"))

    assert [each.place for each in told] == ["line 1", "line 2", "line 3", "line 4"]


def test_what_we_export_comes_back_in_the_same_words(api):
    verdict = make_published(claim=make_claim(statement="“Nobody” said & wrote   4.2 million."))
    feed = api.get("/feeds/claimreview.json").json()

    assert outcomes(feed) == ["accepted"]

    review, [element] = ImportedReview.objects.get(), feed["dataFeedElement"]
    assert review.raw == element["item"][0]
    assert (review.url, review.label) == (element["url"], verdict.rating.name)
    assert review.claim == "“Nobody” said & wrote 4.2 million."
    assert review.rating == verdict.rating


def test_our_own_checks_are_not_another_desks(settings):
    settings.PUBLIC_URL = "https://checks.example"

    [told] = imported(claim_review())

    assert (told.outcome, told.reason) == ("refused", "It is our own check, which is here already.")


def test_only_reviewers_import(annotator):
    with pytest.raises(NotAllowed):
        take_in([Found("")], by=annotator)


# --- Labels -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        *(("Falso\r", "false"), ("錯誤", "false"), ("زائف", "false"), ("FAKE!", "false")),
        *(("गलत", "false"), ("Неправда", "false"), ("fałsz", "false"), ("falsch", "false")),
        *(("verdadeiro", "true"), ("Vrai", "true"), ("صحيح", "true"), ("사실", "true")),
        *(("Half-true", None), ("half true", "mixed"), ("C'est faux", "false")),
        *(("não_é_bem_assim", None), ("Four Pinocchios", None), ("", None), ("1", None)),
        ("The bridge is false.", None),
    ],
)
def test_a_label_is_read_by_its_words_or_stays_unknown(label, slug):
    for each in ("true", "false", "mixed"):
        make_rating(each)

    review = make_review(**rating(alternateName=label))

    assert getattr(review.rating, "slug", None) == slug


def test_numbers_never_make_a_rating():
    make_rating("true")

    assert make_review(**rating(alternateName="x", ratingValue=5)).rating is None


def test_a_sites_own_line_goes_before_one_for_all_and_before_known_words():
    false, mixed, true = (make_rating(slug) for slug in ("false", "mixed", "true"))
    review = make_review()
    other = make_review(url="https://other.example/1")
    rated = lambda: [ImportedReview.objects.get(pk=each.pk).rating for each in (review, other)]  # noqa: E731
    assert rated() == [false, false]

    everywhere = ReviewLabel.add(by=None, label="FALSE", rating=mixed)
    assert rated() == [mixed, mixed]

    own = ReviewLabel.add(by=None, site="https://www.checks.example/x", label="false", rating=true)
    assert rated() == [true, mixed]

    own.edit(by=None, rating=None)
    assert rated() == [None, mixed]

    own.edit(by=None, site="other.example")
    assert rated() == [mixed, None]

    own.remove(by=None)
    everywhere.remove(by=None)
    assert rated() == [false, false]
    assert outcomes(claim_review()) == ["unchanged"]


def test_a_line_of_the_table_says_something_once_and_only_by_reviewers(annotator):
    ReviewLabel.add(by=None, label="Falso")

    with pytest.raises(Exception, match="There is a line for this label already"):
        ReviewLabel.add(by=None, label=" falso. ")
    with pytest.raises(Exception, match="letters or digits"):
        ReviewLabel.add(by=None, label="!!!")
    with pytest.raises(Exception, match="A host"):
        ReviewLabel.add(by=None, label="x", site="no host")
    with pytest.raises(NotAllowed):
        ReviewLabel.add(by=annotator, label="x")


# --- Templates ----------------------------------------------------------------------------------


def test_one_claim_at_many_addresses_of_a_site_is_taken_for_a_template():
    make_review(url="https://elsewhere.example/1", claimReviewed="Claim reviewed")
    make_template(4)
    assert ImportedReview.objects.shown().count() == 5

    make_review(url="https://stamped.example/4", claimReviewed="Claim reviewed")

    assert ImportedReview.objects.shown().get().site == "elsewhere.example"


def test_a_template_is_looked_at_once_for_all_of_its_addresses(reviewer, annotator):
    review = make_template()[0]
    review.refresh_from_db()
    with pytest.raises(NotAllowed):
        review.clear(by=annotator)

    assert review.clear(by=reviewer) == 5

    make_review(url="https://stamped.example/new", claimReviewed="Claim reviewed")
    assert ImportedReview.objects.shown().count() == 6
    with pytest.raises(Refused, match="Nobody takes it"):
        review.clear(by=reviewer)


def test_a_review_is_removed_by_reviewers_and_may_come_back(reviewer, annotator):
    review = make_review()
    with pytest.raises(NotAllowed):
        review.remove(by=annotator)

    review.remove(by=reviewer)

    assert outcomes(claim_review()) == ["accepted"]


def test_reviews_are_found_by_the_words_of_claim_and_title():
    make_review(headline="No, it is steel")
    make_review(url=f"{URL}-2", claimReviewed="俄罗斯的朝鲜士兵", inLanguage="zh")

    for words in ("bridges glass", "steel", "朝鲜士兵"):
        assert ImportedReview.objects.matching(words).count() == 1, words
    assert not ImportedReview.objects.matching("ferry").exists()
