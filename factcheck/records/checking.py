"""A row's constraints, asked of the database in one statement that is written once."""

from collections.abc import Collection
from contextlib import nullcontext
from functools import cache
from typing import Any, NamedTuple

from django.core.exceptions import FieldError, ValidationError
from django.db import DatabaseError, connections, models, router, transaction
from django.db.models import (
    BaseConstraint,
    BooleanField,
    CheckConstraint,
    Exists,
    Expression,
    Field,
    Model,
    Q,
    UniqueConstraint,
    Value,
)
from django.db.models.expressions import SQLiteNumericMixin
from django.db.models.functions import Coalesce
from django.db.models.sql import Query


class CheckedAtOnce(models.Model):
    """
    Validates like any model, and sooner: Django compiles and asks each constraint by itself, which
    takes most of the time of a write that is right.

    Where anything does not hold, Django's own way finds out what and says it.
    """

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        using = router.db_for_write(type(self), instance=self)
        if exclude or not _all_hold(self, using):
            super().validate_constraints(exclude=exclude)


class Check(NamedTuple):
    """SQL that finds a row where every constraint holds; fields stand for their values."""

    sql: str
    parameters: tuple[Any, ...]


class ValueOf(SQLiteNumericMixin, Expression):
    """The place in a statement of what a row has in this field."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self.output_field]


def _all_hold(row: Model, using: str) -> bool:
    """Whether every constraint surely holds; False also where one cannot be asked this way."""
    try:
        for owner, constraints in row.get_constraints():
            for constraint in constraints:
                if not _is_asked_at_once(constraint):
                    constraint.validate(owner, row, using=using)
            if not _holds(row, owner, using):
                return False
        return True
    except (ValidationError, FieldError, DatabaseError):
        return False


def _is_asked_at_once(constraint: BaseConstraint) -> bool:
    """Of the unique ones those of columns, among which a null is like no other."""
    if isinstance(constraint, UniqueConstraint):
        return bool(constraint.fields) and constraint.nulls_distinct is not False
    return isinstance(constraint, CheckConstraint)


def _holds(row: Model, owner: type[Model], using: str) -> bool:
    connection = connections[using]
    check = _check_of(owner, using, row._state.adding)
    if check is None:
        return True
    parameters = []
    for parameter in check.parameters:
        if isinstance(parameter, Field):
            value = getattr(row, parameter.attname)
            if hasattr(value, "resolve_expression"):
                return False
            parameter = parameter.get_db_prep_value(value, connection)
        parameters.append(parameter)
    # As Django does: where the question fails, the transaction around it goes on.
    apart = transaction.atomic(using=using) if connection.in_atomic_block else nullcontext()
    with apart, connection.cursor() as cursor:
        cursor.execute(check.sql, parameters)
        return cursor.fetchone() is not None


@cache
def _check_of(model: type[Model], using: str, is_new: bool) -> Check | None:
    """The statement for a new row of a model or a stored one; None if there is nothing to ask."""
    conditions = []
    for constraint in model._meta.constraints:
        if not _is_asked_at_once(constraint):
            continue
        if isinstance(constraint, UniqueConstraint):
            conditions.append(~_stands_elsewhere(constraint, model, using, is_new))
        elif isinstance(constraint, CheckConstraint):
            conditions.append(Q(constraint.condition))
    if not conditions:
        return None
    query = Query(None)
    for field in model._meta.local_concrete_fields:
        query.add_annotation(ValueOf(output_field=field), field.name, select=False)
    query.add_annotation(Value(1), "holds")
    for condition in conditions:
        query.add_q(Q(Coalesce(condition, True, output_field=BooleanField())))
    sql, parameters = query.get_compiler(using=using).as_sql()
    return Check(sql, tuple(parameters))


def _stands_elsewhere(
    constraint: UniqueConstraint, model: type[Model], using: str, is_new: bool
) -> Q:
    """Whether another row has already what only one may have."""
    own = {field.name: field for field in model._meta.local_concrete_fields}
    same = {name: ValueOf(output_field=own[name]) for name in constraint.fields}
    others = model._default_manager.using(using).filter(**same)
    if not is_new:
        others = others.exclude(pk=ValueOf(output_field=model._meta.pk))
    condition = constraint.condition or Q()
    return condition & Q(Exists(others.filter(condition)))
