"""Lists: each filter alone and together, orderings and pages."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.scopes import Role
from tests import newsroom
from tests.kept import kept_rows
from tests.newsroom import the

pytestmark = pytest.mark.django_db

START = datetime(2024, 10, 23, 12, tzinfo=UTC)


def day(number):
    return START + timedelta(days=number)


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    """Three sources, two questions, two articles and five claims, a day apart."""
    with kept_rows(django_db_blocker):
        yield five_claims()


def five_claims():
    sources = {
        name: newsroom.make_source(name, kind=kind, country=country, at=day(number), **fields)
        for number, (name, kind, country, fields) in enumerate(
            [
                ("Kyiv", "government", "UA", {"aliases": ["The Ukrainian side"]}),
                ("Moscow", "government", "RU", {}),
                ("Courier", "media", "", {}),
            ]
        )
    }
    newsroom.make_source("Envoy", kind="person", speaks_for=sources["Kyiv"], at=day(3))
    number = newsroom.make_question("How many?", unit="troops", at=day(0))
    place = newsroom.make_question("Where are they?", unit="", at=day(1))
    first = newsroom.make_article(
        "Troops arrive",
        publisher=sources["Courier"],
        url="https://courier.example/troops",
        published_at=day(0).date(),
        at=day(0),
    )
    second = newsroom.make_article(
        "Другий текст", language="uk", published_at=day(5).date(), at=day(1)
    )

    def mark(days, quote, article, **fields):
        return newsroom.make_claim(quote, article=article, at=day(days), **fields)

    def stands(*pairs):
        return [{"source": sources[name], "stance": stance} for name, stance in pairs]

    claims = {
        "disputed": mark(
            0,
            "4.2 million euros",
            first,
            statement="Ten thousand are there.",
            question=number,
            attributions=stands(("Kyiv", "asserts"), ("Moscow", "denies")),
        ),
        "false": mark(
            1,
            "3.1 million euros",
            first,
            statement="None is there.",
            question=number,
            attributions=stands(("Moscow", "asserts"), ("Kyiv", "denies")),
        ),
        "drafting": mark(
            2,
            "18 months",
            first,
            question=place,
            attributions=stands(("Courier", "doubts"), ("Kyiv", "asserts")),
        ),
        "waiting": mark(3, "1,300 lorries", second, assignee=the(Role.REVIEWER), due_at=day(9)),
        "unattributed": mark(4, "three million", second, due_at=day(8)),
    }
    for slug in ("disputed", "false"):
        newsroom.make_published(claim=claims[slug], rating=newsroom.make_rating(slug), at=day(6))
    newsroom.make_draft(claim=claims["drafting"], at=day(7))
    newsroom.make_submitted(
        claim=claims["waiting"],
        by=the(Role.REVIEWER),
        rating=newsroom.make_rating("true"),
        at=day(8),
    )
    return {"claims": claims, "articles": {"first": first, "second": second}}


@pytest.fixture
def found(annotator_program, desk):
    """The names of the claims (or what `key` says of other rows) that a query finds, sorted."""

    def found(query, kind="claims", key=None):
        page = annotator_program.client.get(f"/api/v1/{kind}/?{query}")
        assert page.status_code == 200, page.content
        rows = page.json()["results"]
        if kind != "claims":
            return sorted(row[key] for row in rows)
        names = {claim.public_id: name for name, claim in desk["claims"].items()}
        return sorted(names[row["id"]] for row in rows)

    return found


FOUND = {
    "claimant": {
        "claimant=kyiv": ["disputed", "drafting"],
        "claimant=moscow": ["false"],
        "claimant=courier&claimant=moscow": ["false"],
        "claimant=courier": [],
    },
    "who takes a stand": {
        "source=kyiv": ["disputed", "drafting", "false"],
        "source=courier": ["drafting"],
        "source=courier&source=moscow": ["disputed", "drafting", "false"],
        "stance=denies": ["disputed", "false"],
        "stance=doubts": ["drafting"],
        "stance=doubts&stance=denies": ["disputed", "drafting", "false"],
    },
    # Kyiv takes part in three, but denies one.
    "source and stance of the same attribution": {
        "source=kyiv&stance=denies": ["false"],
        "source=kyiv&stance=asserts": ["disputed", "drafting"],
        "source=kyiv&stance=doubts": [],
        "source=kyiv&source=moscow&stance=denies": ["disputed", "false"],
        "source=courier&source=moscow&stance=doubts&stance=denies": ["disputed", "drafting"],
    },
    "question": {
        "question=how-many": ["disputed", "false"],
        "question=how-many&question=where-are-they": ["disputed", "drafting", "false"],
    },
    "rating and status": {
        "rating=disputed": ["disputed"],
        "verdict=disputed": ["disputed"],
        "rating=disputed&verdict=false": ["disputed", "false"],
        "rating=true": [],
        "status=disputed": ["disputed"],
        "status=drafting": ["drafting"],
        "status=in_review&status=unchecked": ["unattributed", "waiting"],
    },
    "time": {
        "created_after=2024-10-26T12:00:00Z": ["unattributed", "waiting"],
        "created_after=2024-10-26T12:00:01Z": ["unattributed"],
        "created_before=2024-10-24T12:00:00Z": ["disputed"],
        "created_before=2024-10-24": ["disputed"],
    },
    "words": {
        "q=thousand": ["disputed"],
        "search=LORRIES": ["waiting"],
        "q=thousand&q=lorries": ["disputed", "waiting"],
        "q=": ["disputed", "drafting", "false", "unattributed", "waiting"],
        "q=%25": [],
        "q=_": [],
    },
    "what the desk does": {
        "work=in_review": ["waiting"],
        "work=drafting&work=in_review": ["drafting", "waiting"],
        "assignee=reviewer": ["waiting"],
        "due_before=2024-11-01": ["unattributed"],
    },
    "all of it together": {
        "source=kyiv&rating=false": ["false"],
        "source=kyiv&rating=false&question=where-are-they": [],
        "claimant=kyiv&created_after=2024-10-24": ["drafting"],
    },
}


@pytest.mark.parametrize("subject", FOUND)
def test_claims_are_found_by(subject, found):
    for query, names in FOUND[subject].items():
        assert found(query) == names, query


def test_claims_are_found_by_article(found, desk):
    first, second = (article.public_id for article in desk["articles"].values())

    assert found(f"article={first}") == ["disputed", "drafting", "false"]
    assert found(f"article={first}&rating=false") == ["false"]
    assert len(found(f"article={first}&article={second}")) == 5


def test_sources_are_found_by_what_they_are(found):
    for query, names in {
        "kind=government": ["Kyiv", "Moscow"],
        "kind=government&kind=media": ["Courier", "Kyiv", "Moscow"],
        "country=UA": ["Kyiv"],
        "country=ua": ["Kyiv"],
        "country=UA&country=RU": ["Kyiv", "Moscow"],
        "speaks_for=kyiv": ["Envoy"],
        "q=ukrainian": ["Kyiv"],
        "q=MOS": ["Moscow"],
        "search=ukrainian&q=mos": ["Kyiv", "Moscow"],
        "kind=media&country=UA": [],
    }.items():
        assert found(query, "sources", "name") == names, query


def test_articles_are_found_by_what_they_are(found):
    for query, headlines in {
        "publisher=courier": ["Troops arrive"],
        "language=uk": ["Другий текст"],
        "language=EN": ["Troops arrive"],
        "language=en&language=uk": ["Troops arrive", "Другий текст"],
        "published_after=2024-10-24": ["Другий текст"],
        "published_after=2024-10-28": ["Другий текст"],
        "published_before=2024-10-23": ["Troops arrive"],
        "published_after=2024-10-24&published_before=2024-10-27": [],
        "url=https://courier.example/troops": ["Troops arrive"],
        "url=https://courier.example/": [],
        "q=ARRIVE": ["Troops arrive"],
        "q=текст": ["Другий текст"],
    }.items():
        assert found(query, "articles", "headline") == headlines, query


def test_questions_are_found_by_their_words(found):
    assert found("q=many", "questions", "slug") == ["how-many"]
    assert found("search=WHERE", "questions", "slug") == ["where-are-they"]


def test_verdicts_are_found_by_what_they_are(found):
    for query, states in {
        "rating=disputed": ["published"],
        "rating=disputed&rating=true": ["published", "submitted"],
        "state=draft": ["draft"],
        "state=draft&state=submitted": ["draft", "submitted"],
        "author=reviewer": ["submitted"],
        "author=annotator&state=submitted": [],
    }.items():
        assert found(query, "verdicts", "state") == states, query


def test_verdicts_are_found_by_claim(found, desk):
    claims = [desk["claims"][name].public_id for name in ("disputed", "drafting", "unattributed")]

    assert found("&".join(f"claim={each}" for each in claims), "verdicts", "state") == [
        "draft",
        "published",
    ]
    assert found(f"claim={claims[2]}", "verdicts", "state") == []


@pytest.mark.parametrize(
    ("kind", "query", "parameter"),
    [
        ("claims", "source=nobody", "source"),
        ("claims", "stance=shrugs", "stance"),
        ("claims", "rating=wonderful", "rating"),
        ("claims", "status=wonderful", "status"),
        ("claims", "created_after=soon", "created_after"),
        ("claims", "article=", "article"),
        ("claims", "assignee=nobody", "assignee"),
        ("claims", "ordering=statement", "ordering"),
        ("claims", "page_size=0", "page_size"),
        ("claims", "page_size=101", "page_size"),
        ("claims", "cursor=x", "cursor"),
        ("claims", "count=yes", "count"),
        ("claims", "fields=ghost", "fields"),
        ("claims", "colour=red", "colour"),
        ("sources", "kind=alien", "kind"),
        ("articles", "published_after=2024-02-30", "published_after"),
        ("verdicts", "state=lost", "state"),
        ("questions", "stance=denies", "stance"),
        ("ratings", "q=true", "q"),
    ],
)
def test_a_query_that_cannot_be_followed_is_a_400_that_names_it(
    kind, query, parameter, annotator_program
):
    response = annotator_program.client.get(f"/api/v1/{kind}/?{query}")

    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == [parameter]


@pytest.mark.parametrize("kind", ["claims", "verdicts", "factchecks"])
def test_an_unknown_rating_is_told_the_scale(kind, annotator_program):
    for slug in ("disputed", "false", "true"):
        newsroom.make_rating(slug)

    detail = annotator_program.client.get(f"/api/v1/{kind}/?rating=wonderful").json()["detail"]

    assert detail == "rating: There is no rating “wonderful”. Known are: true, false, disputed."


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("claims", "value_min=10&value_max=9.5"),
        ("claims", "value_max=-3&value_min=-2&unit=troops"),
        ("claims", "value_min=5&value_min=9&value_max=3&value_max=4"),
        ("claims", "created_after=2024-10-24&created_before=2024-10-23T23:59:59Z"),
        ("articles", "published_after=2024-10-24&published_before=2024-10-23"),
        ("factchecks", "published_after=2024-10-24&published_before=2024-10-23"),
        ("factchecks", "published_after=2999-10-24&published_before=2998-10-23"),
    ],
)
def test_a_range_that_ends_before_it_begins_is_a_400_that_names_both_ends(
    kind, query, annotator_program
):
    response = annotator_program.client.get(f"/api/v1/{kind}/?{query}")

    problem = response.json()
    assert (response.status_code, problem["code"]) == (400, "reversed_range")
    ends = {error["parameter"]: error["detail"] for error in problem["errors"]}
    assert len(ends) == 2
    first, last = ends
    assert last in ends[first]
    assert first in ends[last]


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("claims", "value_min=10&value_max=10.0"),
        ("claims", "value_min=10&value_min=1&value_max=5"),
        ("claims", "created_after=2024-10-24&created_before=2024-10-24T01:00:00%2B01:00"),
        ("articles", "published_after=2024-10-24&published_before=2024-10-24"),
        ("factchecks", "published_after=2024-10-24&published_before=2024-10-24"),
    ],
)
def test_a_range_may_end_where_it_begins(kind, query, annotator_program):
    assert annotator_program.client.get(f"/api/v1/{kind}/?{query}").status_code == 200


# --- Orderings and pages ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["claims", "verdicts", "articles", "sources", "questions", "ratings"]
)
def test_every_ordering_pages_through_all_rows_once_there_and_back(kind, desk, annotator_program):
    client = annotator_program.client
    orderings = client.options(f"/api/v1/{kind}/").json()["orderings"]
    for ordering in (each for each in orderings if each != "relevance"):
        column = ordering.removeprefix("-")
        start = f"/api/v1/{kind}/?ordering={ordering}&page_size=2"
        whole = client.get(f"/api/v1/{kind}/?ordering={ordering}").json()["results"]

        there, last = walk(client, start, "next")
        back, _ = walk(client, last, "previous")

        assert [row["id"] for page in there for row in page] == [row["id"] for row in whole]
        assert [row["id"] for page in reversed(back) for row in page] == [
            row["id"] for row in whole
        ]
        values = [row[column] for row in whole if row[column] is not None]
        if column not in ("name", "headline"):
            assert values == sorted(values, reverse=ordering.startswith("-"))
        assert [row[column] for row in whole][: len(values)] == values, "nulls stand last"


def walk(client, path, direction):
    """The pages from here on, and the address of the last one."""
    pages = []
    while path:
        here, page = path, client.get(path).json()
        pages.append(page["results"])
        path = page[direction]
    return pages, here


def test_filters_go_along_with_the_pages(desk, annotator_program):
    start = "/api/v1/claims/?source=kyiv&stance=asserts&page_size=1&count=true&fields=id"

    pages, _ = walk(annotator_program.client, start, "next")
    first = annotator_program.client.get(start)

    assert [len(page) for page in pages] == [1, 1]
    assert first.json()["count"] == 2
    assert 'rel="next"' in first["Link"]
    assert all(row.keys() == {"id"} for page in pages for row in page)
