"""What the models and the database refuse is a 400 or a 409 with its place, never a 500."""

import pytest

from claims.models import Article, Claim, Verdict
from sources.models import Source
from tests import newsroom
from tests.claims.api.talk import Program
from tests.newsroom import evidence, the

pytestmark = pytest.mark.django_db


def pointers(problem):
    return [error["pointer"] for error in problem["errors"]]


# Kind, body of a creation, where the error is.
REFUSED = [
    ("sources", {"name": "", "kind": "media"}, "/name"),
    ("sources", {"name": " \t ", "kind": "media"}, "/name"),
    ("sources", {"name": "x" * 201, "kind": "media"}, "/name"),
    ("sources", {"name": "X", "kind": "alien"}, "/kind"),
    ("sources", {"name": "X", "kind": None}, "/kind"),
    ("sources", {"name": "X", "kind": ["media"]}, "/kind"),
    ("sources", {"name": "X", "kind": {}}, "/kind"),
    ("sources", {"name": "X", "kind": "media", "country": "ukr"}, "/country"),
    ("sources", {"name": "X", "kind": "media", "country": "ua"}, "/country"),
    ("sources", {"name": "X", "kind": "media", "description": "x" * 301}, "/description"),
    ("sources", {"name": "X", "kind": "media", "speaks_for": "nobody"}, "/speaks_for"),
    ("sources", {"name": "X", "kind": "media", "aliases": "Y"}, "/aliases"),
    ("sources", {"name": "X", "kind": "media", "aliases": [{}]}, "/aliases/0"),
    ("sources", {"name": "X", "kind": "media", "aliases": ["y" * 201]}, "/aliases/0"),
    ("sources", {"name": "X", "kind": "media", "aliases": ["Why", "WHY"]}, "/aliases"),
    ("articles", {"headline": "", "text": "A text."}, "/headline"),
    ("articles", {"headline": "x" * 301, "text": "A text."}, "/headline"),
    ("articles", {"headline": "H", "text": ""}, "/text"),
    ("articles", {"headline": "H", "text": " \n "}, "/text"),
    ("articles", {"headline": "H", "text": None}, "/text"),
    ("articles", {"headline": "H", "text": "A text.", "url": "nowhere"}, "/url"),
    (
        "articles",
        {"headline": "H", "text": "A text.", "url": "https://x.example/" + "y" * 2000},
        "/url",
    ),
    ("articles", {"headline": "H", "text": "A text.", "language": "English"}, "/language"),
    ("articles", {"headline": "H", "text": "A text.", "language": ""}, "/language"),
    ("articles", {"headline": "H", "text": "A text.", "language": None}, "/language"),
    (
        "articles",
        {"headline": "H", "text": "A text.", "published_at": "2024-13-01"},
        "/published_at",
    ),
    (
        "articles",
        {"headline": "H", "text": "A text.", "text_is_public": "maybe"},
        "/text_is_public",
    ),
    ("articles", {"headline": "H", "text": "A text.", "publisher": "nobody"}, "/publisher"),
    ("questions", {"text": ""}, "/text"),
    ("questions", {"text": "x" * 301}, "/text"),
    ("questions", {"text": "Why?", "unit": "x" * 61}, "/unit"),
    ("questions", {"text": "Why?", "part_of": "nothing"}, "/part_of"),
]


@pytest.mark.parametrize(("kind", "body", "pointer"), REFUSED)
def test_a_row_that_cannot_be_is_refused_at_its_place(kind, body, pointer, annotator_program):
    problem = annotator_program.post(f"{kind}/", body, status=400)

    assert pointer in pointers(problem)
    assert annotator_program.get(f"{kind}/")["results"] == []


@pytest.mark.parametrize("value", [None, "", {}, "x", 3, [1]])
@pytest.mark.parametrize("kind", ["sources", "articles", "questions", "claims", "verdicts"])
def test_a_body_whose_every_value_is_of_the_wrong_type_is_refused(kind, value, annotator_program):
    names = {
        "sources": ["name", "kind", "country", "description", "speaks_for", "aliases"],
        "articles": ["headline", "text", "url", "publisher", "language", "published_at"],
        "questions": ["text", "unit", "place", "period", "part_of"],
        "claims": ["article", "quote", "start", "attributions", "question", "due_at"],
        "verdicts": ["claim", "rating", "summary", "rationale", "evidence"],
    }[kind]

    problem = annotator_program.post(f"{kind}/", dict.fromkeys(names, value), status=400)

    assert {pointer.split("/")[1] for pointer in pointers(problem)} <= set(names)


