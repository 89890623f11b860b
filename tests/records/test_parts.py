"""Parts: a record's list is written as a whole, and its entries keep their ids."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Attribution
from factcheck.records.change import Change
from factcheck.records.public_id import public_id_from
from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def mayor(db):
    return newsroom.make_source("Mayor")


@pytest.fixture
def council(db):
    return newsroom.make_source("Council")


@pytest.fixture
def claim(mayor, council):
    return newsroom.make_claim(
        attributions=[{"source": mayor}, {"source": council, "stance": "denies"}]
    )


def entries(claim):
    rows = claim.attributions.order_by("position").select_related("source")
    return [(row.source.name, row.stance) for row in rows]


def ids(claim):
    return list(claim.attributions.order_by("position").values_list("public_id", flat=True))


def test_a_list_is_kept_in_the_order_in_which_it_was_written(claim):
    assert entries(claim) == [("Mayor", "asserts"), ("Council", "denies")]


def test_an_entry_named_by_its_id_keeps_what_is_not_said(claim, annotator):
    first, second = ids(claim)

    claim.edit(by=annotator, attributions=[{"id": first, "stance": "doubts"}, {"id": second}])

    assert entries(claim) == [("Mayor", "doubts"), ("Council", "denies")]
    assert ids(claim) == [first, second]


def test_an_entry_without_an_id_is_new(claim, annotator):
    first, second = ids(claim)
    office = newsroom.make_source("Office")

    claim.edit(by=annotator, attributions=[{"source": office}, {"id": first}, {"id": second}])

    assert [name for name, _ in entries(claim)] == ["Office", "Mayor", "Council"]
    assert ids(claim)[1:] == [first, second]


def test_an_entry_that_is_not_named_is_deleted(claim, annotator):
    _, second = ids(claim)

    claim.edit(by=annotator, attributions=[{"id": second}])

    assert ids(claim) == [second]


def test_a_replaced_entry_may_name_the_same_source(claim, mayor, annotator):
    before = ids(claim)

    claim.edit(by=annotator, attributions=[{"source": mayor, "stance": "doubts"}])

    assert entries(claim) == [("Mayor", "doubts")]
    assert not set(ids(claim)) & set(before)


def test_entries_can_change_places(claim, annotator):
    first, second = ids(claim)

    claim.edit(by=annotator, attributions=[{"id": second}, {"id": first}])

    assert entries(claim) == [("Council", "denies"), ("Mayor", "asserts")]


def test_entries_can_swap_their_sources(claim, mayor, council, annotator):
    first, second = ids(claim)

    claim.edit(
        by=annotator,
        attributions=[{"id": first, "source": council}, {"id": second, "source": mayor}],
    )

    assert entries(claim) == [("Council", "asserts"), ("Mayor", "denies")]
    assert ids(claim) == [first, second]


def test_an_empty_list_deletes_all(claim, annotator):
    claim.edit(by=annotator, attributions=[])

    assert entries(claim) == []


def test_saying_the_same_again_is_no_change(claim, annotator):
    claim.edit(by=annotator, attributions=[{"id": each} for each in ids(claim)])

    assert claim.version == 1


def test_an_id_named_twice_is_refused(claim, annotator):
    first, _ = ids(claim)

    with pytest.raises(ValidationError, match="named twice") as refusal:
        claim.edit(by=annotator, attributions=[{"id": first}, {"id": first}])

    assert list(refusal.value.message_dict) == ["attributions/1/id"]
    assert len(ids(claim)) == 2


def test_an_entry_of_another_record_is_refused(claim, annotator):
    stranger = newsroom.make_claim(attributions=[{"source": newsroom.make_source("Office")}])
    (theirs,) = ids(stranger)

    with pytest.raises(ValidationError, match=f"There is no entry {theirs} here"):
        claim.edit(by=annotator, attributions=[{"id": theirs, "stance": "doubts"}])

    assert entries(stranger) == [("Office", "asserts")]
    assert len(ids(claim)) == 2


def test_every_wrong_entry_is_named_at_once(claim, mayor, annotator):
    wrong = [{"source": mayor, "stance": "hopes"}, {"stance": "denies"}, {"id": "0000000000"}]

    with pytest.raises(ValidationError) as refusal:
        claim.edit(by=annotator, attributions=wrong)

    assert sorted(refusal.value.message_dict) == [
        "attributions/0/stance",
        "attributions/1/source",
        "attributions/2/id",
    ]
    assert entries(claim) == [("Mayor", "asserts"), ("Council", "denies")]


def test_a_source_stands_once_on_a_claim(claim, mayor, annotator):
    twice = [{"source": mayor}, {"source": mayor, "stance": "denies"}]

    with pytest.raises(ValidationError, match="This source is named twice on the claim"):
        claim.edit(by=annotator, attributions=twice)

    assert Attribution.objects.filter(claim=claim).count() == 2


def test_a_source_does_not_report_itself(mayor):
    with pytest.raises(ValidationError, match="A source does not report itself"):
        newsroom.make_claim(attributions=[{"source": mayor, "via": mayor}])


def test_an_entry_written_later_never_gets_the_id_of_an_earlier_one(claim, mayor, annotator):
    seen = set(ids(claim))

    for stance in ["doubts", "denies", "asserts"]:
        claim.edit(by=annotator, attributions=[{"source": mayor, "stance": stance}])
        assert not seen & set(ids(claim))
        seen |= set(ids(claim))


def test_ids_follow_from_the_record_so_that_a_story_told_again_has_the_same(mayor, council):
    attributions = [{"source": mayor}, {"source": council}]

    claim = newsroom.make_claim(public_id="00000000c1", attributions=attributions)

    assert ids(claim) == [public_id_from(f"00000000c1/attributions/1/{n}") for n in range(2)]


def test_a_list_stands_in_history_once_per_save(claim, mayor, annotator):
    claim.edit(by=annotator, note="Ask.", attributions=[{"source": mayor, "stance": "doubts"}])

    noted = Change.objects.about(claim).filter(version=2)
    assert sorted(noted.values_list("field", flat=True)) == ["attributions", "note"]
    (change,) = noted.filter(field="attributions")
    assert [entry["source"] for entry in change.new] == [mayor.public_id]
    assert [entry["stance"] for entry in change.old] == ["asserts", "denies"]


def test_evidence_is_such_a_list_too(annotator):
    verdict = newsroom.make_draft(evidence=[newsroom.evidence(title="A"), {"record": "B"}])
    first, second = verdict.evidence.order_by("position")

    verdict.edit(by=annotator, evidence=[{"id": second.public_id}, {"id": first.public_id}])

    assert [str(piece) for piece in verdict.evidence.order_by("position")] == ["B", "A"]
    assert (verdict.version, verdict.edited_by) == (2, annotator)


def test_a_protected_source_has_no_address():
    with pytest.raises(ValidationError, match="it would give it away") as refusal:
        newsroom.make_draft(evidence=[newsroom.evidence(protected="They fear for their post.")])

    assert list(refusal.value.message_dict) == ["evidence/0/__all__"]
