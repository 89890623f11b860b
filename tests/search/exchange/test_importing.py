"""manage.py import: each line for itself, by the newsroom's rules, with a reason for each no."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article, Claim, Question
from factcheck.records.change import Change
from sources.models import Source
from tests import newsroom
from tests.api.nasty import BODIES, VALUES
from tests.newsroom import make_article, make_claim, make_published, make_source
from tests.search.exchange.files import exported, imported, make_newsroom

pytestmark = pytest.mark.django_db

MAYOR = {"record": "source", "name": "The mayor", "kind": "person"}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "import"


def test_a_line_becomes_a_record_of_whoever_imports_it(file, annotator):
    assert imported(file, [MAYOR]) == ["Accepted 1, changed 0, unchanged 0, refused 0."]

    mayor = Source.objects.get()
    assert (mayor.name, mayor.slug, mayor.created_by) == ("The mayor", "the-mayor", annotator)


def test_a_line_without_id_is_known_by_its_name(file):
    imported(file, [MAYOR])

    told = imported(file, [MAYOR, MAYOR | {"name": "THE MAYOR", "country": "DE"}])

    assert told == ["Accepted 0, changed 1, unchanged 1, refused 0."]
    assert Source.objects.get().country == "DE"


def test_what_a_line_leaves_out_stays(file):
    source = make_source("The mayor", country="DE", aliases=["Mayor"])

    told = imported(file, [{"record": "source", "id": source.public_id, "description": "Hers"}])

    source.refresh_from_db()
    assert told == ["Accepted 0, changed 1, unchanged 0, refused 0."]
    assert (source.country, source.description) == ("DE", "Hers")
    assert source.aliases.count() == 1


def test_another_name_of_somebody_is_no_new_source(file):
    make_source("Main Intelligence Directorate", aliases=["GUR"])

    told = imported(file, [MAYOR | {"name": "GUR"}])

    assert told[0] == (
        "Line 1 refused. name: This may be Main Intelligence Directorate "
        "(main-intelligence-directorate). Give its slug, or a new source an id of its own."
    )


def test_articles_and_claims_are_known_without_ids_too(file):
    article = {"record": "article", "headline": "Snow", "text": "It snowed for 3 days in May."}
    lines = [article, article | {"url": "https://paper.example/2"}]
    assert imported(file, [*lines, *lines])[-1] == "Accepted 2, changed 0, unchanged 2, refused 0."

    snow = Article.objects.get(url=None)
    claim = {"record": "claim", "article": snow.public_id, "quote": "snowed for 3 days"}

    assert imported(file, [claim, claim])[-1] == "Accepted 1, changed 0, unchanged 1, refused 0."
    assert Claim.objects.get().quantities.get().value == 3


def test_an_article_is_known_however_its_address_is_written_and_keeps_its_own(file):
    kept = make_article("Snow", url="https://paper.example/2")
    url = "http://www.paper.example/2?utm_source=letter"
    line = {"record": "article", "headline": "Snow in May", "text": newsroom.TEXT, "url": url}

    told = imported(file, [line, line | {"id": "a0000000b1"}])

    kept.refresh_from_db()
    assert (kept.headline, kept.url) == ("Snow in May", "https://paper.example/2")
    assert told == [
        "Line 2 refused. url: There is an article with this URL already, written as "
        f"https://paper.example/2: article {kept.public_id} (Snow in May).",
        "Accepted 0, changed 1, unchanged 0, refused 1.",
        "Lines refused: 1.",
    ]


def test_of_articles_kept_twice_a_line_means_the_one_whose_address_it_writes(file):
    first = make_article("Snow", url="https://paper.example/2")
    second = make_article("Snow again")
    Article.objects.filter(pk=second.pk).update(
        url="http://paper.example/2", address=first.address, twin=1
    )
    line = {"record": "article", "headline": "Snow in May", "text": newsroom.TEXT}

    imported(file, [line | {"url": "http://paper.example/2"}])

    for article in (first, second):
        article.refresh_from_db()
    assert (first.headline, second.headline) == ("Snow", "Snow in May")


def test_an_article_that_a_line_names_by_its_id_may_get_another_spelling(file):
    kept = make_article(url="http://paper.example/2")

    imported(file, [{"record": "article", "id": kept.public_id, "url": "https://paper.example/2"}])

    kept.refresh_from_db()
    assert kept.url == "https://paper.example/2"


def test_every_refusal_has_its_line_and_its_reason(file):
    lines = [
        MAYOR,
        MAYOR | {"name": "A mayor", "kind": "mayor"},
        {"record": "claim", "article": "0000000000", "quote": "snow"},
        {"record": "verdict"},
        MAYOR | {"name": "B", "colour": "red"},
    ]

    told = imported(file, lines)

    # What names something unknown waits until the end.
    assert [each.split(" ", 3)[:3] for each in told[:4]] == [
        ["Line", "2", "refused."],
        ["Line", "4", "refused."],
        ["Line", "5", "refused."],
        ["Line", "3", "refused."],
    ]
    assert "kind: There is no “mayor”. Known are: person, organisation," in told[0]
    assert "record: Import takes source, question, article, claim" in told[1]
    assert "colour: There is no such field." in told[2]
    assert "article: There is no article “0000000000”." in told[3]
    assert told[-2:] == ["Accepted 1, changed 0, unchanged 0, refused 4.", "Lines refused: 4."]


def test_a_dry_run_says_the_same_and_keeps_nothing(file):
    make_newsroom()
    lines = exported(file)
    changes = Change.objects.count()

    told = imported(file, [MAYOR, MAYOR | {"kind": "x"}], dry_run=True)

    assert told[1:3] == [
        "Accepted 1, changed 0, unchanged 0, refused 1.",
        "This was a dry run: nothing is kept.",
    ]
    assert exported(file) == lines
    assert Change.objects.count() == changes


def test_a_refused_line_leaves_nothing_of_itself(file):
    article = make_article()
    line = {
        "record": "claim",
        "article": article.public_id,
        "quote": "4.2 million euros",
        "quantities": [{"text": "no figure at all"}],
    }

    assert "quantities.0.text: " in imported(file, [line])[0]

    assert not Claim.objects.exists()


def test_what_readers_see_is_locked_for_import_as_for_everybody(file):
    claim = make_published().claim
    line = {"record": "claim", "id": claim.public_id, "statement": "Something else."}

    assert "Readers can see this claim" in imported(file, [line])[0]


def test_an_articles_text_is_not_overwritten(file):
    article = make_article()

    told = imported(file, [{"record": "article", "id": article.public_id, "text": "Another."}])

    assert "An article's text is not overwritten" in told[0]


def test_words_that_the_article_has_lost_are_a_reason(file):
    claim = newsroom.make_lost_claim()
    lines = exported(file, "claims")
    claim.remove(by=None)

    (refusal, *_) = imported(file, lines)

    assert refusal.startswith("Line 1 refused. quote: ")


def test_a_claim_is_closed_and_reopened_as_its_line_says(file):
    claim = make_claim()
    line = {"record": "claim", "id": claim.public_id, "close_reason": "dropped"}

    imported(file, [line])
    claim.refresh_from_db()
    assert claim.close_reason == "dropped"

    imported(file, [line | {"close_reason": None}])
    claim.refresh_from_db()
    assert claim.closed_at is None


def test_slug_and_date_of_a_record_stay(file):
    source = make_source()
    line = {"record": "source", "id": source.public_id}

    told = imported(file, [line | {"slug": "other"}, line | {"created_at": "2020-01-01T00:00:00Z"}])

    assert "slug: It stays as it is: roads-office." in told[0]
    assert "created_at: It stays as it is" in told[1]


def test_nothing_was_made_in_the_future(file):
    assert "future" in imported(file, [MAYOR | {"created_at": "2999-01-01T00:00:00Z"}])[0]


def test_whoever_may_not_write_imports_nothing(file, outsider):
    told = imported(file, [MAYOR], by="outsider")

    assert told[0].startswith("Line 1 refused. This needs the role annotator")
    assert not Source.objects.exists()


def test_an_unknown_person_or_file_is_said_so(file):
    file.touch()
    with pytest.raises(CommandError, match="Nobody here is called nobody"):
        call_command("import", str(file), by="nobody")
    assert "cannot be read" in imported_missing(file.with_name("missing"))


def imported_missing(path):
    newsroom.the("annotator")
    with pytest.raises(CommandError) as refused:
        call_command("import", str(path), by="annotator")
    return str(refused.value)


@pytest.mark.slow
@pytest.mark.parametrize("record", ["source", "question", "article", "claim"])
def test_no_value_of_any_field_raises(file, record):
    make_newsroom()
    make_published()
    whole = {
        "source": MAYOR,
        "question": {"record": "question", "text": "How much?"},
        "article": {"record": "article", "headline": "Snow", "text": "It snowed."},
        "claim": {
            "record": "claim",
            "article": Article.objects.order_by("pk")[0].public_id,
            "quote": "4.2 million euros",
        },
    }[record]
    model = {"source": Source, "question": Question, "article": Article, "claim": Claim}[record]
    fields = exported_keys(file, record)

    lines = [
        each | {field: value}
        for each in (whole, {"record": record, "id": model.objects.order_by("pk")[0].public_id})
        for field in fields
        for value in VALUES
        if value is not VALUES[6]
    ]
    told = imported(file, lines)

    counts = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", told[-2])]
    assert sum(counts) == len(lines)


def exported_keys(file, record):
    lines = map(json.loads, exported(file).splitlines())
    return [*next(line for line in lines if line["record"] == record), "colour"]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_no_body_raises(file, body):
    told = imported(file, body, what="sources")

    assert all(each.startswith(("Line", "Accepted 0, changed 0, unchanged 0")) for each in told)


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_no_spreadsheet_raises(file, body):
    told = imported(file, b"name,kind\r\n" + body, what="sources", format="csv")

    assert told
    assert not Source.objects.exists()
