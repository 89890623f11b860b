"""What a page costs: so many queries, however much is on it."""

import pytest

from tests.publishing.pages.reading import one_of_everything, read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("checks", [1, pytest.param(10, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        # the ledger's head; checks
        ("/", 2),
        # the ledger's head; rows with their documents
        ("/corrections/", 2),
        # the scale; the ledger's head
        ("/methodology/", 2),
        # the article; the ledger's head; checks; the text
        ("article", 4),
        # versions; the document; their states; the ledger's head
        ("check", 4),
        ("version", 4),
        # the question; claims, figures, attributions, verdicts; whom they speak for; narrower
        # questions; documents
        ("question", 8),
        # the source; the ledger's head; checks; counts; the scale
        ("source", 5),
    ],
)
def test_a_page_costs_the_same_however_much_is_on_it(
    name, queries, checks, django_assert_max_num_queries
):
    path = one_of_everything(checks).get(name, name)

    with django_assert_max_num_queries(queries):
        read(path)
