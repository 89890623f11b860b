"""The fixtures are in step with the seeds."""

import pytest
from django.conf import settings

from seeds.fixtures import FIXTURES, fixture

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("told"),
    pytest.mark.xdist_group("demo"),
]


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_equals_a_fresh_seed(name):
    kept = (settings.BASE_DIR / "fixtures" / f"{name}.json").read_text(encoding="utf-8")

    assert fixture(name) == kept, "Run: manage.py build_fixtures"
