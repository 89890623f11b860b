"""A new version of an article's text: adding it, reading both, deciding about each claim."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from claims.models import Article, Claim
from tests import newsroom
from tests.desk.editor import Editor
from tests.newsroom import TEXT, make_article, make_claim, make_published, revise

pytestmark = pytest.mark.django_db

NEW = TEXT.replace("3.1 million", "3.4 million")
PUT_AT = "put the cost at 3.1 million euros"


def address(article: Article, page: str = "versions/2") -> str:
    return f"/admin/claims/article/{article.public_id}/{page}/"


def decide(editor: Editor, claim: Claim, act: str, **words: str) -> HttpResponse:
    """Press a button on the claim's card, as the page was when its claim had this version."""
    fields = {"claim": claim.public_id, "version": str(claim.version), "_act": act}
    return editor.client.post(address(claim.article), fields | words)


def add(editor: Editor, article: Article, **fields: Any) -> HttpResponse:
    return editor.client.post(
        address(article, "revise"), {"version": str(article.version), "text": ""} | fields
    )


def card_of(text: str, claim: Claim) -> str:
    return text.split(f'id="claim-{claim.public_id}"')[1].split("</li>")[0]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_new_version_is_pasted_from_the_articles_page(line_end: str, ann: Editor):
    claim = make_claim(PUT_AT)
    page = ann.text_of(f"/admin/claims/article/{claim.article.public_id}/change/")

    answer = add(ann, claim.article, text=NEW.replace("\n", line_end))

    assert f'href="{address(claim.article, "revise")}"' in page
    assert answer["Location"] == address(claim.article)
    assert claim.article.text == NEW
    assert "Kept as version 2. Claims: 1 to check." in ann.text_of(answer["Location"])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_or_sent_as_a_file(mark: bytes, ann: Editor):
    article = make_article()

    add(ann, article, file=SimpleUploadedFile("new.txt", mark + NEW.encode()))

    assert article.text == NEW


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Paste the text, or choose a file."),
        ({"text": " \r\n"}, "Paste the text, or choose a file."),
        ({"text": TEXT}, "This is the text that is here already"),
        ({"text": NEW, "version": "0"}, "Somebody has saved this article since"),
        ({"file": SimpleUploadedFile("a.txt", b"\xff\xfea\x00")}, "not UTF-8"),
    ],
)
def test_what_is_no_new_version_is_refused_and_stays_typed(
    fields: dict[str, Any], words: str, ann: Editor
):
    article = make_article()

    answer = add(ann, article, **fields)

    assert words in answer.content.decode()
    assert article.revisions.count() == 1


def test_both_texts_stand_side_by_side_with_what_changed(ann: Editor):
    claim = make_claim(PUT_AT)
    revise(claim.article, "3.1 million", "3.4 million")

    text = ann.text_of(address(claim.article))

    assert "Version 1" in text
    assert "<del>3.1</del>" in text.split("The two texts")[1]
    assert "<ins>3.4</ins>" in text.split("The two texts")[1]
    assert text.split("The two texts")[1].count("spot--needs_review") == 6


def test_a_claims_card_says_what_became_of_its_words(ann: Editor):
    doubtful = make_claim(PUT_AT)
    lost = make_claim("18 months", article=doubtful.article)
    same = make_claim(article=doubtful.article)
    article = Article.objects.get()
    article.revise(NEW.replace(" The work will last 18 months.", ""), by=None)

    text = ann.text_of(address(article))

    assert "Check the new wording" in card_of(text, doubtful)
    assert "figures differ" in card_of(text, doubtful)
    assert "<del>3.1</del><ins>3.4</ins>" in card_of(text, doubtful)
    assert "Words no longer in the article" in card_of(text, lost)
    assert f'id="claim-{same.public_id}"' not in text
    assert "1 claim to which nothing is to be done" in text


def test_the_new_words_are_accepted_in_one_press(ann: Editor):
    claim = newsroom.make_doubtful_claim()

    answer = decide(ann, claim, "accept")

    claim = Claim.objects.get()
    assert (claim.quote, claim.revision.number) == ("4.6 million euros", 2)
    text = ann.text_of(answer["Location"])
    assert "Accepted: “4.6 million euros”." in text
    assert "Accepted by The annotator" in text


def test_a_claim_without_words_is_closed_in_one_press(ann: Editor):
    claim = newsroom.make_lost_claim()

    decide(ann, claim, "close")

    assert Claim.objects.get().close_reason == "words_gone"


def test_other_words_are_marked_where_they_were_selected(ann: Editor):
    claim = newsroom.make_lost_claim()
    place = claim.article.text.rindex("million")

    decide(ann, claim, "mark", quote="million", place=str(place))

    claim = Claim.objects.get()
    assert (claim.start, claim.quote) == (place, "million")


@pytest.mark.parametrize(
    ("act", "typed", "words"),
    [
        ("mark", "never said", "are not in the text"),
        ("mark", "", "The quote is empty"),
        ("accept", "", "The words are no longer in the article"),
    ],
)
def test_a_refusal_stands_on_the_card_and_nothing_typed_is_lost(
    act: str, typed: str, words: str, ann: Editor
):
    claim = newsroom.make_lost_claim()

    answer = decide(ann, claim, act, quote=typed)

    card = card_of(answer.content.decode(), claim)
    assert words in card
    assert f">{typed}</textarea>" in card
    assert Claim.objects.get().anchor_state == "lost"


def test_nobody_decides_on_a_page_that_has_passed(ann: Editor, rey: Editor):
    read = newsroom.make_doubtful_claim()
    Claim.objects.get().edit(by=rey.person, note="Wait for me.")

    answer = decide(ann, read, "accept")

    assert "Somebody has saved this since you opened it" in answer.content.decode()
    assert Claim.objects.get().anchor_state == "needs_review"


