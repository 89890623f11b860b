"""manage.py import_article: a text file in, an article out, or one sentence and nothing."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article, Claim
from sources.models import Source

pytestmark = pytest.mark.django_db

REAL = Path(__file__).parents[3] / "shared" / "data" / "articles" / "north-korean-troops.txt"
needs_the_real_article = pytest.mark.skipif(
    not REAL.exists(), reason="The real article lies beside the project, and it is not there."
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("- Bridge “shut”\nIt is shut.\n", encoding="utf-8")
    return str(path)


def import_article(*arguments: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("import_article", *arguments, stdout=out)
    return out.getvalue()


def refusal(*arguments: str) -> str:
    """The sentence with which the command refuses, having kept nothing."""
    before = (Article.objects.count(), Source.objects.count())
    with pytest.raises(CommandError) as refused:
        import_article(*arguments)
    assert (Article.objects.count(), Source.objects.count()) == before
    return str(refused.value)


def test_a_file_alone_becomes_an_article(file):
    import_article(file)

    article = Article.objects.get()
    assert article.headline == "Bridge “shut”"
    assert article.text == "- Bridge “shut”\nIt is shut.\n"
    assert (article.language, article.url, article.publisher) == ("en", None, None)
    assert (article.published_at, article.created_by) == (None, None)
    assert not article.text_is_public


def test_what_is_said_of_it_is_kept(file):
    import_article(
        file,
        "--headline=Brücke zu",
        "--language=de-AT",
        "--url=https://demo.example/bridge",
        "--publisher=Sorne Gazette",
        "--published=2024-10-24",
    )

    article = Article.objects.get()
    assert article.headline == "Brücke zu"
    assert (article.language, article.url) == ("de-AT", "https://demo.example/bridge")
    assert article.published_at == date(2024, 10, 24)
    assert (article.publisher.name, article.publisher.kind) == ("Sorne Gazette", "media")


def test_a_known_publisher_is_found_by_its_alias(file):
    gazette = Source.add(by=None, name="Sorne Gazette", kind="media", aliases=["The Gazette"])

    import_article(file, "--publisher", "the gazette")

    assert Article.objects.get().publisher == gazette


def test_it_says_what_it_assumed_and_where_to_go_on(file):
    printed = import_article(file, "--publisher", "Sorne Gazette")

    assert "Added: Bridge “shut” (the first line)" in printed
    assert "Sorne Gazette, not known before: added as a media outlet (sorne-gazette)" in printed
    assert "no date given" in printed
    assert f"/admin/claims/article/{Article.objects.get().public_id}/change/" in printed


def test_the_link_opens_the_article_at_the_desk(file, annotator_at_desk):
    link = import_article(file).split()[-1]

    response = annotator_at_desk.get(link)

    assert response.status_code == 200
    assert "Bridge “shut”" in response.content.decode()


def test_the_link_names_the_public_host_where_there_is_one(file, settings):
    settings.PUBLIC_URL = "https://facts.example"

    assert "at https://facts.example/admin/claims/article/" in import_article(file)


def test_it_reads_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Brücke zu".encode())))

    import_article("-")

    assert Article.objects.get().headline == "Brücke zu"


def test_an_empty_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    assert refusal("-") == "standard input: The text is empty."


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://demo.example/bridge", ""),
        ("http://www.demo.example/bridge/", ", written as https://demo.example/bridge"),
    ],
)
def test_a_url_that_is_there_already_is_refused_with_its_publisher(url, written, file):
    import_article(file, "--url", "https://demo.example/bridge")

    sentence = refusal(file, "--url", url, "--publisher", "New Outlet")

    article = Article.objects.get()
    assert sentence == (
        f"--url: There is an article with this URL already{written}: "
        f"article {article.public_id} ({article}). If its text has changed, "
        f"keep the new version of the text at /admin/claims/article/{article.public_id}/revise/"
    )
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--published=24.10.2024", "--published 24.10.2024 is no date; write it as 2024-10-24."),
        ("--published=", "--published  is no date; write it as 2024-10-24."),
        ("--url=bridge", "--url: Enter a valid URL."),
        ("--language=English!", "--language: A language tag (BCP 47), as in en, uk or pt-BR."),
    ],
)
def test_a_bad_option_is_refused_by_its_name(file, option, sentence):
    assert refusal(file, option, "--publisher=New Outlet") == sentence


def test_an_ambiguous_publisher_is_refused_with_the_candidates(file):
    Source.add(by=None, name="Gazette", kind="media", slug="gazette-of-sorne")
    Source.add(by=None, name="Sorne Gazette", kind="media", aliases=["Gazette"])

    sentence = refusal(file, "--publisher", "Gazette")

    assert sentence.startswith("--publisher: “Gazette” may be any of these: Gazette (gazette-of-")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refusal(f"{tmp_path}/none.txt").endswith(
        "none.txt cannot be read: No such file or directory."
    )


def test_a_folder_is_refused(tmp_path):
    assert "cannot be read: Is a directory." in refusal(str(tmp_path))


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes("Bridge “shut”".encode("cp1252"))

    assert refusal(str(path)).startswith(f"{path}: This text is not UTF-8: the byte 0x93 at posit")


@needs_the_real_article
def test_the_real_article_is_taken_in_whole():
    import_article(str(REAL))

    article = Article.objects.get()
    lines = REAL.read_text(encoding="utf-8").split("\n")
    assert f"- {article.headline}" == lines[0]
    assert article.text.split("\n") == lines


@needs_the_real_article
def test_a_claim_of_the_real_article_can_be_marked(annotator):
    import_article(str(REAL))

    claim = Claim.mark(
        by=annotator, article=Article.objects.get(), quote="10,000 North Korean troops"
    )

    assert claim.prefix.endswith("An injection of ")
