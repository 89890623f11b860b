"""Acts of several people at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned or raised, all begun together on connections of their own."""
    begin, outcomes = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        try:
            begin.wait(timeout=10)
            outcomes[place] = acts[place]()
        except Exception as error:
            outcomes[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[place]) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes
