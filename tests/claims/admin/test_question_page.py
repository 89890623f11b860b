"""A question at the desk: the whole disagreement, and which questions contradict themselves."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Question
from tests.desk.editor import Editor
from tests.newsroom import (
    make_article,
    make_claim,
    make_closed_claim,
    make_published,
    make_question,
    make_source,
)

pytestmark = pytest.mark.django_db

TEXT = (
    "Kyiv counts 10,000 troops, Washington 3,000 troops. Officials speak of thousands of troops; "
    "several troops were seen. Some 2,600 troops are expected in Kursk. Troops are there."
)


def troops(**fields: Any) -> Question:
    return make_question(**{"text": "How many troops are in Russia?", "unit": "troops"} | fields)


def say(quote: str, question: Question, by: str = "", denied_by: str = "") -> Claim:
    """A claim with these words of the article, asserted and denied by these sources."""
    attributions = [{"source": make_source(by), "stance": "asserts"}] if by else []
    if denied_by:
        attributions.append({"source": make_source(denied_by), "stance": "denies"})
    article = make_article(text=TEXT)
    return make_claim(quote, article=article, question=question, attributions=attributions)


def page_of(question: Question) -> str:
    return f"/admin/claims/question/{question.public_id}/change/"


def section(text: str, heading: str) -> str:
    """What stands below this heading, up to the next one."""
    return re.split(r"<h[23]", text.partition(f">{heading}</h3>")[2])[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture
def disputed() -> Question:
    """10,000, 3,000, and thousands."""
    question = troops()
    say("10,000 troops", question, by="Kyiv", denied_by="Moscow")
    say("3,000 troops", question, by="Washington")
    say("thousands of troops", question, by="Officials")
    return question


def test_the_picture_stands_in_the_page_without_style_of_its_own(ann: Editor, disputed: Question):
    text = ann.text_of(page_of(disputed))

    charts = re.findall(r"<svg[^>]*class=\"chart\".*?</svg>", text, re.DOTALL)
    assert len(charts) == 3
    assert not [chart for chart in charts if "<style" in chart or "style=" in chart]
    assert "claims/chart.css" in text


def test_the_table_says_who_says_what_and_what_was_found(ann: Editor, disputed: Question):
    published = Claim.objects.get(quote="3,000 troops")
    make_published(claim=published)

    text = ann.text_of(page_of(disputed))
    rows = [words(row) for row in section(text, "The figures").split("<tr>")[2:]]

    assert [row.split(" troops")[0] for row in rows] == ["10,000", "1,000–10,000", "3,000"]
    assert "Kyiv" in rows[0]
    assert "Denied by Moscow" in rows[0]
    assert "False" in rows[2]
    assert f"/admin/claims/claim/{published.public_id}/change/" in text


def test_independent_sources_and_denials_are_counted(ann: Editor, disputed: Question):
    text = words(ann.text_of(page_of(disputed)))

    assert "3 independent sources;" in text
    assert "Denied by Moscow." in text


def test_what_cannot_be_true_together_comes_with_ratio_and_reason(ann: Editor, disputed: Question):
    apart = words(section(ann.text_of(page_of(disputed)), "Cannot both be true"))

    assert apart.startswith("10,000 troops and 3,000 troops 3.33×")
    assert "the larger is 3.33 times the smaller" in apart
    assert "thousands" not in apart


def test_what_can_be_true_together_is_grouped(ann: Editor, disputed: Question):
    groups = section(ann.text_of(page_of(disputed)), "Can be true together")

    assert len(groups.split("<li>")) == 3
    assert "10,000 troops and 1,000–10,000 troops “thousands”" in words(groups)


def test_figures_of_several_claims_are_paired_once(ann: Editor, disputed: Question):
    say("3,000 troops", disputed, by="London")

    apart = section(ann.text_of(page_of(disputed)), "Cannot both be true")

    assert len(apart.split("<li>")) == 2


def test_a_narrower_question_stands_beside_with_the_reason(ann: Editor, disputed: Question):
    narrower = troops(text="How many troops are in Kursk?", part_of=disputed, place="Kursk")
    say("Some 2,600 troops", narrower, by="Budanov")

    text = ann.text_of(page_of(disputed))
    beside = words(section(text, "Not compared"))

    assert "≈ 2,600 troops “Some 2,600” Budanov on How many troops are in Kursk?" in beside
    assert "asks about a part of it (Kursk)" in beside
    assert "2,600" not in section(text, "The figures")
    assert page_of(narrower) in text


def test_a_vague_figure_is_not_compared_and_the_reason_is_told(ann: Editor, disputed: Question):
    say("several troops", disputed)

    beside = words(section(ann.text_of(page_of(disputed)), "Not compared"))

    assert "too vague to compare" in beside


def test_claims_without_a_figure_and_closed_ones_are_not_lost(ann: Editor, disputed: Question):
    say("Troops are there", disputed)
    make_closed_claim(
        quote="10,000 troops", article=make_article(text=TEXT), question=disputed, statement="Gone."
    )

    text = ann.text_of(page_of(disputed)).partition("Claims without a figure for it")[2]

    assert "Troops are there" in text
    assert "Gone." in text


def test_a_question_for_yes_or_no_lists_its_claims_and_draws_nothing(ann: Editor):
    question = troops(text="Are there troops?", unit="")
    say("Troops are there", question)

    text = ann.text_of(page_of(question))

    assert "Claims that answer it" in text
    assert "Troops are there" in text
    assert 'class="chart"' not in text
    assert "What is said on it" not in text


def test_a_question_that_nobody_answers_opens(ann: Editor):
    assert "None yet." in ann.text_of(page_of(troops()))


def test_what_sources_are_called_cannot_smuggle_markup_into_the_page(ann: Editor):
    question = troops(text="How many <b>troops</b>?")
    say("10,000 troops", question, by="<script>alert(1)</script>")

    text = ann.text_of(page_of(question))

    assert "<script>alert" not in text
    assert "<b>troops" not in text


def test_the_list_marks_and_finds_questions_whose_figures_disagree(ann: Editor, disputed: Question):
    calm = make_question("How long is the bridge?", unit="metres")

    everything = ann.text_of("/admin/claims/question/")
    marked = everything.partition("Figures disagree</span>")[0]
    disagreeing = ann.text_of("/admin/claims/question/?figures=disagree")
    agreeing = ann.text_of("/admin/claims/question/?figures=agree")

    assert disputed.public_id in marked.rpartition("<tr>")[2]
    assert everything.count("Figures disagree</span>") == 1
    assert disputed.public_id in disagreeing
    assert calm.public_id not in disagreeing
    assert calm.public_id in agreeing
    assert disputed.public_id not in agreeing


def test_a_questions_page_costs_the_same_for_one_answer_and_for_ten(ann: Editor):
    few, many = troops(), troops(text="How many troops are in Kursk?")
    say("10,000 troops", few, by="Kyiv", denied_by="Moscow")
    for number in range(10):
        say("3,000 troops", many, by=f"Source {number}", denied_by=f"Denier {number}")
    ann.text_of(page_of(few))

    def cost(question: Question) -> int:
        with CaptureQueriesContext(connection) as queries:
            ann.text_of(page_of(question))
        return len(queries)

    assert cost(many) == cost(few) <= 16
