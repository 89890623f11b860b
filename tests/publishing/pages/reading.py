"""A reader with a browser that keeps nothing: pages as they come, and rows to fill them."""

from typing import Any

from django.test import Client

from claims.models import Article, Claim
from tests import newsroom


def read(path: str, **headers: Any) -> Any:
    """The answer to somebody who comes for the first time."""
    return Client().get(path, **headers)


def text_of(path: str) -> str:
    """The page as HTML."""
    return read(path).content.decode()


def path_of(claim: Claim) -> str:
    """The address that the claim's latest document gives."""
    return read(f"/factchecks/{claim.public_id}/")["Location"]


def make_checked(quote: str = "4.2 million euros", **fields: Any) -> Claim:
    """A published claim; in an article of its own unless one is named."""
    of_claim = ("article", "statement", "attributions", "question")
    claim_fields = {name: fields.pop(name) for name in of_claim if name in fields}
    claim = newsroom.make_claim(quote, **claim_fields)
    newsroom.make_published(claim=claim, **fields)
    return claim


def make_open_article(**fields: Any) -> Article:
    """An article whose text readers may see."""
    fields = {"url": "https://courier.example/bridge", "text_is_public": True} | fields
    return newsroom.make_article(**fields)


def make_long_article(statements: int) -> Article:
    """An open article with so many checked statements, each with two pieces of evidence."""
    said = [
        f"Office number {number} counts {number},{number:03} lorries on the bridge every day"
        for number in range(10, statements + 10)
    ]
    text = "\n\n".join(
        f"{each}, and it has done so since the spring of last year." for each in said
    )
    article = make_open_article(text=text)
    source = newsroom.make_source("The roads office of the county")
    rating = newsroom.make_rating("mostly-false")
    evidence = [
        newsroom.evidence(url=f"https://county.example/roads/{part}/counts-of-lorries-2024.pdf",
                          title=f"Counts of lorries on the county’s bridges, part {part}")
        for part in ("one", "two")
    ]  # fmt: skip
    for each in said:
        make_checked(
            each,
            article=article,
            statement=f"{each}, as the county says.",
            attributions=[{"source": source, "stance": "asserts"}],
            rating=rating,
            evidence=evidence,
            summary="The office counts them once a year, in one week of June, and on weekdays "
            "only; the figure for the whole year is an estimate.",
        )
    return article


def one_of_everything(checks: int = 1) -> dict[str, str]:
    """One of everything, with so many checks, and the address of each kind of page."""
    question = newsroom.make_question()
    source = newsroom.make_source("Roads office")
    article = make_open_article()
    quotes = ["4.2 million euros", "3.1 million euros", "1,300 lorries", "18 months", "another 300"]
    quotes += ["Mill Bridge", "council", "spring", "Monday", "ferry"]
    for quote in quotes[:checks]:
        claim = make_checked(
            quote,
            article=article,
            question=question,
            attributions=[{"source": source, "stance": "asserts"}],
        )
        newsroom.make_published(claim=claim, notice="It was another bridge.")
    path = path_of(claim)
    return {
        "article": f"/articles/{article.public_id}/",
        "check": path,
        "version": f"{path}versions/1/",
        "question": f"/questions/{question.slug}/",
        "source": f"/sources/{source.slug}/",
    }
