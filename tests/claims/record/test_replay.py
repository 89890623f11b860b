"""Replaying the ledger gives what readers were shown at every instant, whatever was done."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.models import Claim, Document, FactCheckPeriod, FactCheckVersion, SourceInPeriod
from claims.record.ledger import COLUMNS
from claims.record.rebuilding import rebuild_periods
from claims.record.renewal import renew
from claims.record.replay import stood
from claims.record.verification import verify
from claims.record.withholding import withhold
from factcheck.records.refusals import Refused
from sources.models import Source
from tests import newsroom

pytestmark = pytest.mark.django_db

QUOTES = ("4.2 million euros", "3.1 million euros", "18 months")


class Newsroom:
    """Three claims of one source, and what readers were shown after each row of the ledger."""

    def __init__(self):
        self.source = newsroom.make_source()
        self.question = newsroom.make_question()
        article = newsroom.make_article(url="https://www.example.com/bridge")
        stands = [{"source": self.source}]
        self.claims = [
            newsroom.make_claim(quote, article=article, attributions=stands) for quote in QUOTES
        ]
        self.shown = {0: standing_now()}
        self.told = 0

    def does(self, act, number):
        """One act on one of the claims, as far as its state allows; then a look at what stands."""
        self.told += 1
        try:
            with transaction.atomic():
                getattr(self, act)(Claim.objects.get(pk=self.claims[number].pk))
        except Refused:
            pass
        for sequence in range(max(self.shown) + 1, FactCheckVersion.objects.count() + 1):
            self.shown[sequence] = standing_now()

    def publish(self, claim):
        rating = newsroom.make_rating(("false", "mixed", "true")[self.told % 3])
        newsroom.make_published(claim=claim, notice=f"Notice {self.told}.", rating=rating)

    def amend(self, claim):
        claim.amend(
            by=newsroom.the("reviewer"),
            notice=f"Notice {self.told}.",
            statement=f"It costs {self.told} million.",
            question=self.question,
        )

    def retract(self, claim):
        for verdict in claim.verdicts.standing():
            verdict.retract(by=newsroom.the("reviewer"), reason=f"Reason {self.told}.")

    def renew(self, claim, notice=""):
        Source.objects.get(pk=self.source.pk).edit(by=None, name=f"Office {self.told}")
        renew(claim, by=newsroom.the("reviewer"), notice=notice)

    def renew_as_news(self, claim):
        self.renew(claim, notice=f"Notice {self.told}.")

    def withhold_first(self, claim):
        self._withhold(claim.versions.order_by("version"))

    def withhold_last(self, claim):
        self._withhold(claim.versions.order_by("-version"))

    def _withhold(self, versions):
        for version in versions.exclude(kind="withheld")[:1]:
            withhold(version, by=newsroom.the("administrator"), reason=f"Order {self.told}.")


def of(periods):
    """Periods with their sources, as values: all but the database's own numbers and their end."""
    own = {"id", "to_sequence", "document_id"}
    columns = [
        field.attname for field in FactCheckPeriod._meta.concrete_fields if field.attname not in own
    ]
    sources = SourceInPeriod.objects.order_by("source")
    return {
        row[-2]: (*row[:-1], tuple(sources.filter(period=row[-1]).values_list("source", "stance")))
        for row in periods.values_list(*columns, "document__digest", "pk")
    }


def standing_now():
    return of(FactCheckPeriod.objects.standing())


def everything():
    """The read model whole, ends included."""
    periods = FactCheckPeriod.objects.order_by("from_sequence")
    sources = SourceInPeriod.objects.order_by("period__from_sequence", "source")
    return (
        of(periods),
        list(periods.values_list("from_sequence", "to_sequence")),
        list(sources.values_list("source", "stance", "rating", "place", "to_sequence")),
    )


def rows(up_to):
    ledger = FactCheckVersion.objects.filter(sequence__lte=up_to).order_by("sequence")
    return ledger.values(*COLUMNS)


ACTS = (
    "publish",
    "amend",
    "retract",
    "renew",
    "renew_as_news",
    "withhold_first",
    "withhold_last",
)
STORIES = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2)), min_size=4, max_size=10)
# Withheld twice over: the retraction first, then the version that it repeats.
AGAIN = [("publish", 0), ("retract", 0), ("withhold_last", 0), ("withhold_first", 0)]
# A silent version, the one before it withheld, then another: its place is the oldest one's.
SILENT = [("publish", 0), ("renew", 0), ("withhold_first", 0), ("renew", 0), ("publish", 1)]


@pytest.mark.slow
@example(story=AGAIN)
@example(story=SILENT)
@given(story=STORIES)
@settings(
    max_examples=12,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)
def test_the_ledger_alone_says_what_stood_when(story):
    with transaction.atomic():
        desk = Newsroom()
        for act, number in [("publish", 0), *story]:
            desk.does(act, number)

        gone = set(Document.objects.filter(body=None).values_list("digest", flat=True))
        for sequence, shown in desk.shown.items():
            left = {digest: period for digest, period in shown.items() if digest not in gone}
            replayed = {each.digest for each in stood(rows(sequence)) if each.to_sequence is None}
            assert of(FactCheckPeriod.objects.as_of(sequence)) == left
            assert replayed == shown.keys()
        left_by_the_verbs = everything()
        assert list(verify()) == []
        list(rebuild_periods())
        assert everything() == left_by_the_verbs
        transaction.set_rollback(True)
