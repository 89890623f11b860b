"""A fact check's page in every state, and every version that it had."""

import hashlib
import json
import re
from html import unescape

import pytest

from claims.record.withholding import withhold
from tests import newsroom
from tests.publishing.pages.reading import make_checked, path_of, read, text_of

pytestmark = pytest.mark.django_db


def reviews(page: str) -> list[dict]:
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return [json.loads(each) for each in scripts]


def banner(page: str) -> str:
    """What stands in the box at the top, without its markup."""
    found = re.search(r'<div class="banner[^>]*>(.*?)</div>', page, re.S)
    return re.sub(r"<[^>]+>|\s+", " ", found[1]).strip() if found else ""


def test_a_check_is_told_with_verdict_evidence_figures_and_who_said_it():
    office, paper = newsroom.make_source("Roads office"), newsroom.make_source("The Courier")
    claim = make_checked(
        statement="The bridge costs 4.2 million euros.",
        attributions=[{"source": office, "stance": "asserts", "via": paper, "at": "2024-10-23"}],
        question=newsroom.make_question(),
        rationale="The estimate *says so*.",
    )

    page = text_of(path_of(claim))

    assert '<h1 lang="en">The bridge costs 4.2 million euros.</h1>' in page
    assert 'Said by <a href="/sources/roads-office/">Roads office</a>' in page
    assert 'via <a href="/sources/the-courier/">The Courier</a>' in page
    assert (
        '<a href="/sources/the-courier/">The Courier</a>, '
        '<time datetime="2024-10-23">23 October 2024</time>)</p>'
    ) in page
    assert "The estimate says 3.1 million." in page
    assert "The estimate <em>says so</em>." in page
    assert 'href="https://county.example/bridge/estimate.pdf"' in page
    assert '<span class="chip">4.2 million EUR</span>' in page
    assert 'href="/questions/what-does-the-bridge-cost/"' in page
    assert banner(page) == ""


def test_a_unit_in_brackets_is_explained():
    note = "In brackets: a unit that the words themselves leave out"
    article = newsroom.make_article("The ferry", text="The council counted 300 on Monday.")
    question = newsroom.make_question("How many take the ferry?", unit="people")
    read = {"text": "300", "state": "confirmed"}
    bare = newsroom.make_claim("300", article=article, question=question, quantities=[read])
    newsroom.make_published(claim=bare)

    page, other = text_of(path_of(bare)), text_of(path_of(make_checked()))

    assert f'<span class="chip" title="{note}">300 [people]</span>' in page
    assert f'<p class="meta">{note}.</p>' in page
    assert note not in other
    assert "“3,000 [troops]”" in text_of("/methodology/")


@pytest.mark.parametrize("name", ["{id}", "{id}-", "{id}-another-slug"])
@pytest.mark.parametrize("rest", ["", "versions/1/"])
def test_another_slug_leads_to_the_right_one(name, rest):
    claim = make_checked(statement="The bridge costs 4.2 million.")

    answer = read(f"/factchecks/{name.format(id=claim.public_id)}/{rest}")

    right = f"/factchecks/{claim.public_id}-the-bridge-costs-42-million/{rest}"
    assert (answer.status_code, answer["Location"]) == (301, right)
    assert read(right).status_code == 200


def test_a_standing_check_has_exactly_one_claim_review():
    claim = make_checked()

    found = reviews(text_of(path_of(claim)))

    assert [each["@type"] for each in found] == ["ClaimReview"]
    assert found[0]["url"] == f"http://testserver{path_of(claim)}"


def test_a_statement_cannot_leave_the_claim_review():
    statement = "Is </script><script>alert(1)</script> & so on true?"
    claim = make_checked(statement=statement)

    page = text_of(path_of(claim))

    assert "<script>alert" not in page
    assert reviews(page)[0]["claimReviewed"] == statement


def test_a_corrected_check_says_so_at_the_top():
    verdict = newsroom.make_superseded()

    page = text_of(path_of(verdict.claim))

    assert banner(page).startswith("Corrected on")
    assert "The council has published its estimate." in banner(page)
    assert len(reviews(page)) == 1


