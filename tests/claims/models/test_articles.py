"""Articles: what is known about a text, and the text itself, which does not change."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from accounts.scopes import Role
from claims.models import Article, ArticleRevision
from factcheck.records.refusals import NotAllowed, Refused
from tests import newsroom
from tests.newsroom import TEXT, make_article, make_person

pytestmark = pytest.mark.django_db


def test_an_article_has_its_text_as_its_first_revision(annotator):
    article = make_article()

    revision = article.revisions.get()
    assert (revision.number, revision.text) == (1, TEXT)
    assert (revision.created_by, revision.created_at) == (annotator, article.created_at)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        (unicodedata.normalize("NFD", "café"), "café"),
    ],
)
def test_a_text_is_kept_in_one_form(given, kept):
    assert make_article(text=given).text == kept


@pytest.mark.parametrize("text", ["", " \n\t", "\ud800", "nul\0"])
def test_an_article_needs_a_text(text):
    with pytest.raises(ValidationError) as refusal:
        make_article(text=text)

    assert list(refusal.value.message_dict) == ["text"]
    assert not Article.objects.exists()


def test_each_address_is_kept_once():
    make_article(url="https://courier.example/bridge")

    with pytest.raises(ValidationError, match="There is an article with this URL already"):
        make_article(url="https://courier.example/bridge")

    assert ArticleRevision.objects.count() == 1


@pytest.mark.parametrize("url", [None, ""])
def test_articles_without_an_address_do_not_get_in_each_others_way(url):
    first, second = make_article(url=url), make_article(url=url)

    assert (first.url, second.url) == (None, None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"headline": ""}, "headline"),
        ({"url": "courier"}, "url"),
        ({"language": "English"}, "language"),
        ({"language": ""}, "language"),
    ],
)
def test_nonsense_is_refused_by_field(fields, wrong):
    with pytest.raises(ValidationError) as refusal:
        make_article(**fields)

    assert wrong in refusal.value.message_dict


@pytest.mark.parametrize("language", ["en", "uk", "pt-BR", "zh-Hant-TW", "sgn"])
def test_languages_are_tags(language):
    assert make_article(language=language).language == language


def test_its_text_is_not_overwritten_and_the_refusal_names_the_door(annotator):
    article = make_article()

    with pytest.raises(Refused, match="Add this one as a new version of the text") as refusal:
        article.edit(by=annotator, text="Other.", headline="Other")

    assert refusal.value.code == "text_is_kept"
    assert Article.objects.get().headline == "Bridge to cost more"


def test_saying_the_same_text_in_another_form_is_no_change(annotator):
    article = make_article()

    article.edit(by=annotator, text=TEXT.replace("\n", "\r\n"), headline="Bridge")

    assert (article.headline, article.revisions.count()) == ("Bridge", 1)


def test_an_article_with_claims_is_not_deleted(annotator):
    article = newsroom.make_claim().article

    with pytest.raises(ProtectedError):
        article.remove(by=annotator)

    assert Article.objects.filter(pk=article.pk).exists()


def test_its_author_or_a_reviewer_deletes_an_article(annotator, reviewer):
    first, second = make_article(), make_article()

    with pytest.raises(NotAllowed, match="This needs the role reviewer"):
        first.remove(by=make_person(Role.ANNOTATOR))
    first.remove(by=annotator)
    second.remove(by=reviewer)

    assert not ArticleRevision.objects.exists()


@pytest.mark.parametrize("verb", ["add", "edit", "revise", "remove"])
def test_somebody_without_a_role_writes_no_article(verb, outsider):
    article = make_article()
    acts = {
        "add": lambda: make_article(by=outsider),
        "edit": lambda: article.edit(by=outsider, headline="Mine"),
        "revise": lambda: article.revise("Other.", by=outsider),
        "remove": lambda: article.remove(by=outsider),
    }

    with pytest.raises(NotAllowed, match="This needs the role annotator"):
        acts[verb]()
