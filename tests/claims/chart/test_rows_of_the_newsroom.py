"""Pictures of what is really stored: the newsroom's own rows, and the demo."""

from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from claims.chart import chart_of, table_of
from claims.disagreement import disagreement_on
from claims.models import Question
from tests import newsroom

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"


def words_of(svg):
    chart = ElementTree.fromstring(svg)
    return " ".join("".join(text.itertext()) for text in chart.iter(f"{SVG}text"))


def test_the_cost_of_the_bridge_is_drawn_from_the_newsrooms_rows(annotator):
    question = newsroom.make_question()
    council, office = newsroom.make_source("Council"), newsroom.make_source("Roads office")
    newsroom.make_claim("4.2 million euros", question=question, attributions=[{"source": council}])
    newsroom.make_published(
        claim=newsroom.make_claim(
            "3.1 million euros",
            question=question,
            attributions=[{"source": office}, {"source": council, "stance": "denies"}],
        )
    )

    words = words_of(chart_of(disagreement_on(question, reader=annotator)))

    assert "4.2 million euros" in words
    assert "Two figures that cannot both be true. 1.35× apart." in words
    assert "Two independent sources; “3.1 million euros” denied by Council." in words
    assert "cannot both be true: 1.35×" in words
    assert "False" in words


def test_a_chart_asks_the_database_nothing(annotator, django_assert_num_queries):
    question = newsroom.make_question()
    source = newsroom.make_source("Council")
    newsroom.make_published(
        claim=newsroom.make_claim(question=question, attributions=[{"source": source}])
    )
    found = disagreement_on(question, reader=annotator)

    with django_assert_num_queries(0):
        chart_of(found)
        table_of(found)


def test_every_question_of_the_demo_has_a_picture_that_says_what_its_table_says(annotator):
    call_command("loaddata", "roles", "ratings", "demo", verbosity=0)

    for question in Question.objects.all():
        found = disagreement_on(question, reader=annotator)
        for width in (360, 1200):
            words = words_of(chart_of(found, width=width))
            for row in table_of(found)[1:]:
                assert row[0] in words or row[0] == "no figure"
