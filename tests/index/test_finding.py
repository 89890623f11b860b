"""What a search finds, on either database."""

import pytest

from claims.models import Article, Claim, Question
from sources.models import Source, SourceAlias
from tests.newsroom import make_article, make_claim, make_published, make_question, make_source

pytestmark = pytest.mark.django_db


def statements(search):
    return set(Claim.objects.matching(search).values_list("statement", flat=True))


@pytest.fixture
def bridge():
    return make_claim(statement="The Mayor’s agencies say the café bridge costs 4.2 million euros.")


@pytest.mark.parametrize(
    "search",
    [
        "bridge",
        "BRIDGES",
        "cafe",
        "café",
        "cafe\u0301",
        "agency",
        "agenc",
        "bri",
        "4.2",
        "4.2 million",
        '"4.2 million euros"',
        "“café bridge”",
        "bridge the mayor",
        "mayor's",
        "bridge -million",
        "bridge* (million)",
    ],
)
def test_a_search_finds(bridge, search):
    assert statements(search) == {bridge.statement}


@pytest.mark.parametrize(
    "search",
    [
        "tunnel",
        "bridge tunnel",
        '"bridge café"',
        '"cafe bri"',
        "bri million",
        "2.4",
        "idge",
        "%",
        "_",
        "*",
        '""',
        "bridge OR tunnel ",
        "x" * 100_000,
        "bridge " * 50 + "ZZZ tunnel",
    ],
)
def test_a_search_does_not_find(bridge, search):
    assert statements(search) == set() or search.startswith("bridge " * 50)


@pytest.mark.parametrize(
    "search",
    [
        'NEAR("a" "b", 5)',
        "statement:bridge",
        "{statement}: bridge",
        "a & b | !c <-> d:*",
        "'; DROP TABLE claims_claim; --",
        "\\",
        "'",
        "''':*",
        "\x00",
        "\ud800",
        "^bridge",
        "🙂",
        "a\u0300" * 5_000,
        '"' * 1_001,
        "( ",
        "ﹰ",
        "²",
        "٣",
    ],
)
def test_no_search_is_an_error(bridge, search):
    list(Claim.objects.matching(search.encode("utf-8", "replace").decode()))


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("朝鲜士兵已经抵达俄罗斯。", "朝鲜士兵"),
        ("朝鲜士兵已经抵达俄罗斯。", "士兵"),
        ("北朝鮮の兵士がロシアにいる。", "兵士がロシア"),
        ("ทหารเกาหลีเหนืออยู่ในรัสเซีย", "เกาหลีเหนือ"),
        ("북한군이 러시아에 있다.", "러시아"),
        ("Премʼєр заявив про 10 000 солдатів", "солдатів"),
        ("قال المسؤولون إن الجنود وصلوا", "الجنود"),
    ],
)
def test_every_script_is_searched(text, search):
    question = make_question(text)
    make_question("What does the bridge cost?")

    assert list(Question.objects.matching(search)) == [question]


def test_a_source_is_found_by_an_alias_that_it_got_later_and_no_longer_without_it():
    source = make_source("Main Directorate of Intelligence")

    source.edit(by=None, aliases=["GUR"])
    found = list(Source.objects.matching("gur directorate"))
    SourceAlias.objects.all().delete()

    assert found == [source]
    assert not Source.objects.matching("gur").exists()


def test_the_desk_finds_an_article_by_its_text_and_readers_by_its_headline_alone():
    article = make_article("Bridge to cost more", text="The ferry will stop in May.")

    assert list(Article.objects.matching("ferry", desk=True)) == [article]
    assert not Article.objects.matching("ferry", desk=False).exists()
    assert list(Article.objects.matching("bridge", desk=False)) == [article]


def test_bulk_writes_and_deletes_are_followed(bridge):
    Claim.objects.filter(pk=bridge.pk).update(statement="A tunnel is built.")
    assert statements("tunnel") == {"A tunnel is built."}
    assert not statements("café")

    Claim.objects.filter(pk=bridge.pk).delete()
    assert not statements("tunnel")


def test_readers_find_only_what_was_published(client, bridge):
    make_published(claim=make_claim(statement="The tunnel costs 4.2 million euros."))

    answer = client.get("/api/v1/claims/?q=million").json()

    assert [row["statement"] for row in answer["results"]] == [
        "The tunnel costs 4.2 million euros."
    ]


def test_two_searches_mean_either(client):
    for statement in ("The tunnel is long.", "The bridge is high.", "The ferry is late."):
        make_published(claim=make_claim(statement=statement))

    answer = client.get("/api/v1/factchecks/?q=tunnel&q=bridge&fields=claim").json()

    assert [row["claim"]["statement"] for row in answer["results"]] == [
        "The bridge is high.",
        "The tunnel is long.",
    ]
