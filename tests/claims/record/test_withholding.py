"""Withholding: the words go for good, and everybody can see that they went and why."""

from datetime import UTC, datetime

import pytest

from claims.models import (
    Claim,
    Document,
    FactCheckPeriod,
    FactCheckVersion,
    SourceInPeriod,
    Verdict,
)
from claims.record.verification import verify
from claims.record.withholding import is_withheld, withhold
from factcheck.records.refusals import Missing, NotAllowed, Refused
from tests import newsroom

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)
REASON = "The regional court of Millford, order 4/2024."


def version(number, claim=None):
    of = {"fact_check": claim.public_id} if claim else {}
    return FactCheckVersion.objects.get(version=number, **of)


def body_of(row):
    return Document.objects.get(digest=row.digest).body


def kinds():
    return list(FactCheckVersion.objects.order_by("sequence").values_list("kind", flat=True))


@pytest.fixture
def stands():
    """A check that stands, with a source in it."""
    claim = newsroom.make_claim(attributions=[{"source": newsroom.make_source()}])
    return newsroom.make_published(claim=claim)


def test_the_body_goes_and_the_digest_stays(stands, administrator):
    digest = version(1).digest

    (row,) = withhold(version(1), by=administrator, reason=REASON)

    assert (row.kind, row.version, row.digest, row.notice) == ("withheld", 2, digest, REASON)
    assert body_of(row) is None
    assert is_withheld(version(1))
    assert list(verify()) == []


def test_nothing_of_it_is_left_to_search(stands, administrator):
    withhold(version(1), by=administrator, reason=REASON)

    assert not FactCheckPeriod.objects.exists()
    assert not SourceInPeriod.objects.exists()


def test_what_stood_is_retracted_with_the_same_reason(stands, administrator):
    (row,) = withhold(version(1), by=administrator, reason=f" {REASON}\n", at=NOON)

    verdict = Verdict.objects.get(pk=stands.pk)
    assert (verdict.state, verdict.retraction_reason) == ("retracted", REASON)
    assert (verdict.retracted_by, verdict.retracted_at) == (administrator, row.at)
    assert Claim.objects.get().verification_status == "retracted"
    assert not Claim.objects.published().exists()


def test_a_version_before_the_standing_one_goes_alone(administrator):
    claim = newsroom.make_superseded().claim

    withhold(version(1), by=administrator, reason=REASON)

    assert kinds() == ["published", "corrected", "withheld"]
    assert body_of(version(2)) is not None
    assert FactCheckPeriod.objects.standing().get().version == 2
    assert claim.verdicts.standing().exists()
    assert list(verify()) == []


def test_a_retraction_goes_with_what_it_repeats(administrator):
    newsroom.make_retracted()

    rows = withhold(version(1), by=administrator, reason=REASON)

    assert [row.digest for row in rows] == [version(1).digest, version(2).digest]
    assert body_of(version(1)) is None
    assert body_of(version(2)) is None
    assert list(verify()) == []


def test_a_retraction_that_went_before_does_not_go_twice(administrator):
    newsroom.make_retracted()
    withhold(version(2), by=administrator, reason=REASON)

    rows = withhold(version(1), by=administrator, reason=REASON)

    assert [row.digest for row in rows] == [version(1).digest]
    assert kinds() == ["published", "retracted", "withheld", "withheld"]
    assert list(verify()) == []


def test_other_checks_stay(stands, administrator):
    other = newsroom.make_published(claim=newsroom.make_claim("18 months")).claim

    withhold(version(1, stands.claim), by=administrator, reason=REASON)

    assert body_of(version(1, other)) is not None
    assert FactCheckPeriod.objects.standing().get().fact_check == other


def test_what_is_withheld_is_withheld_once(stands, administrator):
    withhold(version(1), by=administrator, reason=REASON)

    for number in (1, 2):
        with pytest.raises(Refused, match="withheld already") as refusal:
            withhold(version(number), by=administrator, reason=REASON)
        assert refusal.value.code == "withheld"

    assert kinds() == ["published", "withheld"]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_readers_are_owed_a_reason(reason, stands, administrator):
    with pytest.raises(Missing) as missing:
        withhold(version(1), by=administrator, reason=reason)

    assert missing.value.field == "reason"
    assert kinds() == ["published"]


@pytest.mark.parametrize("role", ["annotator", "reviewer"])
def test_only_administrators_withhold(role, stands):
    with pytest.raises(NotAllowed, match="administrator"):
        withhold(version(1), by=newsroom.the(role), reason=REASON)

    assert body_of(version(1)) is not None


def test_it_takes_its_turn_in_time(administrator):
    newsroom.make_published(at=NOON)

    (row,) = withhold(
        version(1), by=administrator, reason=REASON, at=datetime(2020, 1, 1, tzinfo=UTC)
    )

    assert row.at == NOON


def test_the_desk_can_publish_again_as_a_correction(stands, administrator):
    withhold(version(1), by=administrator, reason=REASON)

    newsroom.make_published(claim=stands.claim, notice="Without the name.")

    assert kinds() == ["published", "withheld", "corrected"]
    assert FactCheckPeriod.objects.standing().get().version == 3
    assert list(verify()) == []


def test_a_failure_leaves_everything_as_it_was(stands, administrator, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError("The disk is full.")

    monkeypatch.setattr("claims.record.withholding.ledger.append", breaks)
    with pytest.raises(RuntimeError):
        withhold(version(1), by=administrator, reason=REASON)

    assert body_of(version(1)) is not None
    assert Verdict.objects.get(pk=stands.pk).state == "published"
    assert list(verify()) == []
