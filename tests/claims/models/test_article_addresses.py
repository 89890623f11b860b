"""An article is kept once, however its address is written; what was kept twice before stays."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.scopes import Role
from claims.models import Article, ArticleRevision
from claims.models.article_address import one_of_two_at_once
from claims.models.kept_once import existing_in
from claims.record.addresses import key_of
from factcheck.records.change import Change
from tests.newsroom import make_article, the

pytestmark = pytest.mark.django_db

BRIDGE = "https://courier.example/bridge"
VARIANTS = [
    "http://www.courier.example/bridge?utm_source=letter",
    "https://courier.example/bridge/",
    "https://COURIER.example/bridge#costs",
    "https://amp.courier.example/bridge",
]


def make_twins(*urls: str) -> list[Article]:
    """Articles as they were kept before variants of an address were refused."""
    articles = [make_article(f"Number {twin}") for twin in range(len(urls))]
    for twin, (article, url) in enumerate(zip(articles, urls, strict=True)):
        kept = Article.objects.filter(pk=article.pk)
        kept.update(url=url, address=key_of(urls[0]), twin=twin)
        article.refresh_from_db()
    return articles


@pytest.mark.parametrize("variant", VARIANTS)
def test_an_article_is_kept_once_however_its_address_is_written(variant):
    article = make_article(url=BRIDGE)

    with pytest.raises(ValidationError) as refusal:
        make_article("Once more", url=variant)

    assert refusal.value.message_dict == {
        "url": [
            f"There is an article with this URL already, written as {BRIDGE}: "
            f"article {article.public_id} (Bridge to cost more)."
        ]
    }
    assert ArticleRevision.objects.count() == 1


def test_the_refusal_stands_beside_what_else_is_wrong():
    make_article(url=BRIDGE)

    with pytest.raises(ValidationError) as refusal:
        make_article("", url=VARIANTS[0])

    assert refusal.value.message_dict.keys() == {"headline", "url"}


@pytest.mark.parametrize(
    "other", ["https://courier.example/bridge?page=2", "https://courier.example/Bridge"]
)
def test_another_page_is_another_article(other):
    make_article(url=BRIDGE)

    assert make_article(url=other).url == other


@pytest.mark.parametrize("url", ["ftp://courier.example/bridge", "https://courier.example:99999/"])
def test_a_url_that_has_no_key_is_refused(url):
    with pytest.raises(ValidationError, match="An http or https address"):
        make_article(url=url)
    for article in (make_article(url=BRIDGE), make_article()):
        with pytest.raises(ValidationError, match="An http or https address"):
            article.edit(by=None, url=url)


def test_what_is_stored_without_a_key_can_be_edited_still():
    article = make_article(url=None)
    Article.objects.filter(pk=article.pk).update(url="ftp://courier.example/bridge")
    article.refresh_from_db()

    article.edit(by=the(Role.ANNOTATOR), headline="A bridge")

    assert Article.objects.get().headline == "A bridge"


def test_no_article_moves_to_an_address_that_another_has():
    make_article(url=BRIDGE)
    other = make_article(url="https://courier.example/road")

    with pytest.raises(ValidationError, match="There is an article with this URL already, written"):
        other.edit(by=None, url=VARIANTS[0])

    assert Article.objects.get(pk=other.pk).url == other.url == "https://courier.example/road"


def test_an_address_is_written_anew_and_left_to_others():
    article = make_article(url=VARIANTS[0])

    article.edit(by=None, url=BRIDGE)
    with pytest.raises(ValidationError):
        make_article(url=VARIANTS[0])
    article.edit(by=None, url=None)

    assert make_article(url=VARIANTS[0]).twin == 0


def test_history_tells_of_the_address_as_it_is_written():
    article = make_article(url=BRIDGE)

    article.edit(by=None, url="https://courier.example/road")

    assert Change.objects.latest("pk").field == "url"
    assert not Change.objects.filter(field__in=["address", "twin"]).exists()


@pytest.mark.parametrize("overtaken", ["before its constraints are asked", "after that"])
def test_whoever_is_overtaken_between_looking_and_storing_is_told_the_same(overtaken, monkeypatch):
    make_article(url=BRIDGE)
    look = Article.others_at
    answers = iter([lambda *_: Article.objects.none(), look, look])
    monkeypatch.setattr(Article, "others_at", lambda *asked: next(answers)(*asked))
    if overtaken == "after that":
        monkeypatch.setattr(Article, "validate_constraints", lambda *args, **kwargs: None)

    with pytest.raises(ValidationError, match=r"URL already, written as .*bridge:") as refusal:
        make_article(url=VARIANTS[0])

    assert list(refusal.value.message_dict) == ["url"]
    assert Article.objects.count() == 1


@pytest.mark.parametrize("overtaken", ["before its constraints are asked", "after that"])
def test_whoever_is_overtaken_while_moving_an_article_is_told_the_same(overtaken, monkeypatch):
    kept = make_article(url=BRIDGE)
    other = make_article(url="https://courier.example/road")
    look = Article.others_at
    answers = iter([lambda *_: Article.objects.none(), look, look])
    monkeypatch.setattr(Article, "others_at", lambda *asked: next(answers)(*asked))
    if overtaken == "after that":
        monkeypatch.setattr(Article, "validate_constraints", lambda *args, **kwargs: None)

    with pytest.raises(ValidationError) as refusal:
        other.edit(by=None, url=VARIANTS[0])

    assert existing_in(refusal.value, field="url") == kept.public_id
    assert (other.url, other.address) == (
        "https://courier.example/road",
        key_of("https://courier.example/road"),
    )


# --- Kept twice before --------------------------------------------------------------------------


def test_twins_go_on_as_they_are():
    first, second = make_twins(BRIDGE, VARIANTS[0])

    for twin in (first, second):
        twin.edit(by=None, headline="Changed")
        twin.edit(by=None, headline="Again", url=f"{twin.url}#top")

    assert Article.objects.filter(headline="Again").count() == 2
    with pytest.raises(ValidationError):
        make_article(url=VARIANTS[1])


def test_one_twin_does_not_take_the_others_very_url():
    first, second = make_twins(BRIDGE, VARIANTS[0])

    with pytest.raises(ValidationError, match=f"article {first.public_id}") as refusal:
        second.edit(by=None, url=BRIDGE)

    assert list(refusal.value.message_dict) == ["url"]


def test_an_address_is_taken_until_its_last_twin_has_left():
    first, second = make_twins(BRIDGE, VARIANTS[0])

    first.remove(by=None)
    with pytest.raises(ValidationError, match=f"article {second.public_id}"):
        make_article(url=BRIDGE)
    second.edit(by=None, url="https://courier.example/road")

    assert make_article(url=BRIDGE).twin == Article.objects.get(pk=second.pk).twin == 0


def test_the_version_before_keeps_articles_while_it_still_runs_beside_this_one():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO claims_article (public_id, version, created_at, headline, language, url, "
            "text_is_public) VALUES ('a0000000b1', 1, CURRENT_TIMESTAMP, 'H', 'en', %s, TRUE)",
            [BRIDGE],
        )

    article = Article.objects.get()

    assert (article.address, article.twin) == (None, 0)


@pytest.mark.parametrize("is_kept_again", [False, True])
def test_what_the_version_before_has_kept_gets_its_key_with_the_next_edit(is_kept_again):
    article = make_article(url=BRIDGE)
    Article.objects.update(address=None)
    if is_kept_again:
        make_article(url=VARIANTS[0])

    Article.objects.get(pk=article.pk).edit(by=None, headline="Changed")

    kept = Article.objects.get(pk=article.pk)
    assert (kept.headline, kept.address) == ("Changed", key_of(BRIDGE))
    assert kept.twin == int(is_kept_again)
    with pytest.raises(ValidationError):
        make_article(url=VARIANTS[1])


def test_another_refusal_of_the_databases_is_told_as_what_it_is():
    first, _ = make_twins(BRIDGE, VARIANTS[0])

    with pytest.raises(IntegrityError), one_of_two_at_once(first, BRIDGE):
        raise IntegrityError(
            'null value in column "language" of relation "claims_article" violates not-null '
            f"constraint DETAIL: Failing row contains (1, An address, null, {BRIDGE}?url=1)."
        )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_migrating_keeps_articles_that_were_kept_twice():
    before = [("claims", "0012_due_in_order")]
    executor = MigrationExecutor(connection)
    executor.migrate(before)
    articles = executor.loader.project_state(before).apps.get_model("claims", "Article")
    urls = [VARIANTS[0], None, BRIDGE, "https://courier.example/road", VARIANTS[1], None]
    for number, url in enumerate(urls):
        articles.objects.create(
            # The oldest has the highest key.
            public_id=f"000000000{number}",
            headline="H",
            url=url,
            created_at=f"2026-05-0{9 - number}T12:00Z",
        )

    call_command("migrate", verbosity=0)

    kept = Article.objects.order_by("public_id").values_list("url", "twin")
    assert list(kept) == list(zip(urls, [2, 0, 1, 0, 0, 0], strict=True))
    with pytest.raises(ValidationError):
        make_article(url=VARIANTS[2])


# --- Fixtures -----------------------------------------------------------------------------------


def written(path, url, **fields):
    row = {
        "model": "claims.article",
        "fields": {
            "public_id": "a0000000b1",
            "headline": "By hand",
            "url": url,
            "created_at": "2026-05-04T12:00:00Z",
            **fields,
        },
    }
    path.write_text(json.dumps([row]))
    return str(path)


def test_a_fixture_that_was_written_by_hand_has_its_address_too(tmp_path):
    call_command("loaddata", written(tmp_path / "articles.json", BRIDGE), verbosity=0)

    with pytest.raises(ValidationError, match="article a0000000b1"):
        make_article(url=VARIANTS[0])


@pytest.mark.parametrize("fields", [{}, {"address": None}, {"address": "0" * 32}])
def test_no_fixture_brings_an_article_once_more(fields, tmp_path):
    make_article(url=BRIDGE)
    fixture = written(tmp_path / "articles.json", VARIANTS[0], **fields)

    with pytest.raises(IntegrityError, match=r"address"):
        call_command("loaddata", fixture, verbosity=0)
