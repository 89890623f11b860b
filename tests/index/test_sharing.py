"""For each of many texts the rows that have most of its words."""

import pytest

from claims.models import FactCheckPeriod
from factcheck.index import sharing as sharing_module
from factcheck.index.ranking import Ranking
from factcheck.index.sharing import sharing
from tests.newsroom import make_claim, make_published

pytestmark = pytest.mark.django_db
SAID = [
    "The Oder bridge costs four million euros.",
    "The Oder bridge carries heavy lorries.",
    "The Oder ferry carries passengers only.",
    "Nobody raises the price of houses in Lublin.",
]


@pytest.fixture
def record():
    for statement in SAID:
        make_published(claim=make_claim(statement=statement))


def shared(*texts, fewest=2, limit=4):
    """For each text the statements that share most with it."""
    said = dict(FactCheckPeriod.objects.values_list("pk", "said"))
    found = sharing(Ranking("statements", texts), fewest=fewest, limit=limit)
    return {text: [said[hit.row].partition("\n")[0] for hit in found[text]] for text in found}


def test_what_shares_most_comes_first_for_each_text(record):
    bridge, ferry = "The bridge on the Oder has cost millions", "A ferry full of passengers"

    found = shared(bridge, ferry)

    assert found[bridge][:2] == SAID[:2]
    assert found[ferry][0] == SAID[2]


def test_other_words_that_mean_the_same_count_as_its_own(record):
    text = "trucks on the Oder, 30 tonnes each"
    ranking = Ranking(
        "statements", [text], names={text: [frozenset({"truck", "lorri", "unheard-of"})]}
    )

    [first, *_] = sharing(ranking, fewest=2, limit=4)[text]

    said = FactCheckPeriod.objects.get(pk=first.row).said
    assert said.startswith(SAID[1])
    assert "lorri" in ranking.meant(text)
    assert "unheard-of" not in ranking.meant(text)


def test_all_names_of_a_thing_are_one_word(record):
    text = "lorries"
    names = {text: [frozenset({"lorri", "passeng"})]}

    assert sharing(Ranking("statements", [text], names=names), fewest=2, limit=4) == {}
    assert sharing(Ranking("statements", [text], names=names), fewest=1, limit=4).keys() == {text}


def test_a_text_with_fewer_known_words_is_left_out(record):
    assert shared("A bridge of sighs", fewest=2) == {}


def test_no_more_rows_are_told_than_asked_for(record):
    assert len(shared("the Oder bridge", limit=1)["the Oder bridge"]) == 1


def test_words_are_found_whose_stems_have_another_stem(record):
    assert shared("raise houses")["raise houses"] == [SAID[3]]


def test_frequent_words_choose_among_the_rows_that_rare_ones_bring(record, monkeypatch):
    monkeypatch.setattr(sharing_module, "BROUGHT", 0)

    assert shared("the Oder bridge costs")["the Oder bridge costs"] == [SAID[0]]


def test_words_that_are_all_too_frequent_are_looked_for_together(record, monkeypatch):
    monkeypatch.setattr(sharing_module, "COMMON", 0)

    assert shared("the Oder bridge costs")["the Oder bridge costs"] == [SAID[0]]
    assert set(shared("the Oder bridge")["the Oder bridge"]) == set(SAID[:2])
    assert shared("the bridge to Lublin")["the bridge to Lublin"] == []
