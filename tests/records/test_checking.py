"""Constraints asked at once: as strict as Django's own way and in its words, but sooner."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from factcheck.records.checking import CheckedAtOnce
from tests import newsroom
from tests.house.test_constraints import INSERTS, UPDATES

pytestmark = pytest.mark.django_db

OURS = {
    constraint.name
    for model in apps.get_models()
    if issubclass(model, CheckedAtOnce)
    for constraint in model._meta.constraints
}
# Of these nonsenses, those that are plain values.
VALUES = [
    constraint
    for constraint, (_, values) in UPDATES.items()
    if constraint in OURS
    and not any(hasattr(value, "resolve_expression") for value in values.values())
]


def refusal(validate, row):
    """What a way of validating says of this row, by field; None where it lets it pass."""
    try:
        validate(row)
    except ValidationError as error:
        return error.message_dict
    return None


@pytest.mark.slow
@pytest.mark.parametrize("constraint", VALUES)
def test_nonsense_is_refused_in_djangos_words(constraint):
    make, values = UPDATES[constraint]
    row = make()
    assert refusal(CheckedAtOnce.validate_constraints, row) is None
    for name, value in values.items():
        setattr(row, name, value)

    said = refusal(CheckedAtOnce.validate_constraints, row)

    assert said is not None
    assert said == refusal(models.Model.validate_constraints, row)


@pytest.mark.parametrize("constraint", [each for each in INSERTS if each in OURS])
def test_a_row_too_many_is_refused_in_djangos_words(constraint):
    row = INSERTS[constraint]()

    said = refusal(CheckedAtOnce.validate_constraints, row)

    assert said is not None
    assert said == refusal(models.Model.validate_constraints, row)


def test_an_expression_is_left_to_django():
    claim = newsroom.make_claim()
    claim.end = F("start")

    assert refusal(CheckedAtOnce.validate_constraints, claim) == refusal(
        models.Model.validate_constraints, claim
    )


def test_a_field_that_a_form_leaves_out_is_left_out():
    claim = newsroom.make_claim()
    claim.statement = ""

    claim.validate_constraints(exclude={"statement"})


def test_many_constraints_cost_one_statement():
    verdict = newsroom.make_published()
    with CaptureQueriesContext(connection) as one_by_one:
        models.Model.validate_constraints(verdict)

    with CaptureQueriesContext(connection) as at_once:
        verdict.validate_constraints()

    # Each is asked between a savepoint and its release.
    assert len(one_by_one) == 3 * len(verdict._meta.constraints) > 30
    assert len(at_once) == 3
