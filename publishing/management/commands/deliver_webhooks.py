"""manage.py deliver_webhooks: tells subscribers what has been published."""

import logging
import signal
import time
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection

from factcheck.records.clock import moment
from publishing.models import Delivery
from publishing.webhooks.worker import serve_next

logger = logging.getLogger(__name__)

# How long to sleep when there is nothing to do, or no database.
PAUSE, LONG_PAUSE = 1.0, 10.0
PRUNED_EVERY = timedelta(hours=1)


class Command(BaseCommand):
    """Runs until it is stopped; several at once share the work, and any may be killed."""

    help = (
        "Deliver published versions to webhooks, each in the ledger's order and at least once. "
        "Runs until SIGTERM or Ctrl-C; start it beside the web server, once or more often."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="deliver what is due now, then end (for cron)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self._prune()
        while not self.is_stopping:
            served = self._serve()
            if options["once"] and not served:
                break
            if not served:
                time.sleep(PAUSE)
            if self.pruned_at + PRUNED_EVERY < moment():
                self._prune()

    def _serve(self) -> bool:
        try:
            return serve_next(stopping=lambda: self.is_stopping)
        except (InterfaceError, OperationalError) as error:
            # The turn ends by itself, and the next connection goes on from the same row.
            logger.warning("The database does not answer: %s", error)
            connection.close()
            time.sleep(LONG_PAUSE)
            return True

    def _prune(self) -> None:
        self.pruned_at = moment()
        Delivery.objects.worn_out(self.pruned_at).delete()

    def _stop(self, *args: Any) -> None:
        """After the event at hand."""
        self.is_stopping = True
