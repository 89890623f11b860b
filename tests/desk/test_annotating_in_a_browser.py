"""The annotation screen in a real browser: by mouse, by keyboard alone, by two people at once."""

from collections.abc import Iterator
from typing import Any

import pytest

from accounts.scopes import Role
from claims.models import Article, Claim, Verdict
from sources.models import Source
from tests.desk.annotator import Screen
from tests.desk.chromium import Window
from tests.newsroom import (
    SCALE,
    make_article,
    make_claim,
    make_draft,
    make_published,
    make_question,
    make_rating,
    make_source,
    the,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a password for the test"


@pytest.fixture
def screens(chromium: Any, live_server: Any) -> Iterator[Any]:
    """Opens an article's screen for somebody, and closes it after the test."""
    opened: list[Window] = []

    def open_screen(role: Role, article: Article, **look: Any) -> Screen:
        person = the(role)
        person.set_password(PASSWORD)
        person.save()
        window = Window(chromium, live_server.url, **look)
        opened.append(window)
        window.log_in(person.username, PASSWORD)
        return Screen(window, article)

    # In this order, on keys 1 to 8.
    for slug in SCALE:
        make_rating(slug)
    yield open_screen
    for window in opened:
        window.close()


def test_from_selected_words_to_a_published_verdict_by_mouse(screens: Any):
    article = make_article()
    make_source("County council", aliases=["the council"])
    make_question()
    ann = screens(Role.ANNOTATOR, article)
    nothing_yet = ann.page.get_by_text("No claims yet.")
    assert nothing_yet.is_visible()

    ann.drag("4.2 million euros")
    ann.page.get_by_role("button", name="Mark as a claim").click()
    ann.page.locator("#marker-figures .figure-chip", has_text="4,200,000 EUR").wait_for()
    ann.window.look()
    ann.page.get_by_label("Statement one sentence").fill("The repair costs 4.2 million euros.")
    ann.page.locator("#marker").get_by_role("combobox", name="Source", exact=True).fill("council")
    ann.page.get_by_role("option", name="County council").click()
    ann.page.get_by_role("combobox", name="Question it answers").fill("bridge")
    ann.page.get_by_role("option", name="What does the bridge cost?").click()
    ann.page.get_by_label("Note for the desk only").fill("Ask for the estimate.")
    ann.page.locator("#marker").get_by_role("button", name="Mark").click()
    ann.told("Marked.")

    claim = Claim.objects.get()
    assert not nothing_yet.is_visible()
    assert ann.marked() == {claim.public_id: "4.2 million euros"}
    assert claim.attributions.get().source.name == "County council"
    assert (claim.question.text, claim.note) == (
        "What does the bridge cost?",
        "Ask for the estimate.",
    )

    ann.page.locator("#text .words").click()
    ann.page.locator(".rating-pick", has_text="Mostly false").click()
    ann.page.get_by_label("Finding").fill("The estimate says 3.1 million.")
    ann.page.get_by_role("button", name="Add evidence").click()
    ann.page.get_by_label("Address of the evidence").fill("https://county.example/estimate.pdf")
    ann.page.get_by_role("button", name="Save draft").click()
    ann.told("Draft saved.")
    ann.window.look()
    ann.page.get_by_role("button", name="Send to review").click()
    ann.told("Sent to review.")
    assert ann.page.get_by_role("button", name="Publish").count() == 0

    rey = screens(Role.REVIEWER, article)
    rey.page.locator("#text .words").click()
    rey.page.get_by_role("button", name="Publish", exact=True).click()
    rey.told("Published.")

    assert Verdict.objects.get().state == "published"
    assert rey.page.locator("#text .tag--mostly-false").count() == 1
    rey.window.look()


def test_from_a_sentence_to_a_published_verdict_without_a_pointer(screens: Any):
    article = make_article()
    ann = screens(Role.ANNOTATOR, article)

    ann.keys("l", "ArrowDown", "ArrowDown", "ArrowDown", "n")
    ann.page.keyboard.type("Some 1,300 lorries cross the Mill Bridge each day.")
    ann.keys("Tab")
    ann.page.keyboard.type("Roads office")
    ann.page.get_by_role("option", name="New source: “Roads office”").wait_for()
    ann.keys("Enter")
    ann.page.locator(".new-source").wait_for()
    ann.page.keyboard.type("Gov")
    ann.keys("Enter")
    ann.told("Roads office is a source now.")
    ann.keys("Control+Enter")
    ann.told("Marked.")

    claim = Claim.objects.get()
    assert claim.quote.startswith("Some 1,300 lorries")
    assert claim.quote.endswith("take the ferry.")
    assert Source.objects.get().kind == "government"
    assert claim.attributions.get().source.name == "Roads office"

    ann.keys("c", "Enter")
    ann.card(claim).locator(".draft-form").wait_for()
    ann.keys("1")
    ann.told("True. Not saved yet.")
    ann.keys("Tab")
    ann.page.keyboard.type("The office counted them.")
    ann.keys("Tab", "Enter")
    ann.page.keyboard.type("https://roads.example/count")
    ann.keys("Control+Enter")
    ann.told("Draft saved.")
    for _ in range(8):
        if ann.page.evaluate("document.activeElement.textContent") == "Send to review":
            break
        ann.keys("Tab")
    ann.keys("Enter")
    ann.told("Sent to review.")

    rey = screens(Role.REVIEWER, article)
    rey.keys("j", "Enter")
    rey.card(claim).get_by_role("button", name="Publish", exact=True).wait_for()
    for _ in range(20):
        rey.keys("Tab")
        if rey.page.evaluate("document.activeElement.textContent") == "Publish":
            break
    rey.keys("Enter")
    rey.told("Published.")

    assert Verdict.objects.get().rating.slug == "true"


def test_a_suggestion_is_accepted_with_its_speaker_or_dismissed(screens: Any):
    article = make_article()
    make_source("Highways department", aliases=["roads office"])
    ann = screens(Role.ANNOTATOR, article)

    ann.keys("s")
    ann.page.locator(".suggestion", has_text="roads office had put").get_by_role(
        "button", name="Accept"
    ).click()
    source = ann.page.locator("#marker").get_by_role("combobox", name="Source", exact=True)
    assert source.input_value() == "Highways department"
    ann.keys("Control+Enter")
    ann.told("Marked.")
    # The list is fetched anew after a save; what is dismissed is what has the focus then.
    ann.page.locator(".suggestion", has_text="roads office had put").wait_for(state="detached")
    ann.page.wait_for_load_state("networkidle")

    ann.keys("s")
    dismissed = ann.page.evaluate("document.activeElement.textContent")
    ann.keys("d")
    ann.told("Dismissed.")

    ann.open()
    left = ann.page.locator("#suggestions").text_content()
    assert dismissed
    assert dismissed not in left
    assert "roads office had put" not in left
    assert Claim.objects.get().attributions.get().source.name == "Highways department"


def test_two_people_see_each_others_claims_on_their_next_action(screens: Any):
    article = make_article()
    ann, rey = screens(Role.ANNOTATOR, article), screens(Role.REVIEWER, article)

    for screen, words in ((ann, "18 months"), (rey, "3.1 million euros")):
        screen.select(words)
        screen.keys("n", "Control+Enter")
        screen.told("Marked.")

    assert sorted(rey.marked().values()) == ["18 months", "3.1 million euros"]
    assert len(ann.marked()) == 1
    ann.page.evaluate("window.dispatchEvent(new Event('focus'))")
    ann.page.locator("#text .words", has_text="3.1 million euros").wait_for()


def test_nobody_overwrites_the_other_and_what_was_typed_stays(screens: Any):
    claim = make_claim(note="to do")
    ann = screens(Role.ANNOTATOR, claim.article)
    ann.page.locator("#text .words").click()
    note = ann.card(claim).get_by_label("Note for the desk only")
    note.fill("done by Ann")
    Claim.objects.get(pk=claim.pk).edit(by=the(Role.REVIEWER), note="done by Rey")

    ann.card(claim).get_by_role("button", name="Save claim").click()

    table = ann.page.locator("#conflict .compare")
    table.wait_for()
    assert "done by Rey" in table.inner_text()
    assert "done by Ann" in table.inner_text()
    ann.window.look()
    ann.page.get_by_role("button", name="Back to my form").click()
    assert note.input_value() == "done by Ann"
    ann.card(claim).get_by_role("button", name="Save claim").click()
    ann.page.get_by_role("button", name="Save mine on top").click()
    ann.told("Saved.")

    claim.refresh_from_db()
    assert claim.note == "done by Ann"


def test_a_draft_saved_by_two_is_decided_on_the_screen(screens: Any):
    draft = make_draft()
    ann = screens(Role.ANNOTATOR, draft.claim.article)
    ann.page.locator("#text .words").click()
    ann.page.get_by_label("Finding").fill("Ann’s finding.")
    Verdict.objects.get(pk=draft.pk).edit(by=the(Role.REVIEWER), summary="Rey’s finding.")

    ann.page.get_by_role("button", name="Save draft").click()

    table = ann.page.locator("#conflict .compare")
    table.wait_for()
    assert "Rey’s finding." in table.inner_text()
    ann.page.get_by_role("button", name="Keep theirs").click()
    ann.has_value("Finding", "Rey’s finding.")


def test_a_retraction_asks_for_its_reason(screens: Any):
    verdict = make_published()
    rey = screens(Role.REVIEWER, verdict.claim.article)
    rey.page.locator("#text .words").click()

    rey.page.get_by_role("button", name="Retract").click()
    rey.page.get_by_label("Why it is retracted").fill("It was of another bridge.")
    rey.page.get_by_role("button", name="Retract").click()
    rey.told("Retracted.")

    verdict.refresh_from_db()
    assert verdict.state == "retracted"


def test_evidence_may_be_a_record_and_a_claim_is_closed_and_reopened(screens: Any):
    claim = make_claim()
    ann = screens(Role.ANNOTATOR, claim.article)
    ann.page.locator("#text .words").click()
    ann.page.locator(".rating-pick", has_text="Unproven").click()
    ann.page.get_by_role("button", name="Add evidence").click()
    ann.page.get_by_label("What it is").select_option("a described record")
    ann.page.get_by_label("The record").fill("The clerk showed us the file on 3 May.")
    ann.page.get_by_role("button", name="Save draft").click()
    ann.told("Draft saved.")
    ann.page.get_by_label("The record").fill("The clerk showed us the file on 4 May.")
    ann.page.get_by_role("button", name="Save draft").click()
    ann.told("Draft saved.")

    ann.page.get_by_text("Close the claim").click()
    ann.page.get_by_label("Why it leaves the queue").select_option("Not checkable")
    ann.page.get_by_role("button", name="Close", exact=True).click()
    ann.told("Closed.")
    ann.window.look()
    ann.page.get_by_role("button", name="Reopen").click()
    ann.told("Reopened.")

    piece = Verdict.objects.get().evidence.get()
    assert piece.record == "The clerk showed us the file on 4 May."
    assert (piece.url, piece.protected) == ("", "")


def test_a_draft_that_is_not_sent_is_saved_and_what_is_typed_then_is_not_left_behind(screens: Any):
    claim = make_claim()
    ann = screens(Role.ANNOTATOR, claim.article)
    ann.page.locator("#text .words").click()
    ann.page.locator(".rating-pick", has_text="Unproven").click()
    ann.page.get_by_label("Finding").fill("Nobody can say.")
    ann.page.get_by_role("button", name="Send to review").click()
    ann.told("Draft saved, but not sent.")
    asked: list[str] = []
    ann.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    ann.page.get_by_label("Finding").fill("Nobody can say yet.")
    ann.page.get_by_role("link", name="Articles").last.click(no_wait_after=True)
    ann.page.wait_for_timeout(500)

    assert asked == ["beforeunload"]
    assert ann.page.get_by_label("Finding").input_value() == "Nobody can say yet."
    assert Verdict.objects.get().summary == "Nobody can say."


def test_the_sources_found_come_into_sight(screens: Any):
    make_source("County council")
    ann = screens(Role.ANNOTATOR, make_article())
    ann.drag("4.2 million euros")
    ann.page.get_by_role("button", name="Mark as a claim").click()
    sought = ann.page.locator("#marker").get_by_role("combobox", name="Source", exact=True)
    sought.focus()
    ann.page.set_viewport_size({"width": 1280, "height": 420})
    sought.evaluate("(input) => input.scrollIntoView({block: 'end'})")

    ann.page.keyboard.type("council")
    last = ann.page.get_by_role("option", name="New source: “council”")
    last.wait_for()

    assert last.evaluate("(option) => option.getBoundingClientRect().bottom <= innerHeight")


def test_words_that_are_marked_already_are_told_while_they_are_marked(screens: Any):
    claim = make_claim("3.1 million euros", statement="The roads office said 3.1 million.")
    ann = screens(Role.ANNOTATOR, claim.article)
    taken = ann.page.locator(".taken")

    ann.select("4.2 million euros")
    ann.keys("n")
    ann.page.locator("#marker").wait_for()
    assert not taken.is_visible()
    ann.keys("Escape")

    ann.select("3.1 million euros")
    ann.keys("n")
    taken.get_by_text("These words are marked already.").wait_for()
    ann.window.look()
    ann.page.get_by_label("Statement one sentence").fill("So said the roads office.")
    taken.get_by_role("link", name="The roads office said 3.1 million.").click()
    ann.card(claim).locator(".claim-form").wait_for()
    ann.has_value("Statement one sentence", "So said the roads office.")
    ann.page.locator("#marker").get_by_role("button", name="Mark").click()
    ann.told("Marked.")

    assert {each.statement for each in claim.alike()} == {"So said the roads office."}


def test_whoever_has_the_name_of_a_new_source_may_be_taken_instead(screens: Any):
    known = make_source("US intelligence")
    article = make_article()
    ann = screens(Role.ANNOTATOR, article)

    ann.select("4.2 million euros")
    ann.keys("n")
    source = ann.page.locator("#marker").get_by_role("combobox", name="Source", exact=True)
    source.fill("U.S. Intelligence")
    ann.page.get_by_role("option", name="New source: “U.S. Intelligence”").click()
    ann.page.get_by_role("button", name="Take US intelligence").click()
    ann.page.locator("#marker").get_by_role("button", name="Mark").click()
    ann.told("Marked.")

    assert Claim.objects.get().attributions.get().source == known
    assert Source.objects.get() == known


def test_a_question_that_is_asked_already_is_taken(screens: Any):
    article = make_article()
    ann = screens(Role.ANNOTATOR, article)

    ann.select("4.2 million euros")
    ann.keys("n")
    ann.page.get_by_role("combobox", name="Question it answers").fill("Who pays?")
    new = ann.page.get_by_role("option", name="New question: “Who pays?”")
    new.wait_for()
    asked = make_question("WHO  PAYS?", unit="")
    new.click()
    ann.has_value("Question it answers", "WHO  PAYS?")
    ann.page.locator("#marker").get_by_role("button", name="Mark").click()
    ann.told("Marked.")

    assert Claim.objects.get().question == asked


def test_without_script_the_text_and_the_claims_are_there(chromium: Any, screens: Any):
    claim = make_claim()
    ann = screens(Role.ANNOTATOR, claim.article)
    plain = chromium.new_context(
        java_script_enabled=False, storage_state=ann.window.context.storage_state()
    )
    tab = plain.new_page()
    tab.goto(ann.page.url)

    tab.locator("#text .words").click()

    assert tab.url.endswith(f"#claim-{claim.public_id}")
    assert claim.statement in tab.locator(f"#claim-{claim.public_id}").inner_text()
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 360])
def test_it_fits_and_axe_finds_nothing_grave(screens: Any, scheme: str, width: int):
    article = make_article()
    for quote, make in (
        ("4.2 million euros", make_published),
        ("18 months", make_draft),
        ("1,300 lorries", None),
    ):
        claim = make_claim(quote, article=article, attributions=[{"source": make_source(quote)}])
        if make is not None:
            make(claim=claim)
    make_claim("Some 1,300 lorries cross the bridge", article=article)
    ada = screens(Role.ADMINISTRATOR, article, scheme=scheme, width=width)

    ada.window.look()
    ada.page.locator("#text .words", has_text="18 months").click()
    ada.page.locator(".draft-form").wait_for()
    ada.window.look()
    ada.keys("Escape", "s")
    ada.window.look()
    ada.keys("l")
    ada.window.look()
    ada.keys("n")
    ada.window.look()
    ada.keys("Escape", "?")
    ada.window.look()


