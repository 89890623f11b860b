"""The house rules that are worth a test rather than a paragraph."""

import ast
import re
from pathlib import Path

import django_filters
import pytest
from django.apps import apps
from django.core.management import call_command

from tests.house.tree import FIRST_PARTY, ROOT, files, imports, name_of, parsed

CATCH_ALLS = {"utils", "util", "core", "common", "helpers", "services", "misc"}
OUR_MODELS = [model for model in apps.get_models() if model.__module__.split(".")[0] in FIRST_PARTY]
# Set once when a row is made. Nobody need have made it: a command may.
MADE = "created"


def paired_fields(model):
    names = {field.name for field in model._meta.fields}
    stems = [name.removesuffix("_at") for name in sorted(names) if name.endswith("_at")]
    return [stem for stem in stems if f"{stem}_by" in names and stem != MADE]


PAIRS = [(model, stem) for model in OUR_MODELS for stem in paired_fields(model)]


@pytest.mark.parametrize(("model", "stem"), PAIRS, ids=str)
def test_a_date_and_its_person_travel_together(model, stem):
    names = [constraint.name for constraint in model._meta.constraints]

    assert any(f"{stem}_at_with_{stem}_by" in name for name in names)


def test_some_dates_have_a_person():
    assert len(PAIRS) >= 6


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_no_model_has_an_order_of_its_own(model):
    assert not model._meta.ordering


def test_migrations_are_named_by_hand():
    names = [name_of(path) for path in files(*FIRST_PARTY) if path.parent.name == "migrations"]

    assert any(name.endswith("0001_initial.py") for name in names)
    assert not [name for name in names if "auto" in name or "merge" in name]


@pytest.mark.django_db
def test_no_model_change_lacks_its_migration(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)

    assert "No changes detected" in capsys.readouterr().out


def test_nothing_of_ours_happens_by_signal():
    receiving = [
        f"{name_of(path)} imports {module}"
        for path in files(*FIRST_PARTY)
        for module in imports(path)
        # `signal` is what an operating system sends.
        if re.search(r"\bsignals?\b|\breceiver\b", module) and module != "signal"
    ]

    # The triggers that SQLite loses when a migration rebuilds a table, and that hinder it from it.
    assert receiving == [
        "claims/apps.py imports django.db.models.signals.post_migrate",
        "claims/apps.py imports django.db.models.signals.pre_migrate",
        "factcheck/index/apps.py imports django.db.models.signals.post_migrate",
    ]


def test_no_rule_hides_in_save():
    hiding = [
        name_of(path)
        for path in files(*FIRST_PARTY)
        if "/admin/" not in name_of(path) and "/desk/" not in name_of(path)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
        and node.name in {"save", "delete"}
        and any(argument.arg == "self" for argument in node.args.args)
        and "models" in name_of(path)
    ]

    assert not hiding


def test_nothing_is_a_catch_all():
    named = [
        name_of(path)
        for path in files()
        if CATCH_ALLS & {part.removesuffix(".py") for part in Path(name_of(path)).parts}
    ]

    assert not named


def test_every_module_opens_by_saying_what_it_is_for():
    silent = [
        name_of(path)
        for path in files()
        if path.parent.name != "migrations"
        and (tree := parsed(path)).body
        and not ast.get_docstring(tree)
    ]

    assert not silent


def test_no_page_prints_an_integer_key():
    # A template writes 1177 as “1,177”, which leads nowhere; and the key is nobody's business.
    printing = [
        name_of(path)
        for path in ROOT.glob("*/**/templates/**/*.html")
        if re.search(r"\{\{[^}]*\.(pk|id)\b", path.read_text(encoding="utf-8"))
        and path.relative_to(ROOT).parts[0] in FIRST_PARTY
    ]

    assert not printing


def test_every_folder_of_tests_is_a_package():
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}

    assert not [name_of(folder) for folder in folders if not (folder / "__init__.py").exists()]


def test_tests_read_no_file_outside_the_project():
    absolute = re.compile(r"""["'](/(?:work|home|root|tmp|var)/|~/)""")

    reading = [
        name_of(path)
        for path in files("tests")
        if absolute.search(path.read_text(encoding="utf-8")) and path != Path(__file__)
    ]

    assert not reading


def filtersets(kind=django_filters.FilterSet):
    for each in kind.__subclasses__():
        if each.__module__.split(".")[0] in FIRST_PARTY:
            yield each
        yield from filtersets(each)


def test_every_filter_is_in_the_documentation():
    documentation = ROOT / "docs" / "api.md"
    if not documentation.exists():
        pytest.skip("docs/api.md is not written yet")
    import factcheck.urls  # noqa: F401 - so that every filterset is there

    words = set(re.findall(r"[a-z_]+", documentation.read_text(encoding="utf-8")))
    filters = {name for kind in filtersets() for name in kind.base_filters}

    assert filters
    assert not filters - words
