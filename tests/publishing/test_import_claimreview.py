"""manage.py import_claimreview: a file in, a report out."""

import io
import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from publishing.models import ImportedReview
from tests.publishing.reviews.specimens import URL, claim_review

pytestmark = pytest.mark.django_db


def run(path, **options):
    out = io.StringIO()
    call_command("import_claimreview", str(path), stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "reviews.jsonl"
    lines = [claim_review(), claim_review(claimReviewed=""), claim_review(url=f"{URL}-2")]
    path.write_text("\n".join(json.dumps(each) for each in lines), encoding="utf-8")
    return path


def test_it_says_what_became_of_the_items_and_why_not(file):
    assert run(file) == [
        "line 2: It has no claimReviewed: nobody can tell which claim it is about.",
        "2 accepted, 0 changed, 0 unchanged, 1 refused.",
    ]
    assert run(file)[-1] == "0 accepted, 0 changed, 2 unchanged, 1 refused."


def test_it_reads_standard_input(file, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=file.open("rb")))

    assert run("-")[-1] == "2 accepted, 0 changed, 0 unchanged, 1 refused."


def test_it_takes_the_address_of_the_page_and_who_imports(tmp_path, reviewer):
    page = tmp_path / "page.html"
    script = json.dumps(claim_review(url="a"))
    page.write_text(f'<script type="application/ld+json">{script}</script>', encoding="utf-8")

    run(page, page="https://checks.example/b", by=reviewer.username)

    review = ImportedReview.objects.get()
    assert (review.url, review.created_by) == ("https://checks.example/a", reviewer)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"page": "no address"}, "no web address"),
        ({"by": "stranger"}, "Nobody here is called stranger"),
        ({"by": "annotator"}, "needs the role reviewer"),
    ],
)
def test_what_makes_no_sense_is_refused(file, annotator, options, said):
    with pytest.raises(CommandError, match=said):
        run(file, **options)

    assert not ImportedReview.objects.exists()


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"gone\.json cannot be read: No such file"):
        run(tmp_path / "gone.json")