@pytest.mark.parametrize(
    ("kind", "body", "known"),
    [
        ("sources", {"name": "X", "kind": "martian"}, "person, organisation, government"),
        ("verdicts", {"claim": "c", "rating": "martian"}, "true, false"),
        ("webhooks", {"name": "X", "url": "https://x.example/", "kinds": ["martian"]}, "published"),
        ("compare", {"a": {"text": "3", "comparator": "martian"}, "b": "3"}, "=, ~, <"),
    ],
)
def test_what_is_none_of_a_few_is_told_all_of_them(kind, body, known, as_administrator):
    for slug in ("false", "true"):
        newsroom.make_rating(slug)

    problem = Program(as_administrator).post(f"{kind}/", body, status=400)

    told = next(error["detail"] for error in problem["errors"] if "martian" in error["detail"])
    assert f"“martian”. Known are: {known}" in told


@pytest.mark.parametrize("key", ["names", "na/me", "/", "~", "~1", "", "__all__", "ø"])
def test_the_pointer_of_a_key_that_is_no_field_leads_to_it(key, annotator_program):
    body = {"name": "Roads office", "kind": "organisation", key: "What is sent."}

    (error,) = annotator_program.post("sources/", body, status=400)["errors"]

    assert error["code"] == "unknown"
    # RFC 6901, section 4.
    first, *tokens = error["pointer"].split("/")
    assert [first, *(each.replace("~1", "/").replace("~0", "~") for each in tokens)] == ["", key]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://courier.example/bridge", ""),
        (
            "http://www.courier.example/bridge/?utm_source=letter",
            ", written as https://courier.example/bridge",
        ),
    ],
)
def test_an_address_is_kept_once_and_the_article_that_has_it_is_named(
    url, written, annotator_program
):
    kept = newsroom.make_article(url="https://courier.example/bridge")

    problem = annotator_program.post(
        "articles/", {"headline": "H", "text": "A text.", "url": url}, status=400
    )

    assert problem["errors"] == [
        {
            "pointer": "/url",
            "code": "unique",
            "detail": f"There is an article with this URL already{written}: "
            f"article {kept.public_id} (Bridge to cost more).",
            "existing": kept.public_id,
        }
    ]
    assert Article.objects.count() == 1


def test_no_article_is_moved_to_an_address_that_another_has(annotator_program):
    kept = newsroom.make_article(url="https://courier.example/bridge")
    other = newsroom.make_article(url="https://courier.example/road")

    problem = annotator_program.patch(
        f"articles/{other.public_id}/", {"url": "http://courier.example/bridge"}, status=400
    )

    assert [error.get("existing") for error in problem["errors"]] == [kept.public_id]


@pytest.mark.parametrize("nothing", ["", None])
def test_articles_without_an_address_do_not_collide(nothing, annotator_program):
    for _ in range(2):
        body = {"headline": "H", "text": "A text."} | ({} if nothing == "" else {"url": None})
        annotator_program.post("articles/", body)

    assert Article.objects.filter(url__isnull=True).count() == 2


def test_nobody_speaks_for_themselves_nor_in_a_circle(annotator_program):
    office = newsroom.make_source("Office")
    speaker = newsroom.make_source("Speaker", speaks_for=office)

    alone = annotator_program.patch(
        f"sources/{office.public_id}/", {"speaks_for": office.slug}, status=400
    )
    circle = annotator_program.patch(
        f"sources/{office.public_id}/", {"speaks_for": speaker.slug}, status=400
    )

    assert pointers(alone) == pointers(circle) == ["/speaks_for"]


def test_no_question_is_part_of_itself_nor_in_a_circle(annotator_program):
    wide = newsroom.make_question("Wide?")
    narrow = newsroom.make_question("Narrow?", part_of=wide)
    path = f"questions/{wide.public_id}/"

    alone = annotator_program.patch(path, {"part_of": wide.slug}, status=400)
    circle = annotator_program.patch(path, {"part_of": narrow.slug}, status=400)

    assert pointers(alone) == pointers(circle) == ["/part_of"]


