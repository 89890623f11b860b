"""The index follows its tables, says when it does not, and can be made anew."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.models import Claim
from factcheck.index.checks import index_is_there
from factcheck.index.engines import engine_of, schema_of
from factcheck.index.kinds import kind_named, kinds
from factcheck.index.upkeep import differing, install, missing
from tests.newsroom import make_claim, make_published, make_retracted, make_source, make_superseded

pytestmark = pytest.mark.django_db
ENGINE, SCHEMA = engine_of(connection), schema_of(connection)
# What makes the index one of an earlier version, which knew no neighbours.
OUTDATED = {
    "sqlite": [
        "DROP TABLE index_statements",
        "CREATE VIRTUAL TABLE index_statements USING fts5(said, tokenize = 'porter unicode61')",
    ],
    "postgresql": ["DROP FUNCTION index_paired(text)", "UPDATE index_statements SET words = ''"],
}


@pytest.fixture
def newsroom():
    make_published()
    make_retracted()
    make_superseded()
    make_source("Roads ministry", aliases=["RM", "The roads people"])
    make_claim(statement="朝鲜士兵已经抵达俄罗斯。")
    make_published(claim=make_claim(statement="Covid疫苗2025年 导致a自闭症 年"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_what_triggers_wrote_is_what_a_rebuild_writes(newsroom, kind):
    followed = differing(kind)

    call_command("rebuild_index", verbosity=0)

    assert (followed, differing(kind)) == (0, 0)


def test_retracted_and_superseded_statements_are_no_longer_matched(newsroom):
    assert ENGINE.size(connection, kind_named("statements")) == 3


def test_a_rebuild_finds_rows_again_that_were_written_without_triggers(newsroom):
    claims = kind_named("claims")
    SCHEMA.lift(connection, claims)
    Claim.objects.update(statement="The tunnel is long.")

    install()

    assert Claim.objects.matching("tunnel").count() == Claim.objects.count()


def test_the_check_command_says_which_rows_differ(newsroom):
    call_command("rebuild_index", "--check", verbosity=0)
    SCHEMA.empty(connection, kind_named("claims"))

    with pytest.raises(CommandError, match="5 of claims"):
        call_command("rebuild_index", "--check")


def test_a_missing_trigger_is_named(newsroom, client):
    SCHEMA.lift(connection, kind_named("claims"))

    assert [each.id for each in index_is_there(None, ["default"])] == ["index.W001"]
    assert client.get("/readyz").status_code == 503
    with pytest.raises(CommandError, match="missing"):
        call_command("rebuild_index", "--check")


def test_an_index_that_was_made_otherwise_is_made_anew(newsroom):
    with connection.cursor() as cursor:
        for statement in OUTDATED[connection.vendor]:
            cursor.execute(statement)
    outdated = missing()

    install()

    assert outdated
    assert missing() == []
    assert [differing(kind) for kind in kinds()] == [0] * len(kinds())
