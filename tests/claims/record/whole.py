"""A record in which everything happened, and a way to tamper with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from claims.models import Claim, FactCheckVersion
from claims.record.renewal import renew
from claims.record.triggers import lifted
from claims.record.withholding import withhold
from tests import newsroom


def make_record() -> None:
    """Three fact checks: one amended, corrected and renewed, one retracted, one partly withheld."""
    office, mayor = newsroom.make_source("Roads office"), newsroom.make_source("Mayor")
    stands = [{"source": office, "stance": "asserts"}, {"source": mayor, "stance": "denies"}]
    question = newsroom.make_question()
    article = newsroom.make_article(url="https://www.example.com/bridge", publisher=office)
    reviewer = newsroom.the("reviewer")

    lively = newsroom.make_claim(article=article, attributions=stands, question=question)
    newsroom.make_published(claim=lively)
    Claim.objects.get(pk=lively.pk).amend(
        by=reviewer, notice="It said more.", statement="The bridge costs 4 million."
    )
    retracted = newsroom.make_claim("3.1 million euros", article=article, attributions=stands)
    newsroom.make_retracted(claim=retracted)
    newsroom.make_published(claim=lively, notice="There is an estimate now.")
    withheld = newsroom.make_claim("18 months", article=article, attributions=stands[:1])
    newsroom.make_superseded(claim=withheld)
    office.edit(by=reviewer, name="Office of roads")
    renew(Claim.objects.get(pk=lively.pk), by=reviewer)
    withhold(
        FactCheckVersion.objects.get(fact_check=withheld.public_id, version=1),
        by=newsroom.the("administrator"),
        reason="A court in Millford.",
    )


@contextmanager
def tampering() -> Iterator[None]:
    """As somebody who owns the database: no trigger and no foreign key in the way, for a while."""
    # On PostgreSQL no table with checks to come can be altered.
    connection.check_constraints()
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL session_replication_role = replica")
            yield
        else:
            with lifted():
                yield
        transaction.set_rollback(True)