def test_no_claim_repeats_itself(annotator_program):
    claim = newsroom.make_claim()

    problem = annotator_program.patch(
        f"claims/{claim.public_id}/", {"repeats": claim.public_id}, status=400
    )

    assert problem["errors"][0]["detail"] == "A claim does not repeat itself."


@pytest.mark.parametrize(
    ("attributions", "detail"),
    [
        ([{"source": "roads-office"}, {"source": "roads-office"}], "named twice"),
        ([{"source": "roads-office", "via": "roads-office"}], "does not report itself"),
    ],
)
def test_an_attribution_that_cannot_be_is_refused(attributions, detail, annotator_program):
    newsroom.make_source("Roads office")
    claim = newsroom.make_claim()

    problem = annotator_program.patch(
        f"claims/{claim.public_id}/", {"attributions": attributions}, status=400
    )

    assert detail in problem["detail"]
    assert not Claim.objects.get().attributions.exists()


@pytest.mark.parametrize(
    ("make", "kind", "by"),
    [
        (lambda: newsroom.make_article(publisher=newsroom.make_source()), "sources", "article"),
        (lambda: newsroom.make_source("S", speaks_for=newsroom.make_source()), "sources", "source"),
        (
            lambda: newsroom.make_claim(attributions=[{"source": newsroom.make_source()}]),
            "sources",
            "attribution",
        ),
        (
            lambda: newsroom.make_draft(evidence=[evidence(source=newsroom.make_source())]),
            "sources",
            "evidence",
        ),
        (newsroom.make_claim, "articles", "claim"),
        (lambda: newsroom.make_claim(question=newsroom.make_question()), "questions", "claim"),
        (
            lambda: newsroom.make_question("Narrow?", part_of=newsroom.make_question()),
            "questions",
            "question",
        ),
        (
            lambda: newsroom.make_claim("18 months", repeats=newsroom.make_claim()),
            "claims",
            "claim",
        ),
    ],
)
def test_what_is_still_used_stays_and_what_uses_it_is_named(make, kind, by, annotator_program):
    make()
    used = annotator_program.get(f"{kind}/", ordering="created_at")["results"][0]

    problem = annotator_program.delete(f"{kind}/{used['id']}/", status=409)

    assert problem["code"] == "in_use"
    assert by in problem["detail"]
    assert annotator_program.get(f"{kind}/{used['id']}/") == used


def test_what_nothing_uses_goes(annotator_program):
    for make, kind in (
        (newsroom.make_source, "sources"),
        (newsroom.make_article, "articles"),
        (newsroom.make_question, "questions"),
        (newsroom.make_claim, "claims"),
        (newsroom.make_draft, "verdicts"),
    ):
        row = make()

        annotator_program.delete(f"{kind}/{row.public_id}/")

        annotator_program.get(f"{kind}/{row.public_id}/", status=404)


def test_somebody_elses_row_is_deleted_by_a_reviewer_alone(
    annotator_program, reviewer_program, administrator
):
    row = newsroom.make_source(by=administrator)

    refused = annotator_program.delete(f"sources/{row.public_id}/", status=403)
    reviewer_program.delete(f"sources/{row.public_id}/")

    assert "reviewer" in refused["detail"]
    assert not Source.objects.exists()


def test_a_claim_has_one_verdict_in_work_at_a_time(annotator_program):
    verdict = newsroom.make_draft()
    body = {"claim": verdict.claim.public_id, "rating": verdict.rating.slug}

    problem = annotator_program.post("verdicts/", body, status=409)

    assert problem["code"] == "in_work"
    assert the("annotator").display_name in problem["detail"]
    assert Verdict.objects.count() == 1


def test_a_closed_claim_takes_no_verdict(annotator_program):
    claim = newsroom.make_closed_claim()
    body = {"claim": claim.public_id, "rating": newsroom.make_rating().slug}

    problem = annotator_program.post("verdicts/", body, status=409)

    assert problem["code"] == "closed"


@pytest.mark.parametrize("reason", [None, "", "because", 3, [], {}])
def test_a_claim_is_closed_for_a_known_reason(reason, annotator_program):
    claim = newsroom.make_claim()

    problem = annotator_program.act(
        f"claims/{claim.public_id}/", "close", {"reason": reason}, status=400
    )

    assert pointers(problem) == ["/reason"]
    assert Claim.objects.get().closed_at is None
