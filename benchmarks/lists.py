"""
How fast a list of claims is, beside the same list written the obvious way (obvious.py).

    python benchmarks/lists.py [claims]

Both answer from one database (DATABASE_URL) in one process, in turns, through Django's whole
handler; the ratio is of the medians.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

ROUNDS = 60


def fill(claims: int) -> None:
    """Published claims with what they carry, made with the product's own verbs."""
    from tests.newsroom import evidence, make_article, make_claim, make_published, make_source

    sources = [make_source(f"Office {number}", country="FI") for number in range(20)]
    article = make_article(publisher=sources[0])
    for number in range(claims):
        first, second = sources[number % 20], sources[(number + 1) % 20]
        claim = make_claim(
            article=article,
            attributions=[
                {"source": first, "stance": "asserts"},
                {"source": second, "stance": "denies"},
            ],
        )
        make_published(claim=claim, evidence=[evidence(source=first), evidence(source=second)])


def timed(client: Any, address: str) -> float:
    started = time.perf_counter()
    response = client.get(address, headers={"accept": "application/json"})
    elapsed = time.perf_counter() - started
    assert response.status_code == 200, response.content[:300]
    assert len(response.json()["results"]) == 50
    return elapsed * 1000


def main(claims: int) -> None:
    from django.db import connection
    from django.test import override_settings
    from rest_framework.test import APIClient

    served = {"ROOT_URLCONF": "benchmarks.obvious", "ALLOWED_HOSTS": ["testserver"], "DEBUG": False}
    with override_settings(**served):
        fill(claims)
        client = APIClient()
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(timed(client, "/api/v1/claims/"))
            theirs.append(timed(client, "/obvious/"))
    ours, theirs = ours[10:], theirs[10:]
    print(f"{connection.vendor}, {claims} claims, pages of 50, {len(ours)} rounds in turns")
    print(f"  ours     {statistics.median(ours):6.2f} ms")
    print(f"  obvious  {statistics.median(theirs):6.2f} ms")
    print(f"  ratio    {statistics.median(theirs) / statistics.median(ours):6.2f}")


def in_a_test_database(work: Callable[[], None]) -> None:
    """Do the work in a database of its own, which is gone afterwards."""
    from django.conf import settings
    from django.test.utils import get_runner

    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        work()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    in_a_test_database(lambda: main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
