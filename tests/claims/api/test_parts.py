"""Lists within a row: attributions of a claim, evidence of a verdict."""

import pytest
from django.utils import timezone

from tests import newsroom
from tests.newsroom import evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def names():
    return [
        newsroom.make_source(name).slug
        for name in ("Roads office", "Mayor’s office", "County radio", "Mill Courier")
    ]


@pytest.fixture
def claim(annotator_program, names):
    roads, mayor, radio, _ = names
    article = newsroom.make_article()
    body = {
        "article": article.public_id,
        "quote": "18 months",
        "attributions": [
            {"source": roads, "via": radio, "at": "2024-10-23"},
            {"source": mayor, "stance": "denies"},
        ],
    }
    return annotator_program.post("claims/", body)


@pytest.fixture
def edit(annotator_program, claim):
    def edit(*attributions, status=200):
        path = f"claims/{claim['id']}/"
        return annotator_program.patch(path, {"attributions": list(attributions)}, status)

    return edit


def test_attributions_stand_in_the_order_they_were_sent(claim, names):
    roads, mayor, radio, _ = names

    assert [(each["source"]["slug"], each["stance"]) for each in claim["attributions"]] == [
        (roads, "asserts"),
        (mayor, "denies"),
    ]
    assert claim["attributions"][0]["via"]["slug"] == radio
    assert claim["attributions"][0]["at"] == "2024-10-23"
    assert claim["claimant"]["slug"] == roads


def test_an_entry_with_its_id_keeps_what_it_does_not_name(claim, edit):
    first, second = claim["attributions"]

    changed = edit({"id": first["id"], "stance": "doubts"}, {"id": second["id"]})["attributions"]

    assert changed == [first | {"stance": "doubts"}, second]


def test_an_entry_without_an_id_is_new_and_one_left_out_is_deleted(claim, edit, names):
    first, second = claim["attributions"]

    changed = edit({"source": names[3]}, {"id": second["id"]})["attributions"]

    assert [each["source"]["slug"] for each in changed] == [names[3], names[1]]
    assert changed[1]["id"] == second["id"]
    assert changed[0]["id"] not in (first["id"], second["id"])


def test_sent_in_another_order_they_stand_in_that_order(claim, edit):
    first, second = claim["attributions"]

    changed = edit({"id": second["id"]}, {"id": first["id"]})

    assert changed["attributions"] == [second, first]
    assert changed["version"] == claim["version"] + 1


def test_sent_as_they_were_nothing_changes_and_no_version_either(claim, edit):
    changed = edit(*claim["attributions"])

    assert changed == claim


def test_two_entries_can_swap_their_sources(claim, edit, names):
    first, second = claim["attributions"]

    changed = edit(
        {"id": first["id"], "source": names[1]}, {"id": second["id"], "source": names[0]}
    )

    assert [each["source"]["slug"] for each in changed["attributions"]] == [names[1], names[0]]


def test_an_empty_list_leaves_none(edit):
    assert edit()["attributions"] == []


@pytest.mark.parametrize("entry", ["zzzzzzzzzz", "of another claim", "twice", ""])
def test_an_id_that_is_no_entry_here_is_refused(entry, claim, edit, names, annotator_program):
    other = newsroom.make_claim(attributions=[{"source": newsroom.make_source("Ferry")}])
    first = claim["attributions"][0]["id"]
    entries = {
        "of another claim": [{"id": other.attributions.get().public_id}],
        "twice": [{"id": first}, {"id": first}],
    }.get(entry, [{"id": entry}])

    problem = edit(*entries, status=400)

    place = len(entries) - 1
    assert problem["errors"][0]["pointer"] == f"/attributions/{place}/id"
    now = annotator_program.get(f"claims/{claim['id']}/")
    assert now == claim


@pytest.mark.parametrize(
    ("entry", "pointer"),
    [
        ({"stance": "shrugs"}, "/attributions/0/stance"),
        ({"stance": None}, "/attributions/0/stance"),
        ({"at": "yesterday"}, "/attributions/0/at"),
        ({"via": "nobody"}, "/attributions/0/via"),
        ({"via": "roads-office"}, "/attributions/0"),
        ({"source": None}, "/attributions/0/source"),
    ],
)
def test_what_is_wrong_in_an_entry_is_named_by_its_place(entry, pointer, edit):
    problem = edit({"source": "roads-office"} | entry, status=400)

    assert problem["errors"][0]["pointer"] == pointer


def test_more_entries_than_a_list_holds_are_refused(edit):
    problem = edit(*[{"source": "roads-office"}] * 101, status=400)

    assert problem["errors"][0]["pointer"] == "/attributions"


# --- Evidence -----------------------------------------------------------------------------------


@pytest.fixture
def verdict(annotator_program):
    body = {
        "claim": newsroom.make_claim().public_id,
        "rating": newsroom.make_rating().slug,
        "summary": "The estimate says otherwise.",
        "evidence": [
            evidence(title="The estimate", retrieved_at="2024-10-23"),
            {"record": "The clerk read it out.", "stance": "supports"},
        ],
    }
    return annotator_program.post("verdicts/", body)


def test_evidence_keeps_order_ids_and_the_day_it_was_retrieved(verdict, annotator_program):
    path = f"verdicts/{verdict['id']}/"
    first, second = verdict["evidence"]

    changed = annotator_program.patch(
        path, {"evidence": [{"id": second["id"]}, {"id": first["id"], "title": "Page 4"}]}
    )

    assert changed["evidence"] == [second, first | {"title": "Page 4"}]
    assert changed["evidence"][1]["retrieved_at"] == "2024-10-23"


def test_a_url_was_retrieved_today_unless_said(annotator_program, verdict):
    path = f"verdicts/{verdict['id']}/"

    changed = annotator_program.patch(path, {"evidence": [evidence()]})

    assert changed["evidence"][0]["retrieved_at"] == timezone.now().date().isoformat()


@pytest.mark.parametrize(
    ("entry", "pointer"),
    [
        ({"url": "not a url"}, "/evidence/0/url"),
        ({"url": "javascript:alert(1)"}, "/evidence/0/url"),
        ({"url": "https://county.example/" + "a" * 2000}, "/evidence/0/url"),
        ({"url": "https://county.example/", "protected": "She asked."}, "/evidence/0"),
        ({"archived_url": "https://county.example/", "protected": "So."}, "/evidence/0"),
        ({"record": "Said so.", "retrieved_at": "2024-10-23"}, "/evidence/0"),
        ({"stance": "maybe"}, "/evidence/0/stance"),
        ({"title": "x" * 301}, "/evidence/0/title"),
        ({"retrieved_at": "soon", "url": "https://county.example/"}, "/evidence/0/retrieved_at"),
        ({"source": "nobody"}, "/evidence/0/source"),
        ({"id": "zzzzzzzzzz"}, "/evidence/0/id"),
        ({"weight": 5}, "/evidence/0/weight"),
    ],
)
def test_what_is_wrong_with_a_piece_of_evidence_is_named_by_its_place(
    entry, pointer, annotator_program, verdict
):
    path = f"verdicts/{verdict['id']}/"

    problem = annotator_program.patch(path, {"evidence": [entry]}, status=400)

    assert problem["errors"][0]["pointer"] == pointer
    assert annotator_program.get(path) == verdict
