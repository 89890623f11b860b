"""What is named outright runs, whatever its marks; anything else as the command line says."""

import pytest

from tests.selection import expression_for

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
