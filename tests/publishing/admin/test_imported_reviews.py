"""Other desks' checks in the admin: importing by hand, reading them, saying what labels mean."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.scopes import Role
from publishing.models import ImportedReview, ReviewLabel
from tests.desk.editor import Editor
from tests.newsroom import make_rating, the
from tests.publishing.imported import make_review, make_template
from tests.publishing.reviews.specimens import URL, claim_review, rating

pytestmark = pytest.mark.django_db

LIST = "/admin/publishing/importedreview/"
IMPORT = f"{LIST}add/"


def told(editor, **posted):
    answer = editor.client.post(IMPORT, posted)
    assert answer.status_code == 200
    return answer.content.decode()


def page_of(review):
    return f"{LIST}{review.public_id}/change/"


def test_what_is_pasted_is_imported_and_reported(rey):
    text = json.dumps([claim_review(), claim_review(claimReviewed="")])

    page = told(rey, text=text)

    assert "1 accepted, 0 changed, 0 unchanged, 1 refused" in page
    assert "<td>/1</td><td>It has no claimReviewed" in page
    assert ImportedReview.objects.get().created_by == rey.person


def test_a_file_is_imported_with_the_address_of_its_page(rey):
    script = json.dumps(claim_review(url="/a"))
    html = f'<script type="application/ld+json">{script}</script>'.encode()
    file = SimpleUploadedFile("page.html", html)

    assert "1 accepted" in told(rey, file=file, page="https://checks.example/b")

    assert ImportedReview.objects.get().url == "https://checks.example/a"


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({}, "Paste something, or choose a file."),
        ({"text": " "}, "Paste something, or choose a file."),
        ({"text": "{}", "page": "no address"}, "A web address"),
        ({"text": "{", "page": ""}, "All of it</td><td>It is no JSON"),
        ({"text": "<p>Hello"}, "The page has no ClaimReview"),
        ({"text": '"' * 100_000}, "There is no ClaimReview in it."),
        ({"text": "[" * 100_000}, "It is nested too deep."),
    ],
)
def test_what_cannot_be_imported_says_why(rey, posted, said):
    assert said in told(rey, **posted)
    assert not ImportedReview.objects.exists()


def test_a_file_that_takes_too_long_is_for_the_command(rey):
    page = told(rey, file=SimpleUploadedFile("x.json", b"x" * (5 * 1024 * 1024 + 1)))

    assert "Use manage.py import_claimreview" in page


def test_only_the_first_refusals_are_listed(rey):
    page = told(rey, text="\n".join(['{"x": 1}'] * 203))

    assert page.count("There is no ClaimReview in it.") == 200
    assert "And 3 more." in page


def test_annotators_read_them_and_import_none():
    make_review()
    ann = Editor(the(Role.ANNOTATOR))

    assert "Checks Desk" in ann.text_of(LIST)
    assert ann.client.get(IMPORT).status_code == 403
    assert ann.client.post(IMPORT, {"text": "{}"}).status_code == 403


@pytest.mark.parametrize(
    ("query", "count"),
    [
        *(("", 2), ("?q=glass+bridge", 1), ("?q=second.example", 1), ("?q=nothing", 0)),
        *(("?rating=unknown", 1), ("?rating=false", 1), ("?language__exact=pt", 1)),
        *(("?site=checks.example", 1), ("?template__exact=suspected", 0)),
    ],
)
def test_the_list_is_searched_and_filtered(rey, query, count):
    make_rating("false")
    make_review()
    make_review(
        url="https://second.example/1",
        claimReviewed="The ferry sank.",
        inLanguage="pt",
        **rating(alternateName="Não é bem assim"),
    )

    assert rey.text_of(LIST + query).count('class="field-organisation"') == count


def test_a_page_says_whose_check_it_is_and_has_all_of_it(rey):
    raw = claim_review(keywords="<b>bold</b>", description="x")
    review = make_review(**raw)

    page = rey.text_of(page_of(review))

    assert "A check by Checks Desk, not by us" in page
    assert f'<a href="{URL}" rel="noreferrer noopener">' in page
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert "https://paper.example/glass" in page
    assert 'name="_act" value="save"' not in page


def test_a_reviewer_says_what_a_label_means_and_may_think_again(rey):
    false = make_rating("false")
    review = make_review(**rating(alternateName="Fake as fake can be"))
    page = rey.open(page_of(review))

    rey.client.post(page.address, {"_act": "read_as", "read_as-rating": "false"})
    review.refresh_from_db()
    assert review.rating == false

    rey.client.post(page.address, {"_act": "read_as", "read_as-rating": "unknown"})
    review.refresh_from_db()
    assert review.rating is None
    assert ReviewLabel.objects.get().site == "checks.example"


def test_annotators_have_no_button_for_it():
    page = Editor(the(Role.ANNOTATOR)).open(page_of(make_review()))

    assert page.buttons == []


def test_a_template_is_cleared_on_the_page_of_any_of_its_checks(rey):
    review = make_template()[0]
    assert "Not shown." in rey.text_of(page_of(review))

    rey.client.post(page_of(review), {"_act": "clear"})

    assert ImportedReview.objects.shown().count() == 5


def test_a_line_of_the_table_is_added_changed_and_removed(rey):
    make_rating("false")
    address = "/admin/publishing/reviewlabel/"
    page = rey.open(f"{address}add/")

    rey.client.post(page.address, {"_act": "save", "label": "Bulo", "site": "checks.example"})

    line = ReviewLabel.objects.get()
    assert (line.label, line.site, line.rating) == ("Bulo", "checks.example", None)
    assert "Bulo" in rey.text_of(address)
    posted = {"version": line.version, "post": "yes"}
    rey.client.post(f"{address}{line.public_id}/delete/", posted)
    assert not ReviewLabel.objects.exists()


def test_they_are_narrowed_by_language_and_by_naming_none(rey):
    named, unnamed = make_review(inLanguage="pt"), make_review(url=f"{URL}2", inLanguage="")

    def shown(language):
        text = rey.client.get(f"{LIST}?language={language}").content.decode()
        return [each for each in (named, unnamed) if page_of(each) in text]

    assert (shown("pt"), shown("unknown"), shown("")) == ([named], [unnamed], [named, unnamed])