def test_an_open_claim_says_which_other_answers_it_contradicts(screens: Any):
    text = (
        "The mayor says 4.2 million euros, her deputy 5.25 million euros, others 4.2 million euros."
    )
    article, question = make_article(text=text), make_question()
    deputy = make_source("Deputy mayor")
    claim = make_claim("says 4.2 million euros", article=article, question=question)
    make_claim(
        "5.25 million euros", article=article, question=question, attributions=[{"source": deputy}]
    )
    make_claim("others 4.2 million euros", article=article, question=question)
    make_published(claim=claim)
    ann = screens(Role.ANNOTATOR, article)

    ann.page.locator("#text .words", has_text="says 4.2 million euros").click()
    answers = ann.card(claim).get_by_label("Other answers to its question")
    answers.wait_for()

    assert answers.locator(".answers-head").inner_text() == (
        "Cannot be true together with another answer:"
    )
    assert answers.get_by_role("listitem").all_inner_texts() == [
        "5,250,000 EUR Deputy mayor 1.25×",
    ]
    assert answers.locator(".answers-fit").inner_text() == "Fits 4,200,000 EUR"
    # Its form is locked and hidden, so the card itself names the question.
    assert ann.card(claim).get_by_role("link", name=question.text).is_visible()
    assert ann.card(claim).locator(".verdict-state .badge .glyph").count() == 1
    ann.window.look()


