"""
How fast the public record is verified: rows of the ledger a minute of processor.

    python -m benchmarks.ledger [how often]

In the database that DATABASE_URL names; fill it before with “manage.py load_benchmark --claims
10000”. It does what `manage.py verify_ledger` does, and nothing is written. The processor's time is
our own and, on PostgreSQL, that of the database's sessions.
"""

import os
import statistics
import sys

import django

from benchmarks.speed.processes import seconds_of, sessions

TIMES = 5


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from claims.record.ledger import head

    rows = head().sequence
    if not rows:
        sys.exit("The ledger is empty: “manage.py load_benchmark” fills it.")
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    spent = statistics.median(_seconds() for _ in range(times))
    a_minute = rows / spent * 60
    print(f"{rows:,} rows verified in {spent:.1f} s of processor: {a_minute:,.0f} a minute.")


def _seconds() -> float:
    """What verifying the record once takes. Exits where it has a problem."""
    from claims.record.verification import verify

    before = _spent()
    for problem in verify():
        sys.exit(problem)
    return _spent() - before


def _spent() -> float:
    address = os.environ.get("DATABASE_URL", "")
    return sum(seconds_of([os.getpid(), *sessions(address)]).values())


if __name__ == "__main__":
    main()
