"""The public record at the desk: its versions, withholding one, and bringing checks up to date."""

import re

import pytest

from accounts.scopes import Role
from claims.models import Document, FactCheckVersion
from claims.record.withholding import withhold
from tests.desk.editor import Editor
from tests.newsroom import make_claim, make_published, make_source, make_superseded, the

pytestmark = pytest.mark.django_db

VERSIONS = "/admin/claims/factcheckversion/"


def named_by_a_published_check(name="Roads office"):
    source = make_source(name)
    verdict = make_published(claim=make_claim(attributions=[{"source": source}]))
    return source, verdict


def page_of(source):
    return f"/admin/sources/source/{source.public_id}/change/"


def test_the_desk_reads_every_version(ann: Editor):
    verdict = make_published()

    text = ann.text_of(VERSIONS)

    assert verdict.claim.statement in text
    assert "Withhold" not in text


def test_a_versions_page_is_headed_by_the_claim_and_says_which_version_it_is(ann: Editor):
    claim = make_claim(statement="The bridge costs 4.2 million euros.")
    make_superseded(claim=claim)

    text = ann.text_of(f"{VERSIONS}2/change/")

    heading, below = re.findall(r"<h[12]>(.*?)</h[12]>", text)
    assert heading == claim.statement
    assert re.fullmatch(r"Version 2, corrected on \d+ \w+ \d{4}, \d\d:\d\d", below)
    assert f"<title>{claim.statement}" in text
    assert "Version 2 of “The bridge costs 4.2 million euros.”" in text
    # Neither as Django names a row, nor with the history of what never changes.
    assert "View published version" not in text
    assert str(FactCheckVersion.objects.get(version=2)) not in text
    assert "historylink" not in text


def test_a_versions_page_leads_to_what_readers_find_unless_it_is_withheld(ann: Editor):
    verdict = make_published()
    readers = f"http://testserver/factchecks/{verdict.claim.public_id}/versions/1/"

    before = ann.text_of(f"{VERSIONS}1/change/")
    withhold(FactCheckVersion.objects.get(), by=the(Role.ADMINISTRATOR), reason="An order.")
    after = ann.text_of(f"{VERSIONS}1/change/")

    assert f'<a href="{readers}">' in before
    assert ann.client.get(readers, follow=True).status_code == 451
    assert readers not in after


def test_the_list_leads_to_each_versions_page(ann: Editor):
    make_published()

    page = ann.client.get(VERSIONS)

    assert f'<a href="{VERSIONS}1/change/">1</a>' in page.content.decode()


@pytest.mark.parametrize(("four_eyes", "said"), [(True, "yes"), (None, "–")])
def test_a_versions_page_says_of_two_people_what_the_list_says(ann: Editor, four_eyes, said):
    verdict = make_published()
    if four_eyes is None:
        verdict.retract(by=the(Role.REVIEWER), reason="The estimate was withdrawn.")
    last = FactCheckVersion.objects.order_by("sequence").last()

    page = ann.client.get(f"{VERSIONS}{last.sequence}/change/").content.decode()

    assert last.four_eyes is four_eyes
    assert re.search(rf"Four eyes:</label>\s*<div class=\"readonly\">{said}</div>", page)


def test_only_administrators_are_offered_to_withhold(ann: Editor, rey: Editor, ada: Editor):
    make_published()

    assert "Withhold …" in ada.text_of(VERSIONS)
    for editor in (ann, rey):
        assert editor.client.get(f"{VERSIONS}1/withhold/").status_code == 403
        assert editor.client.post(f"{VERSIONS}1/withhold/", {"reason": "So."}).status_code == 403


def test_an_administrator_withholds_a_version_with_a_reason(ada: Editor):
    make_published()

    asked = ada.text_of(f"{VERSIONS}1/withhold/")
    ada.client.post(f"{VERSIONS}1/withhold/", {"reason": "An order of 3 May 2025."})

    assert "deleted for good" in asked
    assert Document.objects.get().body is None
    assert FactCheckVersion.objects.get(kind="withheld").notice == "An order of 3 May 2025."


def test_without_a_reason_nothing_is_withheld(ada: Editor):
    make_published()

    ada.client.post(f"{VERSIONS}1/withhold/", {"reason": "  "})

    assert Document.objects.get().body is not None


def test_a_renamed_source_asks_a_reviewer_to_publish_updates(rey: Editor):
    source, _ = named_by_a_published_check()
    page = rey.open(page_of(source))
    assert "Publish updates" not in page.text

    after = page.shown_after(page.press("save", name="Roads agency"))
    assert "Publish updates of 1 published check" in after.text
    done = after.shown_after(after.press("publish_updates"))

    assert "1 published check updated." in done.text
    assert "Publish updates" not in done.text
    last = FactCheckVersion.objects.get(version=2)
    assert (last.kind, last.notice) == ("updated", "")


def test_a_notice_makes_the_update_news(rey: Editor):
    source, _ = named_by_a_published_check()
    page = rey.open(page_of(source))
    page = page.shown_after(page.press("save", name="Roads agency"))

    page.press("publish_updates", publish_updates__notice="It was another office.")

    assert FactCheckVersion.objects.get(version=2).notice == "It was another office."


def test_an_annotator_is_not_asked(ann: Editor):
    source, _ = named_by_a_published_check()
    page = ann.open(page_of(source))

    after = page.shown_after(page.press("save", name="Roads agency"))

    assert "Publish updates" not in after.text


def test_what_documents_do_not_carry_asks_for_nothing(rey: Editor):
    source, _ = named_by_a_published_check()
    page = rey.open(page_of(source))

    after = page.shown_after(page.press("save", description="Of the county."))

    assert "Publish updates" not in after.text
