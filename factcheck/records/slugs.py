"""Slugs: readable names for paths, unique within their kind."""

from typing import Any

from django.utils.text import slugify

LONGEST = 60


def readable(text: str) -> str:
    """The text as a slug, cut at a word; empty where nothing of it can be written in ASCII."""
    stem = slugify(text)[: LONGEST + 1]
    if len(stem) > LONGEST:
        stem = stem.rpartition("-")[0] or stem[:LONGEST]
    return stem.strip("-_")


def free_slug(model: Any, text: str, fallback: str) -> str:
    """
    A slug of `text` that no row of `model` has yet, numbered from 2 when taken.

    `fallback` serves where nothing of the text can be written in ASCII.
    """
    stem = readable(text) or fallback
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
