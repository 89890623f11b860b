"""
What the desk's lists cost in a small newsroom and in a large one: time and statements, and growth.

    python benchmarks/working.py sqlite:///small.sqlite3 sqlite:///large.sqlite3 [lists' names …]

Each address is a database that `manage.py load_benchmark` has filled; the second holds more. Every
list is asked for as the desk asks: first and last page, each order, each filter, and the admin's
lists and searches. Rounds go by turns between the two, so that whatever else the machine does
meets both. The time is the median of the processor's, or on PostgreSQL of the clock.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROUNDS = 5
ROOT = Path(__file__).resolve().parent.parent
EDITOR = "benchmark-editor"


def pages(asker: Any) -> Iterator[tuple[str, str]]:
    """What is measured: a name that both databases share, and the address in this one."""
    from factcheck.rest.cursors import Cursor
    from tests.asked import LISTS, Asker
    from tests.desk.lists import LISTS as ADMIN
    from tests.desk.lists import address_of

    for each in LISTS:
        who = "desk" if each.desk else "reader"
        named = Asker(asker) if each.desk else Asker()
        for together in (0, 1):
            for query in each.queries(named, together=together):
                ordering = dict(query)["ordering"]
                names = " ".join([name for name, _ in query[:-1]] + [ordering])
                yield f"{who} {each.name} {names}", each.at(query)
                if not together:
                    last = Cursor(ordering, True, None).text()
                    yield f"{who} {each.name} {names} last", each.at((*query, ("cursor", last)))
    yield "admin queue", "/admin/"
    for label in ADMIN:
        yield f"admin {label}", address_of(label)
        yield f"admin {label} q", f"{address_of(label)}?q=bridge"


def serve() -> None:
    """The half that has one database: an address to a line in, what it costs out."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from accounts.models import User
    from accounts.scopes import Role
    from tests.newsroom import make_person

    settings.ALLOWED_HOSTS, settings.THROTTLING = ["testserver"], False
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    editor = User.objects.filter(username=EDITOR).first()
    editor = editor or make_person(Role.ADMINISTRATOR, username=EDITOR)
    desk, reader = Client(), Client()
    desk.force_login(editor)
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    print(json.dumps(dict(pages(editor))), flush=True)
    for line in sys.stdin:
        name, address = json.loads(line)
        client = reader if name.startswith("reader") else desk
        headers = {} if address.startswith("/admin/") else {"accept": "application/json"}
        started = clock()
        answer = client.get(address, headers=headers)
        took = clock() - started
        assert answer.status_code == 200, (address, answer.status_code)
        with CaptureQueriesContext(connection) as queries:
            client.get(address, headers=headers)
        print(json.dumps([took * 1000, len(queries)]), flush=True)


class Newsroom:
    """A process that answers from one of the databases."""

    def __init__(self, database: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve"],
            env={**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": SETTINGS},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.pages: dict[str, str] = self._read()

    def cost(self, name: str) -> tuple[float, int]:
        """Milliseconds and statements of one answer."""
        assert self.process.stdin is not None
        print(json.dumps([name, self.pages[name]]), file=self.process.stdin, flush=True)
        took, statements = self._read()
        return took, statements

    def _read(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())


SETTINGS = "factcheck.settings"


def main(small: str, large: str, wanted: list[str]) -> None:
    newsrooms = Newsroom(small), Newsroom(large)
    print(f"{'':58}{'small':>9}{'large':>9}{'growth':>8}{'statements':>12}")
    growths = []
    for name in newsrooms[0].pages:
        if wanted and not any(each in name for each in wanted):
            continue
        rounds = [[newsroom.cost(name) for newsroom in newsrooms] for _ in range(ROUNDS)]
        few, many = (statistics.median(each[n][0] for each in rounds) for n in (0, 1))
        growths.append(many / few)
        print(
            f"{name:58}{few:7.1f}ms{many:7.1f}ms{many / few:8.2f}{rounds[-1][1][1]:12}", flush=True
        )
    within = sum(growth <= 1.3 for growth in growths)
    print(
        f"\n{len(growths)} lists: growth {statistics.median(growths):.2f} in the median; "
        f"{within} grow by 1.3 or less, {len(growths) - within} by more."
    )
    for newsroom in newsrooms:
        newsroom.process.terminate()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if sys.argv[1:] == ["--serve"]:
        serve()
    elif len(sys.argv) < 3:
        sys.exit(__doc__)
    else:
        main(sys.argv[1], sys.argv[2], sys.argv[3:])
