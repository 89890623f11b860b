"""Versions, corrections and the ledger's feed: nothing that was public disappears."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from claims.record.withholding import withhold
from tests import newsroom

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"


def versions_of(claim):
    return f"{ROOT}factchecks/{claim.public_id}/versions/"


def whole_life():
    """Published, corrected, retracted."""
    verdict = newsroom.make_superseded()
    standing = verdict.claim.verdicts.standing().get()
    standing.retract(by=newsroom.the("reviewer"), reason="Another bridge.")
    return verdict.claim


def test_every_version_is_listed_with_what_became_of_it(api):
    claim = whole_life()

    answer = api.get(versions_of(claim))

    rows = answer.json()["results"]
    # It grows with each correction, unlike what it lists.
    assert "max-age=60" in answer.headers["Cache-Control"].split(", ")
    assert [(row["version"], row["kind"], row["state"]) for row in rows] == [
        (1, "published", "superseded"),
        (2, "corrected", "retracted"),
        (3, "retracted", "retracted"),
    ]
    assert rows[2]["notice"] == "Another bridge."


@pytest.mark.parametrize(
    ("number", "state"), [(1, "superseded"), (2, "retracted"), (3, "retracted")]
)
def test_an_old_version_stays_readable_and_says_where_it_stands(api, number, state):
    claim = whole_life()

    answer = api.get(f"{versions_of(claim)}{number}/")

    assert answer.status_code == 200
    assert answer.headers["Fact-Check-State"] == state
    assert answer.headers["Link"].endswith(f'/factchecks/{claim.public_id}/>; rel="latest-version"')
    assert answer.json()["version"] == number
    assert "max-age=3600" in answer.headers["Cache-Control"]
    assert "immutable" not in answer.headers["Cache-Control"]


def test_a_withheld_version_is_a_451_and_the_others_stay(api, administrator):
    claim = whole_life()
    withhold(claim.versions.get(version=1), by=administrator, reason="An order of 3 May.")

    assert api.get(f"{versions_of(claim)}1/").status_code == 451
    assert api.get(f"{versions_of(claim)}2/").status_code == 200
    states = {row["version"]: row["state"] for row in api.get(versions_of(claim)).json()["results"]}
    assert states == {1: "withheld", 2: "retracted", 3: "retracted", 4: "withheld"}


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999"])
def test_a_version_that_never_was_is_not_there(api, number):
    assert api.get(f"{versions_of(whole_life())}{number}/").status_code == 404


@pytest.mark.parametrize("build", [newsroom.make_claim, lambda: newsroom.make_submitted().claim])
def test_what_was_never_published_has_no_versions(api, build):
    address = versions_of(build())

    asked = [api.get(address), api.get(f"{ROOT}factchecks/0000000000/versions/")]

    assert [answer.status_code for answer in asked] == [404, 404]
    assert asked[0].content == asked[1].content


def test_corrections_and_retractions_are_told_latest_first(api):
    claim = whole_life()

    rows = api.get(f"{ROOT}corrections/").json()["results"]

    assert [(row["kind"], row["version"]) for row in rows] == [("retracted", 3), ("corrected", 2)]
    assert {row["fact_check"] for row in rows} == {claim.public_id}
    assert rows[0]["statement"] == claim.statement


def test_the_feed_is_read_by_number(api):
    whole_life()

    first = api.get(f"{ROOT}changes/?page_size=2").json()
    rest = api.get(first["next"]).json()

    assert [row["sequence"] for row in first["results"] + rest["results"]] == [1, 2, 3]
    assert rest["next"] is None
    head = api.get(f"{ROOT}changes/head/").json()
    assert head["row_hash"] == rest["results"][-1]["row_hash"]


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "after=1&after=2", "cursor=x", "page_size=0"]
)
def test_what_no_feed_can_follow_is_refused(api, query):
    assert api.get(f"{ROOT}changes/?{query}").status_code == 400


def test_an_empty_ledger_has_a_head_of_zeros(api):
    assert api.get(f"{ROOT}changes/").json()["results"] == []
    head = api.get(f"{ROOT}changes/head/").json()
    assert head == {"sequence": 0, "row_hash": "0" * 64, "at": None}


@pytest.mark.django_db(transaction=True)
def test_the_lines_of_the_documentation_verify_the_ledger(live_server):
    documentation = Path(settings.BASE_DIR, "docs", "api.md").read_text(encoding="utf-8")
    lines = re.search(r"```python\n(import hashlib.*?)```", documentation, re.DOTALL)[1]
    whole_life()

    ran = subprocess.run(
        [sys.executable, "-c", lines, f"{live_server.url}/api/v1"], capture_output=True, text=True
    )

    assert ran.stdout == "3 rows, whole\n", ran.stderr
