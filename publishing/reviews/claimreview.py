"""
A ClaimReview as desks publish it, with all that they do differently, read into a Review.

https://schema.org/ClaimReview. Nothing is guessed from numbers: one desk's 4 of 6 is “falso”.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from publishing.reviews.addresses import absolute, host_of, several
from publishing.reviews.dates import day_of
from publishing.reviews.limits import (
    LONGEST_CLAIM,
    LONGEST_DATE,
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_NUMBER,
    MOST_APPEARANCES,
    cut,
    require_storable,
)
from publishing.reviews.review import Review, Unreadable
from publishing.reviews.values import (
    each_of,
    first_of,
    flat,
    is_a,
    names_of,
    prose_of,
    text_of,
)

TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# What PHP makes of a list that is printed as a text.
_NO_NAME = "Array"
# Where some keep the claim’s words when there is no claimReviewed.
_WORDS_ELSEWHERE = ("description", "name")

Resolve = Callable[[Any], Any]


def review_of(
    node: dict[str, Any], *, page: str = "", language: str = "", resolve: Resolve
) -> Review:
    """
    The review that a ClaimReview object is.

    `page` is the address it stood at, for relative ones; `resolve` gives the object that a mere
    {"@id"} names. Raises Unreadable with the reason why it is none.
    """
    require_storable(node)
    said, notes = flat(node), []  # type: tuple[dict[str, Any], list[str]]
    item = flat(resolve(first_of(said.get("itemReviewed"))))
    item = item if isinstance(item, dict) else {}
    url = _address(said, page)
    name, site = _organisation(said, page, resolve)
    rating = _rating(said, resolve)
    label = text_of(rating.get("alternateName")) or _words(rating.get("ratingValue"))
    made, claimed = text_of(said.get("datePublished")), text_of(item.get("datePublished"))
    return Review(
        url=url,
        claim=_claim(said, item, notes),
        organisation=(name or host_of(site) or host_of(url))[:LONGEST_NAME],
        organisation_url=site,
        site=host_of(url),
        title=cut(
            prose_of(said.get("headline")) or prose_of(said.get("name")),
            LONGEST_NAME,
            "title",
            notes,
        ),
        language=_language(said.get("inLanguage")) or language,
        label=cut(label, LONGEST_LABEL, "label", notes),
        rating_value=_number(rating.get("ratingValue")),
        best_rating=_number(rating.get("bestRating")),
        worst_rating=_number(rating.get("worstRating")),
        review_date=made[:LONGEST_DATE],
        reviewed_on=day_of(made),
        claimant=cut(
            ", ".join(_names(item.get("author"), resolve)), LONGEST_NAME, "claimant", notes
        ),
        claim_date=claimed[:LONGEST_DATE],
        claimed_on=day_of(claimed),
        appearances=_appearances(item, page, resolve),
        notes=notes,
        raw=node,
    )


def _address(said: dict[str, Any], page: str) -> str:
    given = _link(said.get("url"))
    for each in (given, _link(said.get("mainEntityOfPage")), _link(said.get("@id"))):
        if each and (address := absolute(each, page)):
            return address
        if each and each is given:
            break
    if not given and page:
        return page
    if not given:
        raise Unreadable("It has no url.")
    raise Unreadable(f"Its url “{given[:200]}” leads nowhere: a whole web address is needed.")


def _link(value: Any) -> str:
    """The address that a text or an object gives."""
    value = flat(first_of(value))
    if isinstance(value, dict):
        return text_of(value.get("url")) or text_of(value.get("@id"))
    return text_of(value)


def _claim(said: dict[str, Any], item: dict[str, Any], notes: list[str]) -> str:
    text = prose_of(said.get("claimReviewed"))
    if not text and is_a(item, "Claim"):
        text = next(filter(None, (prose_of(item.get(name)) for name in ("name", "text"))), "")
    for holder, owner in ((item, "the claim’s"), (said, "the review’s")):
        for name in _WORDS_ELSEWHERE:
            if not text and "claimReviewed" not in said and (text := prose_of(holder.get(name))):
                notes.append(f"There is no claimReviewed: the words are {owner} {name}.")
    if not text:
        raise Unreadable("It has no claimReviewed: nobody can tell which claim it is about.")
    if len(text) > LONGEST_CLAIM:
        raise Unreadable(f"Its claim is longer than {LONGEST_CLAIM:,} characters.")
    return text


def _organisation(said: dict[str, Any], page: str, resolve: Resolve) -> tuple[str, str]:
    """
    Whose review it is and its address, from author or else publisher; empty where neither says.

    A journalist is not the desk.
    """
    name = address = ""
    for each in [*each_of(said.get("author")), *each_of(said.get("publisher"))]:
        each = flat(resolve(each))
        if is_a(each, "Person") and not is_a(each, "Organization", "NewsMediaOrganization"):
            continue
        named = [said for said in names_of([each]) if said != _NO_NAME]
        if isinstance(each, str) and named and absolute(each).startswith(each[:8]):
            named, each = [], {"url": each}
        name = name or next(iter(named), "")
        address = address or absolute(_link(each) if isinstance(each, dict) else "", page)
    return name, address


def _names(value: Any, resolve: Resolve) -> list[str]:
    return names_of([resolve(each) for each in each_of(value)])


def _rating(said: dict[str, Any], resolve: Resolve) -> dict[str, Any]:
    rating = flat(resolve(first_of(said.get("reviewRating"))))
    if isinstance(rating, dict):
        return rating
    return {"alternateName": rating}


def _words(value: Any) -> str:
    """A rating’s value where it is words; a number says nothing."""
    text = text_of(value)
    return text if re.search(r"[^\W\d_]{2}", text) else ""


def _number(value: Any) -> str:
    return text_of(value)[:LONGEST_NUMBER]


def _language(value: Any) -> str:
    value = flat(first_of(value))
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return language_tag(text_of(value))


def language_tag(text: str) -> str:
    """The tag as BCP 47 writes it; empty for what is none."""
    primary, dash, rest = text.replace("_", "-").partition("-")
    tag = f"{primary.lower()}{dash}{rest}"
    return tag if len(tag) <= 35 and TAG.fullmatch(tag) else ""


def _appearances(item: dict[str, Any], page: str, resolve: Resolve) -> list[str]:
    """Where the claim was made: the claim’s appearances or, of an older item, the item itself."""
    given = [*each_of(item.get("firstAppearance")), *each_of(item.get("appearance"))]
    if not given and not is_a(item, "Claim"):
        given = each_of(item.get("url"))
    given = given or each_of(item.get("sameAs"))
    return _addresses((_link(resolve(each)) for each in given), page)


def _addresses(texts: Iterable[str], page: str) -> list[str]:
    found = (absolute(each, page) for text in texts for each in several(text))
    return list(dict.fromkeys(filter(None, found)))[:MOST_APPEARANCES]
