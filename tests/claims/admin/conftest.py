"""People at the desk, with their browsers."""

import pytest

from accounts.models import User
from tests.desk.editor import Editor


@pytest.fixture
def ann(annotator: User) -> Editor:
    """The annotator at the desk."""
    return Editor(annotator)


@pytest.fixture
def rey(reviewer: User) -> Editor:
    """The reviewer at the desk."""
    return Editor(reviewer)


@pytest.fixture
def ada(administrator: User) -> Editor:
    """The administrator at the desk."""
    return Editor(administrator)