def test_a_claim_that_was_checked_before_is_known_and_linked(screens: Any):
    old = make_claim("4.2 million euros", statement="The bridge costs 4.2 million euros.")
    make_published(claim=old, rating=make_rating("disputed"))
    article = make_article(
        "The bridge again", text="The mayor said it: the bridge costs more than 5.25 million euros."
    )
    ann = screens(Role.ANNOTATOR, article)

    ann.drag("the bridge costs more than 5.25 million euros")
    ann.page.get_by_role("button", name="Mark as a claim").click()
    match = ann.page.get_by_role("list", name="Checked before").get_by_role("listitem")
    match.get_by_text("Disputed").wait_for()
    match.get_by_text("> 5,250,000 EUR here, 4,200,000 EUR there: more than 1.25×").wait_for()
    ann.window.look()
    match.get_by_label("The same claim again").check()
    ann.page.locator("#marker").get_by_role("button", name="Mark").click()
    ann.told("Marked.")

    assert Claim.objects.get(article=article).repeats == old


def test_words_that_nobody_has_checked_are_marked_as_before(screens: Any):
    make_published(claim=make_claim("4.2 million euros"))
    article = make_article("Ferry", text="The ferry has carried goats since the summer began.")
    ann = screens(Role.ANNOTATOR, article)

    ann.drag("carried goats")
    ann.page.get_by_role("button", name="Mark as a claim").click()
    with ann.page.expect_response("**/api/v1/match/"):
        ann.page.get_by_label("Statement one sentence").fill("Goats took the ferry this summer.")

    assert ann.page.get_by_role("list", name="Checked before").count() == 0
