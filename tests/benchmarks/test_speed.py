"""The comparison with the peers still runs, and all of them still say the same."""

import os
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

from benchmarks.speed.growth import growth
from benchmarks.speed.servers import PEERS, ROOT
from benchmarks.speed.table import growth_table, table

CLAIMS = 600
WITHOUT_WRK = pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed")


@pytest.fixture
def postgres():
    """The server that the suite runs on, or nothing for SQLite; without our database afterwards."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        yield ""
        return
    if not (PEERS / "uvicorn").exists():
        pytest.skip("The peers' packages are not installed (“make build/peers/.installed”).")
    server = urlsplit(address)._replace(path="/postgres").geturl()
    yield server
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS factcheck_bench_{CLAIMS} WITH (FORCE)")


@pytest.mark.slow
@WITHOUT_WRK
def test_all_contenders_answer_the_same_and_are_measured(postgres, tmp_path):
    command = [sys.executable, "-m", "benchmarks.speed", "--claims", str(CLAIMS), "--rounds", "1"]
    command += ["--by-processor", "--rows", "one fact check", "--folder", str(tmp_path)]

    done = subprocess.run(
        [*command, "--postgres", postgres], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "| 600 | one fact check | 16 | SQLite |" in done.stdout
    assert ("| PostgreSQL |" in done.stdout) is bool(postgres)


def test_a_ratio_stands_beside_what_was_asked():
    speeds = {"ours, SQLite": [150.0, 200.0, 900.0], "DRF, SQLite": [10.0, 10.0, 10.0]}
    rates = {10: {("list, repeated page", 1): speeds, ("list, repeated page", 16): speeds}}

    alone, together = table(rates).splitlines()[2:]

    assert "| 20.0 (≥ 15) |" in alone
    assert "| 20.0 (≥ 22, **missed**) |" in together


def test_growth_is_what_neighbouring_turns_say_of_it():
    # The second pair of turns had half of the machine, and so both were slow.
    times = growth(small=[300.0, 150.0, 300.0], large=[200.0, 100.0, 100.0])

    assert times == 1.5


def test_growth_beyond_what_is_asked_is_told():
    told = growth_table({("one fact check", 1): {"SQLite": 1.5, "PostgreSQL": 1.1}}, 10, 1000)

    assert told.endswith("| one fact check | 1 | 1.10 | 1.50, **missed** |")
