"""What is named outright runs, whatever its marks; anything else as the command line says."""

import unittest

import pytest

from tests.selection import asks_a_database, expression_for

EVERYDAY = "not browser and not slow"
ADDOPTS = ["-n", "auto", "-m", EVERYDAY]


@pytest.mark.parametrize("named", [[__file__], [f"{__file__}::test_one"], ["tests", __file__]])
def test_a_file_or_a_test_that_is_named_runs_with_its_slow_ones(named):
    assert expression_for(EVERYDAY, ADDOPTS, named) == ""


@pytest.mark.parametrize("named", [[], ["tests"], ["tests/no_such_file.py"]])
def test_nothing_or_a_folder_runs_without_them(named):
    assert expression_for(EVERYDAY, ADDOPTS, named) == EVERYDAY


@pytest.mark.parametrize("given", ["", "browser", "slow"])
@pytest.mark.parametrize("named", [[], [__file__]])
def test_what_the_command_line_says_of_marks_stands(given, named):
    assert expression_for(given, ADDOPTS, named) == given


def test_the_project_leaves_out_what_takes_seconds(pytestconfig):
    assert expression_for(EVERYDAY, pytestconfig.getini("addopts"), []) == EVERYDAY
    assert EVERYDAY in pytestconfig.getini("addopts")


def test_a_test_without_rows_asks_no_database(request):
    assert not asks_a_database(request.node)


@pytest.mark.usefixtures("annotator")
def test_one_with_somebody_of_the_newsroom_does(request):
    assert asks_a_database(request.node)


@pytest.mark.django_db
def test_one_that_is_marked_does(request):
    assert asks_a_database(request.node)


class ClassesTest(unittest.TestCase):
    @pytest.fixture(autouse=True)
    def _node(self, request):
        self.node = request.node

    def test_one_of_a_test_case_may(self):
        assert asks_a_database(self.node)
