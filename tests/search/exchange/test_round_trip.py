"""Export, import into nothing, export: byte for byte the same, however often."""

import pytest

from claims.models import Article, Claim, Question
from sources.models import Source
from tests import newsroom
from tests.search.exchange.files import empty, exported, imported, make_newsroom

pytestmark = pytest.mark.django_db
KINDS = ["sources", "questions", "articles", "claims"]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "exchange"


def spreadsheets(folder):
    return {kind: exported(folder / f"{kind}.csv", kind, format="csv") for kind in KINDS}


def test_json_lines_come_back_byte_for_byte(file):
    make_newsroom()
    before = exported(file)
    empty()
    assert exported(file) == b""

    assert imported(file, before) == ["Accepted 10, changed 0, unchanged 0, refused 0."]

    assert exported(file) == before


def test_spreadsheets_come_back_byte_for_byte(file, tmp_path):
    make_newsroom()
    before, lines = spreadsheets(tmp_path), exported(file)
    empty()

    for kind, content in before.items():
        assert imported(file, content, format="csv", what=kind)[-1].endswith("refused 0.")

    assert spreadsheets(tmp_path) == before
    assert exported(file) == lines


def test_whatever_names_what_comes_later_waits_for_it(file):
    make_newsroom()
    before = exported(file)
    empty()

    backwards = b"\n".join(reversed(before.splitlines()))
    assert imported(file, backwards) == ["Accepted 10, changed 0, unchanged 0, refused 0."]

    assert exported(file) == before


@pytest.mark.parametrize("as_spreadsheets", [False, True])
def test_a_second_time_nothing_changes(file, tmp_path, as_spreadsheets):
    make_newsroom()
    before = exported(file)
    versions = versions_of_everything()

    told = (
        [
            imported(file, content, format="csv", what=kind)[-1]
            for kind, content in spreadsheets(tmp_path).items()
        ]
        if as_spreadsheets
        else imported(file, before)
    )

    assert all("Accepted 0, changed 0" in each and "refused 0." in each for each in told)
    assert versions_of_everything() == versions
    assert exported(file) == before


def test_what_readers_see_is_unchanged_by_its_own_export(file):
    verdict = newsroom.make_published()
    newsroom.revise(verdict.claim.article, "The county", "Well, the county")

    assert imported(file, exported(file))[-1].startswith("Accepted 0, changed 0, unchanged 2")


def versions_of_everything():
    return [
        list(model.objects.order_by("pk").values_list("pk", "version"))
        for model in (Source, Question, Article, Claim)
    ]
