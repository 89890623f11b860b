"""Programs that act for the people of the newsroom."""

import pytest

from tests.claims.api.talk import Program
from tests.newsroom import ApiClient


@pytest.fixture
def annotator_program(as_annotator: ApiClient) -> Program:
    return Program(as_annotator)


@pytest.fixture
def reviewer_program(as_reviewer: ApiClient) -> Program:
    return Program(as_reviewer)


@pytest.fixture
def reader_program(api: ApiClient) -> Program:
    return Program(api)