def test_an_old_version_says_that_it_was_superseded_and_leads_to_what_stands():
    claim = newsroom.make_superseded().claim
    path = path_of(claim)

    answer = read(f"{path}versions/1/")

    page = answer.content.decode()
    assert banner(page).startswith("An old version.")
    assert f'<a href="{path}">Read what stands now</a>' in page
    assert f'<link rel="canonical" href="http://testserver{path}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert reviews(page) == []
    assert answer["Fact-Check-State"] == "superseded"
    assert answer["Link"] == f'<http://testserver{path}>; rel="latest-version"'


def test_the_version_that_stands_says_so():
    claim = make_checked()

    assert "which stands" in banner(text_of(f"{path_of(claim)}versions/1/"))


def test_a_retracted_check_is_gone_and_shows_its_notice_and_what_stood_before():
    claim = newsroom.make_retracted().claim

    answer = read(path_of(claim))

    page = answer.content.decode()
    assert answer.status_code == 410
    assert "The estimate was of another bridge." in banner(page)
    assert "The estimate says 3.1 million." in page
    assert reviews(page) == []


def test_a_version_of_a_retracted_check_names_the_retraction():
    claim = newsroom.make_retracted().claim

    answer = read(f"{path_of(claim)}versions/1/")

    assert answer.status_code == 200
    assert "was retracted on" in banner(answer.content.decode())


def test_a_version_that_was_retracted_says_so_after_another_has_been_published():
    claim = newsroom.make_retracted().claim
    newsroom.make_published(claim=claim, notice="Now of the right bridge.")

    assert "was retracted on" in banner(text_of(f"{path_of(claim)}versions/1/"))
    assert "Now of the right bridge." in banner(text_of(path_of(claim)))


def test_a_withheld_check_says_why_and_nothing_else(administrator):
    claim = make_checked(statement="The mayor is a thief.")
    path = path_of(claim)
    withhold(claim.versions.get(version=1), by=administrator, reason="An order of 3 May.")

    for each in (path, f"/factchecks/{claim.public_id}/", f"{path}versions/1/"):
        answer = read(each)

        assert answer.status_code == 451
        assert "An order of 3 May." in answer.content.decode()
        assert "thief" not in answer.content.decode()


def test_a_check_stands_on_when_an_old_version_is_withheld(administrator):
    claim = newsroom.make_superseded().claim
    path = path_of(claim)
    withhold(claim.versions.get(version=1), by=administrator, reason="An order of 3 May.")

    assert read(path).status_code == 200
    assert "version 1 is withheld" in text_of(path)
    assert read(f"{path}versions/1/").status_code == 451


def test_the_history_names_every_version_with_its_notice():
    claim = newsroom.make_superseded().claim
    path = path_of(claim)

    history = text_of(path).partition('id="history"')[2]

    assert history.index("Corrected") < history.index("Published")
    assert "The council has published its estimate." in history
    assert f'href="{path}versions/1/"' in history


@pytest.mark.parametrize(("rest", "number"), [("", 2), ("versions/1/", 1), ("versions/2/", 2)])
def test_a_version_leads_to_its_document_and_its_row_in_the_ledger(rest, number):
    claim = newsroom.make_superseded().claim

    page = text_of(f"{path_of(claim)}{rest}").partition('id="document"')[2]

    saved = re.search(r'<a href="([^"]+)" download="([^"]+)">', page)
    digest = hashlib.sha256(read(saved[1], headers={"Accept": "text/html"}).content).hexdigest()
    assert f"What version {number} says" in page
    assert f"<code>{digest}</code>" in page
    assert f"sha256sum {saved[2]}" in page
    row = re.search(r'<a href="([^"]+)">row (\d+) of our public ledger</a>', page)
    (kept,) = read(unescape(row[1])).json()["results"]
    assert (kept["sequence"], kept["digest"]) == (int(row[2]), digest)


def test_a_retracted_check_leaves_the_documents_to_its_versions():
    claim = newsroom.make_retracted().claim
    path = path_of(claim)

    assert 'id="document"' not in text_of(path)
    assert 'id="document"' in text_of(f"{path}versions/1/")


def test_a_protected_source_stays_protected():
    hidden = {"record": "Who met whom.", "protected": "She fears for her post."}
    hidden |= {"stance": "refutes", "source": newsroom.make_source("Whistleblower")}
    claim = make_checked(evidence=[newsroom.evidence(), hidden])

    page = text_of(path_of(claim))

    assert "A source that we protect. She fears for her post." in page
    assert "Whistleblower" not in page
    assert "Who met whom" not in page
