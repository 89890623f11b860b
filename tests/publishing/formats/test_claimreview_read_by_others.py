"""ClaimReview as a reader that is not ours reads it."""

import json

import extruct
import pytest

from publishing.formats.claimreview import Desk, claim_review
from tests.publishing.documents import make_document

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TEXT = "The bridge will cost 4.2 million euros."


def everything_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for each in value for leaf in everything_in(each)] or [value]
    return [value]


def test_it_reads_what_we_said():
    said = claim_review(
        make_document("4.2 million euros", TEXT), Desk("Desk", "https://facts.example", LICENCE)
    )
    page = f'<script type="application/ld+json">{json.dumps(said)}</script>'

    read = extruct.extract(page, base_url="https://facts.example", syntaxes=["json-ld"])

    assert read["json-ld"] == [said]


@pytest.mark.parametrize("licence", ["", LICENCE])
def test_it_finds_nothing_null_or_empty(licence):
    document = make_document("4.2 million euros", TEXT)
    document["article"] |= {"url": None, "publisher": None, "published_at": None}
    document["attributions"] = []

    said = claim_review(document, Desk("The County Desk", "https://facts.example", licence))

    assert not [leaf for leaf in everything_in(said) if leaf in (None, "", [], {})]
