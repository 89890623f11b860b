"""manage.py export: everything of ours as a file."""

import csv
import io
import json

import pytest
from django.core.management import CommandError

from claims.models import FactCheckPeriod
from claims.record.ledger import parsed
from publishing.formats.claimreview import Desk, claim_review
from search.exchange.kinds import BATCH, KINDS, rows_of
from tests import newsroom
from tests.newsroom import evidence, make_claim, make_published, make_source
from tests.search.exchange.files import exported, make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "export"


def lines_of(content: bytes) -> list[dict]:
    return [json.loads(line) for line in content.splitlines()]


def table_of(content: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_has_the_keys_that_it_says(kind):
    make_newsroom()
    make_published()

    rows = [kind.flat(row) for row in rows_of(kind)]

    assert rows
    assert {tuple(row) for row in rows} == {tuple(kind.keys)}


def test_what_import_takes_is_written_in_its_order_and_says_what_it_is(file):
    make_newsroom()

    records = [line["record"] for line in lines_of(exported(file))]

    assert list(dict.fromkeys(records)) == ["source", "question", "article", "claim"]


def test_a_spreadsheet_opens_as_it_is(file):
    make_newsroom()

    content = exported(file, "sources", format="csv")

    assert content.startswith(b"\xef\xbb\xbfid,slug,name,")
    assert content.count(b"\r\n") == 3
    names = [row["name"] for row in table_of(content)]
    assert names == ["'=County", "Roads office"]


def test_figures_below_zero_are_numbers_in_a_spreadsheet(file):
    make_claim(quantities=[{"text": "-5 euros"}, {"text": "some 20 cars"}])

    rows = table_of(exported(file, "quantities", format="csv"))

    assert [(row["text"], row["value"]) for row in rows] == [
        ("-5", "-5"),
        ("some 20", "20"),
    ]


def test_fact_checks_are_their_documents(file):
    make_published()
    body = FactCheckPeriod.objects.get().document.body

    assert lines_of(exported(file, "factchecks")) == [json.loads(bytes(body))]


def test_what_was_retracted_is_no_fact_check_any_more(file):
    newsroom.make_retracted()

    assert exported(file, "factchecks") == b""


def test_claimreview_is_what_the_formats_make_of_the_documents(file, settings):
    settings.PUBLIC_URL = "https://facts.example"
    make_published()
    desk = Desk(settings.DESK_NAME, "https://facts.example", settings.DATA_LICENCE)
    document = parsed(FactCheckPeriod.objects.get().document.body)

    assert lines_of(exported(file, format="claimreview")) == [claim_review(document, desk)]


def test_claimreview_needs_to_know_where_readers_find_us(file):
    with pytest.raises(CommandError, match="Set PUBLIC_URL"):
        exported(file, format="claimreview")


@pytest.mark.parametrize("what", [[], ["sources", "claims"]])
def test_a_spreadsheet_has_one_kind(file, what):
    with pytest.raises(CommandError, match="one kind"):
        exported(file, *what, format="csv")


def test_a_file_that_cannot_be_written_is_said_so(tmp_path):
    with pytest.raises(CommandError, match=r"no\.jsonl: No such file or directory"):
        exported(tmp_path / "missing" / "no.jsonl")


def test_verdicts_travel_without_protected_sources_and_people(file, annotator):
    witness = make_source("The witness")
    told = evidence(url="", source=witness, record="At the mill", protected="In danger")
    newsroom.make_draft(evidence=[told, evidence()])

    content = exported(file, "verdicts")

    (verdict,) = lines_of(content)
    assert [piece["protected"] for piece in verdict["evidence"]] == ["In danger", None]
    assert witness.slug.encode() not in content
    assert b"At the mill" not in content
    assert annotator.username.encode() not in content


def test_a_claim_is_exported_where_its_words_are_now(file):
    claim = make_claim()
    make_published(claim=claim)
    newsroom.revise(claim.article, "The county", "Well, the county")

    (line,) = lines_of(exported(file, "claims"))

    assert line["start"] == claim.start + len("Well, ")


@pytest.mark.parametrize("sources", [1, 10])
def test_rows_cost_the_same_however_many_there_are(sources, django_assert_num_queries):
    for number in range(sources):
        make_source(f"Source {number}", aliases=["a", "b"])

    with django_assert_num_queries(2):
        assert len(list(rows_of(KINDS["sources"]))) == sources


@pytest.mark.slow
def test_more_rows_than_a_batch_holds_come_whole_and_in_order():
    article = newsroom.make_article(text=" ".join(f"word{n}." for n in range(BATCH + 5)))
    made = [make_claim(f"word{n}.", article=article).public_id for n in range(BATCH + 5)]

    assert sorted(row["id"] for row in rows_of(KINDS["claims"])) == sorted(made)
