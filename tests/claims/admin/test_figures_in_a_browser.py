"""Figures in a real browser: worked on by hand, read by axe, stopped by no policy."""

from typing import Any

import pytest

from accounts.scopes import Role
from claims.models import Claim, Question
from tests.desk.chromium import Window
from tests.newsroom import (
    make_article,
    make_claim,
    make_published,
    make_question,
    make_source,
    the,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a password for the test"
TEXT = (
    "Kyiv counts 10,000 troops, Washington put the number at 3,000. Officials speak of thousands "
    "of troops; some 2,600 troops are expected in Kursk. Others deny that troops are there."
)


def open_window(chromium: Any, base: str, **look: Any) -> Window:
    annotator = the(Role.ANNOTATOR)
    annotator.set_password(PASSWORD)
    annotator.save()
    window = Window(chromium, base, **look)
    window.log_in(annotator.username, PASSWORD)
    return window


def dispute() -> Question:
    """Figures that contradict one another, one without a unit, a narrower question."""
    question = make_question("How many troops are in Russia?", unit="troops")
    narrower = make_question("How many in Kursk?", unit="troops", part_of=question, place="Kursk")
    article = make_article("The answers are far apart", text=TEXT)
    moscow = {"source": make_source("Moscow"), "stance": "denies"}
    for quote, asked, by in (
        ("10,000 troops", question, "Kyiv"),
        ("Washington put the number at 3,000", question, "Washington"),
        ("thousands of troops", question, "Officials"),
        ("some 2,600 troops", narrower, "Budanov"),
    ):
        says = {"source": make_source(by), "stance": "asserts"}
        make_claim(quote, article=article, question=asked, attributions=[says, moscow])
    make_claim("troops are there", article=article, question=question)
    make_published(claim=Claim.objects.get(quote="10,000 troops"))
    return question


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 360])
def test_a_question_with_its_disagreement(chromium: Any, live_server: Any, scheme: str, width: int):
    question = dispute()
    window = open_window(chromium, live_server.url, scheme=scheme, width=width)

    window.visit(f"/admin/claims/question/{question.public_id}/change/")

    shown = [each for each in window.page.locator("svg.chart").all() if each.is_visible()]
    assert len(shown) == 1
    assert shown[0].bounding_box()["width"] <= width
    window.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_annotator_accepts_corrects_and_adds(chromium: Any, live_server: Any, scheme: str):
    question = dispute()
    claim = Claim.objects.get(quote="Washington put the number at 3,000")
    window = open_window(chromium, live_server.url, scheme=scheme)
    window.visit(f"/admin/claims/claim/{claim.public_id}/change/")
    figure = window.page.get_by_role("group", name="Figure 1: 3,000")
    assert "Does it count troops? Accept it to say so." in figure.inner_text()

    figure.get_by_text("Accept", exact=True).click()
    figure.get_by_text("Correct it").click()
    figure.get_by_label("It means").select_option("less than")
    window.look()
    window.page.get_by_label("Add a figure").fill("at most 4,000 troops")
    window.press("Save draft")

    said = [(row.text, row.comparator, row.unit) for row in claim.quantities.order_by("position")]
    assert said == [("3,000", "<", "troops"), ("at most 4,000", "<=", "troops")]
    window.page.get_by_role("radio", name="≤ 4,000 troops").check()
    window.press("Save draft")
    assert claim.quantities.answers().get().text == "at most 4,000"
    question.refresh_from_db()
    assert question.has_conflict
    window.close()


def test_without_script_a_figure_is_rejected_and_another_added(chromium: Any, live_server: Any):
    claim = make_claim("Some 1,300 lorries")
    cookies = open_window(chromium, live_server.url)
    state = cookies.context.storage_state()
    cookies.close()
    plain = chromium.new_context(java_script_enabled=False, storage_state=state)
    tab = plain.new_page()
    tab.goto(f"{live_server.url}/admin/claims/claim/{claim.public_id}/change/")

    tab.get_by_text("Reject", exact=True).click()
    tab.get_by_label("Add a figure").fill("1,200 lorries")
    tab.get_by_role("button", name="Save draft").click()
    tab.wait_for_load_state("load")
    plain.close()

    said = [(row.text, row.state) for row in claim.quantities.order_by("position")]
    assert said == [("Some 1,300", "rejected"), ("1,200", "confirmed")]


def test_lists_and_the_queue_show_chips(chromium: Any, live_server: Any):
    dispute()
    window = open_window(chromium, live_server.url)

    for path in ("/admin/", "/admin/claims/claim/", "/admin/claims/question/?figures=disagree"):
        window.visit(path)

    window.close()
