"""The rows that share most of what one text is about."""

import pytest

from claims.models import FactCheckPeriod
from factcheck.index import sharing, sqlite
from factcheck.index.ranking import Ranking
from tests.newsroom import make_claim, make_published

pytestmark = pytest.mark.django_db
SAID = [
    "The Oder bridge costs four million euros.",
    "The Oder bridge carries heavy lorries.",
    "The Oder ferry carries passengers to Vatnorheim.",
    "Nobody raises the price of houses in Lublin.",
]


@pytest.fixture
def record():
    for statement in SAID:
        make_published(claim=make_claim(statement=statement))


@pytest.fixture(params=["few rows", "many rows", "very many rows", "frequent words alone"])
def ranked_as(request, monkeypatch):
    """The ways in which rows are ranked, for which there would have to be millions of them."""
    if request.param != "few rows":
        monkeypatch.setattr(sqlite, "SMALL", 0)
    if request.param in ("very many rows", "frequent words alone"):
        monkeypatch.setattr(sharing, "AT_ONCE", 0)
    if request.param == "frequent words alone":
        monkeypatch.setattr(sharing, "COMMON", 0)


def best(text, limit=4):
    said = dict(FactCheckPeriod.objects.values_list("pk", "said"))
    hits = sharing.best(Ranking("statements", [text], repair=True), text, limit)
    return [said[hit.row].partition("\n")[0] for hit in hits]


def test_what_shares_most_comes_first(record, ranked_as):
    found = best("lorries on the Oder bridge")

    assert found[0] == SAID[1]
    assert set(found[1:]) == {SAID[0], SAID[2]}


def test_no_more_rows_are_told_than_asked_for(record, ranked_as):
    assert best("lorries on the Oder bridge", limit=1) == [SAID[1]]


def test_words_are_found_whose_stems_have_another_stem(record, ranked_as):
    assert best("raise houses") == [SAID[3]]


def test_a_row_that_only_frequent_words_bring_is_ranked_with_the_others(record, monkeypatch):
    monkeypatch.setattr(sharing, "AT_ONCE", 0)
    monkeypatch.setattr(sharing, "COMMON", 1)

    assert best("a ferry, or a bridge on the Oder, for lorries and passengers")[:2] == [
        SAID[2],
        SAID[1],
    ]


@pytest.mark.parametrize("typed", ["Vatnorhiem", "Watnorheim", "Vatnarhaim", "atnorheim"])
def test_a_slip_anywhere_and_two_behind_the_first_letters_are_repaired(record, typed):
    assert best(typed) == [SAID[2]]


def test_a_word_that_is_too_far_from_all_is_not(record):
    assert best("Watnarheim") == []


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("中国将从2025年起取消所有外国人的签证。", "取消外国人签证"),
        ("ワクチンは不妊の原因になる。", "ワクチンが不妊を招く"),
        ("วัคซีนโควิดทำให้ผู้ชายเป็นหมัน", "วัคซีนทำให้เป็นหมัน"),
        ("코로나 백신은 남성을 불임으로 만든다.", "백신이 불임을 일으킨다"),
        ("कोरोना वैक्सीन से पुरुष नपुंसक हो जाते हैं।", "वैक्सीन नपुंसक"),
        ("Ещё один район остался без воды.", "район ещё"),
        ("Το κόστος της γέφυρας διπλασιάστηκε.", "κόστος γέφυρας"),
        ("أعلن المسؤولون إلغاء الضرائب.", "المسؤولون أعلن"),
        ("Die Straße wird größer.", "straße größer"),
    ],
)
def test_every_script_is_ranked(record, ranked_as, said, asked):
    make_published(claim=make_claim(statement=said))

    assert best(asked) == [said]


def test_a_word_says_the_more_the_fewer_rows_have_it(record):
    asked = Ranking("statements", ["the bridge"])

    asked.learn(["oder", "lorri", "zebra"])

    oder, lorri, zebra = map(asked.weight, ["oder", "lorri", "zebra"])
    assert 1 < oder < lorri < zebra


def test_a_word_that_nobody_looked_up_has_no_weight(record):
    with pytest.raises(KeyError, match="lorri"):
        Ranking("statements", ["the bridge"]).weight("lorri")


def test_more_words_are_looked_up_at_once_than_a_statement_has_parameters(record):
    asked = Ranking("statements", ["the bridge"])

    asked.learn(["lorri", *(f"w{number}" for number in range(300_000))])

    assert (asked.known["lorri"], asked.known["w1"]) == (1, 0)
