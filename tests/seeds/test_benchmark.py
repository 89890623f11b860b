"""The newsroom to measure with: what the verbs would have written, and the same each time."""

import pytest
from django.core.management import CommandError, call_command

from claims.models import (
    Article,
    Claim,
    Document,
    FactCheckPeriod,
    FactCheckVersion,
    Question,
    SourceInPeriod,
    Verdict,
)
from claims.models.figures import derived, figures_in
from claims.models.positions import settle_conflict
from claims.models.status import standing_of
from claims.record.canonical import canonical
from claims.record.document import document_of, slug_of
from claims.record.ledger import head, parsed
from claims.record.publication import edition_of, last_period
from claims.record.rebuilding import rebuild_periods
from claims.record.renewal import is_up_to_date
from claims.record.verification import verify
from factcheck.index.kinds import kinds
from factcheck.index.upkeep import differing, missing
from seeds.benchmark.cast import Cast
from seeds.benchmark.findings import findings_of
from seeds.benchmark.loading import load
from seeds.benchmark.record import Ledger
from seeds.benchmark.towns import CLAIMS as PER_TOWN
from seeds.benchmark.towns import town_of
from sources.models import Source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CLAIMS = 120
PERIOD = [field.attname for field in FactCheckPeriod._meta.concrete_fields if field.attname != "id"]


@pytest.fixture
def newsroom(db):
    for _ in load(CLAIMS, seed=1):
        pass


def test_so_many_claims_are_published_as_asked_for(newsroom):
    assert Claim.objects.published().count() == CLAIMS
    assert FactCheckPeriod.objects.standing().count() == CLAIMS


def test_the_record_is_whole(newsroom):
    assert list(verify()) == []


def test_documents_say_what_the_house_would_write_from_the_rows(newsroom):
    for verdict in Verdict.objects.standing().select_related("claim", "rating"):
        assert is_up_to_date(verdict.claim, verdict)
        assert last_period(verdict.claim).slug == slug_of(verdict.claim.statement)
    for period in FactCheckPeriod.objects.select_related("document"):
        assert bytes(period.document.body) == canonical(parsed(period.document.body))


def test_the_first_version_is_the_edition_that_publishing_would_make(newsroom):
    verdict = Verdict.objects.standing().filter(claim__versions__version=1).first()
    row = FactCheckVersion.objects.get(fact_check=verdict.claim, version=1)
    stored = parsed(Document.objects.get(digest=row.digest).body)
    FactCheckPeriod.objects.filter(fact_check=verdict.claim).delete()

    made = edition_of(verdict.claim, row.kind, at=row.at, notice="", shown=None)
    said = document_of(verdict.claim, verdict, made)

    assert said | {"version": 1} == stored


def test_rebuilding_the_periods_changes_nothing(newsroom):
    before = sorted(FactCheckPeriod.objects.values_list(*PERIOD))
    sources = set(SourceInPeriod.objects.values_list("period__fact_check", "source", "rating"))

    for _ in rebuild_periods():
        pass

    assert sorted(FactCheckPeriod.objects.values_list(*PERIOD)) == before
    assert sources == set(
        SourceInPeriod.objects.values_list("period__fact_check", "source", "rating")
    )


def test_claims_stand_where_marking_would_put_them(newsroom):
    for claim in Claim.objects.select_related("revision", "article"):
        place = claim.anchor_values(claim.revision, claim.quote, start=claim.start, end=claim.end)

        assert place == {name: getattr(claim, name) for name in place}


def test_figures_are_those_that_are_read_from_the_quote(newsroom):
    for claim in Claim.objects.prefetch_related("quantities"):
        stored = list(claim.quantities.order_by("position"))
        read_now = figures_in(claim.quote)

        assert len(stored) == len(read_now)
        for figure, said in zip(stored, read_now, strict=True):
            said |= derived(said["unit"], said["low"], said["high"])
            assert said == {name: getattr(figure, name) for name in said}


def test_rows_pass_what_editors_rows_must(newsroom):
    for model in (Source, Question, Article, Claim, Verdict):
        for row in model.objects.all():
            row.full_clean()


def test_stored_standings_are_what_the_verbs_would_store(newsroom):
    for claim in Claim.objects.all():
        stored = (claim.verification_status, claim.work)

        assert standing_of(claim, closed=False) == stored


def test_stored_conflicts_are_what_the_verbs_would_store(newsroom):
    flags = ("pk", "has_conflict", "has_public_conflict")
    before = set(Question.objects.values_list(*flags))

    settle_conflict(*Question.objects.values_list("pk", flat=True))

    assert set(Question.objects.values_list(*flags)) == before
    assert any(is_contradicted for _, is_contradicted, _ in before)


def test_what_documents_name_is_open_to_readers_and_nothing_else(newsroom):
    named = set(SourceInPeriod.objects.values_list("source", flat=True))
    public = Source.objects.filter(public_since__isnull=False)

    assert named <= set(public.values_list("public_id", flat=True)) != set()
    assert not Source.objects.filter(public_since__isnull=True, public_id__in=named).exists()


def test_searches_find_what_has_come(newsroom):
    assert missing() == []
    assert [kind.name for kind in kinds() if differing(kind)] == []
    assert FactCheckPeriod.objects.matching("euros").exists()


def test_one_source_stands_in_a_third_of_all_claims(newsroom):
    most_quoted = Source.objects.get(slug="office-for-national-figures")

    assert SourceInPeriod.objects.filter(
        source=most_quoted.public_id, to_sequence=None
    ).count() == pytest.approx(CLAIMS / 3, abs=2)


@pytest.mark.parametrize(("seed", "is_the_same"), [(1, True), (2, False)])
def test_the_same_seed_gives_the_same_ledger(newsroom, seed, is_the_same):
    cast, ledger = Cast(CLAIMS, seed), Ledger()

    for number in range(3):
        town = town_of(number, cast, min(PER_TOWN, CLAIMS - number * PER_TOWN))
        ledger.record([each for each in findings_of(town, cast) if each.published_at])

    assert (ledger.row_hash == head().row_hash) is is_the_same


def test_the_desk_has_work_left(newsroom):
    assert set(Claim.objects.waiting().values_list("work", flat=True)) == {
        "none", "drafting", "in_review",
    }  # fmt: skip


def test_new_rows_get_keys_behind_those_that_came_in_bulk(newsroom):
    last = Source.objects.order_by("-pk").first()

    assert Source.add(by=None, name="Somebody new", kind="person").pk > last.pk


def test_a_newsroom_is_not_mixed_with_another(newsroom):
    with pytest.raises(CommandError, match="fills an empty one"):
        call_command("load_benchmark", claims=10, yes=True)


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_it_has_done(capsys):
    call_command("load_benchmark", claims=60, yes=True)

    assert "60 claims are published" in capsys.readouterr().out
    assert list(verify()) == []


def test_without_debug_somebody_must_say_yes(db, settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="--yes"):
        call_command("load_benchmark", claims=10)

    assert not Source.objects.exists()


def test_nothing_is_no_newsroom(db):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("load_benchmark", claims=0, yes=True)