def published_in_doubt() -> Claim:
    claim = make_published(claim=make_claim(PUT_AT)).claim
    revise(claim.article, "3.1 million", "3.4 million")
    return Claim.objects.get()


def test_under_a_standing_verdict_a_reviewer_amends_in_the_open(rey: Editor):
    claim = published_in_doubt()

    without = decide(rey, claim, "amend", notice="")
    decide(rey, claim, "amend", notice="The article gives another figure now.")

    assert "Say in a notice what changes" in card_of(without.content.decode(), claim)
    assert Claim.objects.get().quote == "put the cost at 3.4 million euros"


def test_the_same_words_elsewhere_are_no_amendment(ann: Editor):
    claim = make_published(claim=make_claim("18 months")).claim
    revise(claim.article, "The work will last 18 months.", "It was closed for 18 months once.")
    place = claim.article.text.index("18 months")

    decide(ann, Claim.objects.get(), "mark", quote="18 months", place=str(place))

    claim = Claim.objects.get()
    assert (claim.revision.number, claim.anchor_state) == (1, "moved")


@pytest.mark.parametrize("number", ["²", "9" * 40, "-1"])
def test_numbers_that_are_none_do_no_harm(number: str, ann: Editor):
    claim = newsroom.make_lost_claim()
    fields = {"claim": claim.public_id, "version": number, "_act": "mark", "place": number}

    answer = ann.client.post(address(claim.article), fields | {"quote": "18 months"})

    assert answer.status_code == 302


def test_an_annotator_is_told_who_may(ann: Editor):
    claim = published_in_doubt()

    card = card_of(ann.text_of(address(claim.article)), claim)
    answer = decide(ann, claim, "amend", notice="Mine.")

    assert "A reviewer can put it on the new ones" in card
    assert 'value="amend"' not in card
    assert 'value="accept"' not in card
    assert "This needs the role reviewer" in answer.content.decode()


@pytest.mark.parametrize("page", ["versions/1", "versions/3", "versions/9"])
def test_there_is_no_comparison_without_two_versions(page: str, ann: Editor):
    article = make_article()
    revise(article, "18 months", "two years")

    assert ann.client.get(address(article, page)).status_code == 404


def test_an_earlier_comparison_stays_readable_and_decides_nothing(ann: Editor):
    claim = newsroom.make_doubtful_claim()
    revise(claim.article, "18 months", "two years")

    text = ann.text_of(address(claim.article))

    assert 'value="accept"' not in text
    assert f'href="{address(claim.article, "versions/3")}"' in text


@pytest.mark.parametrize("page", ["revise", "versions/2"])
def test_outsiders_do_not_get_there(page: str, outsider: Any):
    article = make_article()
    revise(article, "18 months", "two years")

    assert Editor(outsider).client.get(address(article, page)).status_code == 302


def test_the_articles_page_marks_published_words_where_they_are_now(ann: Editor):
    claim = make_published().claim
    revise(claim.article, "The county will", "As of Tuesday, the county will")

    text = ann.text_of(f"/admin/claims/article/{claim.article.public_id}/change/")

    assert f">{claim.quote}</a>" in text
    assert f'href="{address(claim.article)}"' in text


def test_claim_and_verdict_say_that_the_words_have_changed(ann: Editor):
    claim = published_in_doubt()
    where = f"{address(claim.article)}#claim-{claim.public_id}"

    for page in (f"claim/{claim.public_id}", f"verdict/{claim.verdicts.get().public_id}"):
        text = ann.text_of(f"/admin/claims/{page}/change/")
        assert f'href="{where}"' in text
        assert "<del>3.1</del><ins>3.4</ins>" in text


def test_the_queue_shows_what_waits(ann: Editor):
    empty = ann.text_of("/admin/")
    doubtful, lost = newsroom.make_doubtful_claim(), newsroom.make_lost_claim()
    newsroom.make_lost_claim().close(by=ann.person, reason="words_gone")

    text = ann.text_of("/admin/")

    assert 'id="wording"' not in empty
    assert f"#claim-{doubtful.public_id}" in text.split('id="wording"')[1].split("</section>")[0]
    gone = text.split('id="lost"')[1].split("</section>")[0]
    assert f"#claim-{lost.public_id}" in gone
    assert gone.count('class="queue-row"') == 1


@pytest.mark.parametrize("state", ["needs_review", "lost"])
def test_the_list_of_claims_is_narrowed_by_it(state: str, ann: Editor):
    claims = {"needs_review": newsroom.make_doubtful_claim(), "lost": newsroom.make_lost_claim()}

    text = ann.text_of(f"/admin/claims/claim/?words={state}")

    assert [name for name, claim in claims.items() if claim.public_id in text] == [state]


def test_a_url_that_is_kept_already_offers_a_new_version(ann: Editor):
    kept = make_article(url="https://courier.example/bridge")
    page = ann.open("/admin/claims/article/add/")

    after = page.shown_after(page.press("save", text=NEW, url="https://courier.example/bridge"))

    assert f'href="{address(kept, "revise")}"' in after.text


@pytest.mark.parametrize("claims", [1, 8])
def test_the_page_costs_the_same_however_many_claims(
    claims: int, ann: Editor, django_assert_max_num_queries: Any
):
    article = make_article()
    for _ in range(claims):
        make_claim(PUT_AT, article=article)
    revise(article, "3.1 million", "3.4 million")

    # session, user, permissions, article, revisions, claims, places before and here
    with django_assert_max_num_queries(12):
        ann.text_of(address(article))
