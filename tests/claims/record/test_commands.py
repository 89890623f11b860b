"""The ledger's keeper at a terminal: verify, export, rebuild, withhold, bring up to date."""

import hashlib
import io
import json

import pytest
from django.core.management import CommandError, call_command

from claims.models import Claim, Document, FactCheckPeriod, FactCheckVersion, SourceInPeriod
from tests import newsroom
from tests.claims.record.whole import make_record, tampering

pytestmark = pytest.mark.django_db

REASON = "The regional court of Millford, order 4/2024."


def said_by(command, *arguments, **options):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue()


def test_a_whole_record_is_said_to_be_whole():
    make_record()
    last = FactCheckVersion.objects.order_by("-sequence")[0]

    assert f"whole: {last.sequence} rows, head {last.row_hash}." in said_by("verify_ledger")


def test_a_record_without_rows_is_whole():
    assert f"whole: 0 rows, head {'0' * 64}." in said_by("verify_ledger")


def test_every_problem_is_printed_and_the_command_fails():
    make_record()
    out = io.StringIO()

    with tampering():
        FactCheckVersion.objects.filter(sequence=2).update(notice="Nothing to see here.")
        with pytest.raises(CommandError, match="The record has 1 problem"):
            call_command("verify_ledger", stdout=out)

    assert out.getvalue() == "Row 2 has been changed: its hash is another.\n"


def exported(tmp_path, **options):
    file = tmp_path / "ledger.jsonl"
    call_command("export_ledger", str(file), **options)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_what_is_exported_verifies_without_us(tmp_path):
    make_record()
    lines = exported(tmp_path)

    previous = "0" * 64
    for number, line in enumerate(lines, 1):
        document, row_hash = line.pop("document"), line.pop("row_hash")
        assert (line["sequence"], line["previous"]) == (number, previous)
        assert hashlib.sha256(canonical(line)).hexdigest() == row_hash
        if document is not None:
            assert hashlib.sha256(canonical(document)).hexdigest() == line["digest"]
        previous = row_hash
    assert len(lines) == FactCheckVersion.objects.count()


def test_a_withheld_document_is_exported_as_null_and_nothing_else_is(tmp_path):
    make_record()

    lines = exported(tmp_path)

    gone = {line["digest"] for line in lines if line["kind"] == "withheld"}
    assert gone
    assert {line["digest"] for line in lines if line["document"] is None} == gone


def test_an_export_goes_on_behind_a_row(tmp_path):
    make_record()

    assert exported(tmp_path, after=3) == exported(tmp_path)[3:]


def test_an_export_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("export_ledger", str(tmp_path / "nowhere" / "ledger.jsonl"))


def test_an_export_goes_to_standard_output_unless_told_otherwise(capfdbinary):
    newsroom.make_published()

    call_command("export_ledger")

    (line,) = capfdbinary.readouterr().out.splitlines()
    assert json.loads(line)["sequence"] == 1


def test_periods_are_rebuilt_from_nothing():
    make_record()
    own = ("id", "document", "fact_check", "sources")
    columns = [field.name for field in FactCheckPeriod._meta.get_fields() if field.name not in own]
    before = list(FactCheckPeriod.objects.order_by("from_sequence").values_list(*columns))
    FactCheckPeriod.objects.all().delete()

    said = said_by("rebuild_periods")

    assert said == f"Periods written: {len(before)}.\n"
    assert list(FactCheckPeriod.objects.order_by("from_sequence").values_list(*columns)) == before
    assert "whole" in said_by("verify_ledger")


def test_periods_that_cannot_be_rebuilt_stay():
    make_record()
    before = (FactCheckPeriod.objects.count(), SourceInPeriod.objects.count())
    digest = FactCheckPeriod.objects.standing()[0].document.digest

    with tampering():
        Document.objects.filter(digest=digest).update(body=None)
        with pytest.raises(ValueError, match="withheld"):
            call_command("rebuild_periods")
        assert (FactCheckPeriod.objects.count(), SourceInPeriod.objects.count()) == before


def withheld(claim, version=1, by="administrator", reason=REASON):
    return said_by("withhold", claim.public_id, str(version), by=by, reason=reason)


def test_a_version_is_withheld(administrator):
    claim = newsroom.make_published().claim
    digest = claim.versions.get().digest

    said = withheld(claim)

    assert said == f"Withheld {digest}, as row 2 of the ledger says.\n"
    assert Document.objects.get(digest=digest).body is None
    assert claim.verdicts.get().retracted_by == administrator
    assert "whole" in said_by("verify_ledger")


@pytest.mark.parametrize(
    ("otherwise", "why"),
    [
        ({"version": 2}, "has no version 2"),
        ({"by": "somebody"}, "Nobody here is called somebody"),
        ({"by": "reviewer"}, "needs the role administrator"),
        ({"reason": " "}, "Say why it is withheld"),
    ],
)
def test_a_refusal_to_withhold_says_why(otherwise, why, administrator):
    claim = newsroom.make_published().claim

    with pytest.raises(CommandError, match=why):
        withheld(claim, **otherwise)

    assert Document.objects.get().body is not None


def test_what_is_withheld_is_not_withheld_again(administrator):
    claim = newsroom.make_published().claim
    withheld(claim)

    with pytest.raises(CommandError, match="withheld already"):
        withheld(claim)


@pytest.fixture
def renamed():
    """A source that has been renamed since it stood in two published checks."""
    source = newsroom.make_source("Roads office")
    for quote in ("4.2 million euros", "18 months"):
        claim = newsroom.make_claim(quote, attributions=[{"source": source}])
        newsroom.make_published(claim=claim)
    newsroom.make_published(claim=newsroom.make_claim("3.1 million euros"))
    source.edit(by=None, name="Office of roads")
    return source


@pytest.mark.parametrize("name", ["public_id", "slug"])
def test_checks_that_name_a_source_are_brought_up_to_date(name, renamed):
    said = said_by("publish_updates", source=getattr(renamed, name))

    assert said == "Fact checks updated: 2.\n"
    updates = FactCheckVersion.objects.filter(kind="updated")
    assert [row.notice for row in updates] == ["", ""]
    assert "whole" in said_by("verify_ledger")


def test_all_are_brought_up_to_date_with_a_notice_and_only_once(renamed):
    assert said_by("publish_updates", notice="It has a new name.") == "Fact checks updated: 2.\n"
    assert said_by("publish_updates", notice="It has a new name.") == "Fact checks updated: 0.\n"

    assert FactCheckVersion.objects.with_notice().count() == 2


@pytest.mark.parametrize("what", ["source", "article", "question", "rating"])
def test_only_what_is_there_can_have_been_renamed(what, renamed):
    with pytest.raises(CommandError, match=f"There is no {what} nowhere"):
        call_command("publish_updates", **{what: "nowhere"})

    assert not FactCheckVersion.objects.filter(kind="updated").exists()


def test_checks_that_name_an_article_question_or_rating_are_found():
    question = newsroom.make_question()
    claim = newsroom.make_published(claim=newsroom.make_claim(question=question)).claim
    rating = claim.verdicts.get().rating
    for row, change in (
        (claim.article, {"headline": "Another"}),
        (question, {"text": "Another?"}),
        (rating, {"name": "Another"}),
    ):
        row.refresh_from_db()
        row.edit(by=None, **change)
        said = said_by("publish_updates", **{row._meta.model_name: row.public_id})
        assert said == "Fact checks updated: 1.\n"

    assert Claim.objects.get().versions.count() == 4
