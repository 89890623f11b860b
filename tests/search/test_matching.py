"""Which published checks are of the claim that a text makes, and why."""

import pytest

from accounts.scopes import Role
from search.figures import MOST_COMPARED
from search.matching import matches
from tests.newsroom import make_claim, the


def found(text, **options):
    return [each.check.statement for each in matches(text, **options).found]


def beside(claim, text):
    """The match of this claim."""
    return next(each for each in matches(text).found if each.check.id == claim.public_id)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge over the Oder will cost 4.2 million euros", "mayor"),
        ("Oder bridge: 3.1 million!", "county"),
        ("how many cars does the bridge carry", "cars"),
        ("#OldFerry unsafe? https://a.example/bridge", "ferry"),
        ("inspectors on the feryy across the Oder", "ferry"),
    ],
)
def test_the_check_of_the_same_claim_comes_first(record, text, name):
    assert found(text)[0] == record[name].statement


def test_a_match_says_what_both_have(record):
    match = matches("Mayor’s office: Oder bridge to cost 4.2 million euros").found[0]

    assert {"bridg", "cost", "million", "euro"} <= set(match.words)
    assert [source["name"] for source in match.claimants] == ["Mayor’s office"]
    assert match.same_question
    assert 0.9 < match.share <= 1


def test_the_same_claim_with_another_figure_says_how_far_apart_they_are(record):
    by_statement = {
        each.check.statement: each
        for each in matches("The Oder bridge costs 8.4 million euros").found
    }

    [pair] = by_statement[record["mayor"].statement].figures
    assert (pair.relation.relation, str(pair.relation.ratio)) == ("disjoint", "2.00")


def test_figures_that_cannot_be_compared_say_why(record):
    [pair] = beside(record["mayor"], "12,000 cars use the Oder bridge").figures

    assert pair.relation.relation == "incomparable"
    assert "different units" in pair.relation.reason


def test_a_text_full_of_figures_is_held_against_each_check_in_bounds(record):
    text = "The Oder bridge costs " + ", ".join(f"{n} million euros" for n in range(1, 400))

    found = matches(text).found

    assert found
    assert max(len(each.figures) for each in found) == MOST_COMPARED


def test_unknown_words_are_repaired_and_named(record):
    repaired = matches("the old feryy").repaired

    assert repaired == {"feryi": ["ferri"]}


def test_the_margin_is_the_first_score_over_the_second(record):
    result = matches("The Oder bridge carries cars")

    first, second = (each.score for each in result.found[:2])
    assert result.margin == first / second > 1


@pytest.mark.parametrize("text", ["", " ", "the of and", "zebras", "%", '"', "\u0301"])
def test_a_text_that_shares_nothing_matches_nothing(record, text):
    assert matches(text).found == []


def test_only_the_language_asked_for_is_matched(record):
    assert found("Oder bridge", language="EN")
    assert found("Oder bridge", language="pl") == []


def test_what_is_not_published_is_never_matched(record):
    make_claim(statement="The Oder bridge costs 77 zillion crowns.")

    result = matches("77 zillion crowns for the Oder bridge")

    assert not any("zillion" in match.words for match in result.found)
    assert len(result.found) == 5


def test_what_is_retracted_is_no_longer_matched(record):
    [verdict] = record["ferry"].verdicts.all()
    verdict.retract(by=the(Role.REVIEWER), reason="It was another ferry.")

    assert found("old ferry safe inspectors") != [record["ferry"].statement]
    assert record["ferry"].statement not in found("old ferry across the Oder")
