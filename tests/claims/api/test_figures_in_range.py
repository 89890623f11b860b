"""Figures of any size: what no column holds is left out or refused, and the rest is kept."""

import pytest

from tests import newsroom

pytestmark = pytest.mark.django_db

NUMBERS = (
    "999999999999999999",
    "9223372036854775808",
    "9999999999999999999.9999999999999",
    "99999999999999999998",
    "12345678901234567890.123456789012345",
    "0.00000000000001",
    "1" + "0" * 300,
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["troops", "tonnes", "light years", "TWh"])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_quote_with_a_number_of_any_size_can_be_marked_and_read(number, unit, annotator_program):
    article = newsroom.make_article(text=f"It was {number} {unit} in all.")
    question = newsroom.make_question(unit=unit)

    claim = annotator_program.post(
        "claims/",
        {
            "article": article.public_id,
            "quote": f"{number} {unit}",
            "question": question.slug,
        },
    )

    assert annotator_program.get(f"claims/{claim['id']}/") == claim
    annotator_program.get(f"questions/{question.slug}/comparison/")
    annotator_program.get("claims/", unit=unit, value_min="1")


@pytest.mark.parametrize("number", ["1e400", "99999999999999999999", "-1e19", "NaN", "Infinity"])
def test_a_number_beyond_what_is_kept_is_refused_at_its_place(number, annotator_program):
    claim = newsroom.make_claim()

    problem = annotator_program.patch(
        f"claims/{claim.public_id}/",
        {"quantities": [{"text": "very many", "value": number, "low": None, "high": None}]},
        status=400,
    )

    assert problem["errors"][0]["pointer"] == "/quantities/0/value"
