"""Where an article is published, and how each address is kept once: decision 0021."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.db.models import Q

from accounts.access import ReadableQuerySet
from claims.models.kept_once import CODE, is_overtaken
from claims.record.addresses import key_of
from factcheck.index.keys import KEY_LENGTH
from factcheck.records.change import Difference
from factcheck.records.record import Record

# What refuses the second of two, by the names that kept_once.is_overtaken asks for.
OVERTAKEN = (
    "claims_article_once_per_address",
    "claims_article_url_",
    "claims_article.address",
    "claims_article.url",
)


class AddressedQuerySet(ReadableQuerySet):
    """What anybody asks by address."""

    def at_address(self, url: str) -> Self:
        """The article of this address, however it is written; several where `twin` counts them."""
        key = key_of(url)
        return self.filter(url=url) if key is None else self.filter(address=key)


class Addressed(Record):
    """A row with a URL, and the key of it, which follows wherever the URL goes."""

    url = models.URLField(
        "URL",
        max_length=2000,
        null=True,
        blank=True,
        unique=True,
        help_text="Where readers find it. Each address is kept once, however it is written.",
    )
    # claims.record.addresses.key_of the URL.
    address = models.CharField(max_length=KEY_LENGTH, null=True, editable=False)
    # 0, but for articles that were kept at one address, written in several ways, before that was
    # refused: the oldest has 0, the others count from 1. The database knows the 0, too, for the
    # version before this column, which runs on while a newer one migrates.
    twin = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    class Meta:
        abstract = True
        constraints = [
            # With a condition, so that SQLite makes an index of it and leaves the table alone.
            models.UniqueConstraint(
                name="claims_article_once_per_address",
                fields=["address", "twin"],
                condition=Q(address__isnull=False),
                violation_error_code=CODE,
                violation_error_message="There is an article with this URL already.",
            ),
            models.CheckConstraint(
                name="claims_article_url_null_rather_than_blank",
                condition=Q(url__isnull=True) | ~Q(url=""),
                violation_error_message="Leave the URL out rather than empty.",
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Of named values: a fixture's row goes through no verb, and by hand has no key."""
        super().__init__(*args, **kwargs)
        if kwargs and not args:
            self.address = key_of(self.url)

    def clean(self) -> None:
        """Have the key follow the URL, which needs to be a page's, and of no other article."""
        self.url = self.url or None
        address = key_of(self.url)
        if self.url and address is None and not self._is_stored_at(self.url):
            raise ValidationError({"url": "An http or https address of a page."})
        if address != self.address or self._state.adding:
            # None for the time being, or the constraint refuses once more what is refused here.
            self.address = None
            self.twin = self._twin_at(self.url)
            self.address = address

    def unique_error_message(self, model_class: Any, unique_check: Any) -> ValidationError:
        """Of a URL that is kept letter by letter, by an article that its twin takes it from."""
        if unique_check == ("url",):
            existing = self.others_at(self.url).filter(url=self.url).first()
            if existing is not None:
                return kept_already(existing, self.url)
        return super().unique_error_message(model_class, unique_check)

    def others_at(self, url: str | None) -> Any:
        """Other articles than this one of an address, however it is written, the oldest first."""
        articles: Any = type(self)._default_manager
        if not url:
            return articles.none()
        return articles.at_address(url).exclude(pk=self.pk).order_by("twin")

    def _twin_at(self, url: str | None) -> int:
        """Its number at an address that it comes to. Raises ValidationError where that is taken."""
        if url and self._is_stored_at(url):
            # The version before kept it while this one was being installed.
            last = self.others_at(url).last()
            return last.twin + 1 if last else 0
        existing = self.others_at(url).first()
        if existing is not None:
            raise ValidationError({"url": kept_already(existing, url)})
        return 0

    def _is_stored_at(self, url: str) -> bool:
        return type(self)._default_manager.filter(pk=self.pk, url=url).exists()

    def _insert(self, **how: Any) -> Self:
        with one_of_two_at_once(self, self.url):
            return super()._insert(**how)

    def _write(self, values: dict[str, Any], **how: Any) -> bool:
        """With the key, where `clean` may give it another."""
        is_keyed = self.address is not None or self.url is None
        if "url" in values or not is_keyed:
            values = values | {"address": self.address, "twin": self.twin}
        with one_of_two_at_once(self, values.get("url", self.url)):
            return super()._write(values, **how)

    def _is_news(self, difference: Difference) -> bool:
        return difference.field not in ("address", "twin") and super()._is_news(difference)


def kept_already(existing: Any, url: str | None) -> ValidationError:
    """Why this URL is refused; the article that has it is among the `params`, by its id."""
    written = "" if existing.url == url else f", written as {existing.url}"
    return ValidationError(
        "There is an article with this URL already%(written)s: "
        "article %(existing)s (%(headline)s).",
        code=CODE,
        params={
            "existing": existing.public_id,
            "headline": existing.headline,
            "written": written,
        },
    )


@contextmanager
def one_of_two_at_once(article: Any, url: str | None) -> Iterator[None]:
    """
    Refuse what somebody else has kept at this moment as if it had been there before.

    Around a write that gives the article this URL. Where that fails the transaction stays usable,
    and the article may have its former URL again.
    """
    try:
        yield
    except (IntegrityError, ValidationError) as error:
        is_taken = is_overtaken(error, OVERTAKEN, column="address")
        existing = article.others_at(url).first() if is_taken else None
        if existing is None:
            raise
        raise ValidationError({"url": kept_already(existing, url)}) from error
