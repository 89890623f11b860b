"""A claim with everything that can stand around it, in each state that a record can be in."""

from collections.abc import Callable
from typing import Any

from accounts.scopes import Role
from claims.models import Claim, Question
from tests import newsroom
from tests.newsroom import evidence, the

NOTICE = "The council has published its estimate."

Scene = dict[str, Any]


def unchecked() -> Scene:
    """The claim alone, with whom and what it names."""
    office = newsroom.make_source("County government", kind="government")
    people = {
        "office": office,
        "claimant": newsroom.make_source("Roads office", speaks_for=office),
        "via": newsroom.make_source("County radio", kind="media"),
        "publisher": newsroom.make_source("Mill Courier", kind="media"),
        "witness": newsroom.make_source("Engineer’s report", kind="document"),
        "protected": newsroom.make_source("Clerk of the council", kind="person"),
    }
    # Each is asked once, and there may be several scenes.
    wider = newsroom.make_question(f"What will the county build? ({Question.objects.count()})")
    question = newsroom.make_question(part_of=wider)
    article = newsroom.make_article(publisher=people["publisher"])
    original = newsroom.make_claim(statement="It was said before.")
    claim = newsroom.make_claim(
        article=article,
        question=question,
        repeats=original,
        attributions=[{"source": people["claimant"], "via": people["via"]}],
        note="Ask the clerk.",
        assignee=the(Role.ANNOTATOR),
    )
    rows = {"claim": claim, "original": original, "article": article}
    return rows | people | {"question": question, "wider": wider}


def _evidence(scene: Scene) -> list[dict[str, Any]]:
    return [
        evidence(source=scene["witness"]),
        {"source": scene["protected"], "protected": "She would lose her post."},
    ]


def _with_draft(scene: Scene, **fields: Any) -> Scene:
    fields = {"evidence": _evidence(scene)} | fields
    return scene | {"verdict": newsroom.make_draft(claim=scene["claim"], **fields)}


def drafting() -> Scene:
    return _with_draft(unchecked())


def _submit(scene: Scene) -> Scene:
    scene["verdict"].submit(by=the(Role.ANNOTATOR))
    return scene


def in_review() -> Scene:
    return _submit(drafting())


def _publish(scene: Scene, notice: str = "") -> Scene:
    scene["verdict"].publish(by=the(Role.REVIEWER), notice=notice)
    return scene


def published() -> Scene:
    return _publish(in_review())


def correction_under_way() -> Scene:
    scene = published()
    return _with_draft(scene, summary="On second thoughts.") | {"older": scene["verdict"]}


def corrected() -> Scene:
    return _publish(_submit(correction_under_way()), notice=NOTICE)


def retracted() -> Scene:
    scene = published()
    scene["verdict"].retract(by=the(Role.REVIEWER), reason="It was of another bridge.")
    return scene


def retracted_and_drafting() -> Scene:
    scene = retracted()
    return _with_draft(scene) | {"older": scene["verdict"]}


def published_again() -> Scene:
    return _publish(_submit(retracted_and_drafting()), notice=NOTICE)


def closed() -> Scene:
    scene = unchecked()
    scene["claim"].close(by=the(Role.ANNOTATOR), reason="dropped")
    return scene


def closed_after_retraction() -> Scene:
    scene = retracted()
    Claim.objects.get(pk=scene["claim"].pk).close(by=the(Role.ANNOTATOR), reason="dropped")
    return scene


NAMED = {"article", "claimant", "via", "publisher", "witness", "question"}
STANDS = NAMED | {"claim", "verdict"}

# State → what readers see of the scene. Everything else is hidden from them; the desk sees all.
SEEN_BY_READERS: dict[Callable[[], Scene], set[str]] = {
    unchecked: set(),
    drafting: set(),
    in_review: set(),
    published: STANDS,
    correction_under_way: NAMED | {"claim", "older"},
    corrected: STANDS,
    # A retraction hides nothing that readers know already; the claim's own page is a 410.
    retracted: NAMED,
    retracted_and_drafting: NAMED,
    published_again: STANDS,
    closed: set(),
    closed_after_retraction: NAMED,
}

LIST_OF = {
    "claim": "claims",
    "original": "claims",
    "verdict": "verdicts",
    "older": "verdicts",
    "article": "articles",
    "question": "questions",
    "wider": "questions",
}


def list_of(name: str) -> str:
    """The list in which this row of a scene stands."""
    return LIST_OF.get(name, "sources")
