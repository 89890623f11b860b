"""The article's page: pasting one, and reading its text with the claims that were marked in it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.changed_words import versions_address, where_they_stand
from claims.admin.figures import accepted_figures
from claims.admin.followed import Followed
from claims.admin.highlights import pieces
from claims.admin.status import status_badge, with_status_names, work_badge
from claims.intake import read_article_text
from claims.models import Article, Claim
from claims.models.kept_once import existing_in
from factcheck.desk.acts import Act
from factcheck.desk.form import FieldsForm
from factcheck.desk.record_page import RecordPage

# What is known about an article besides its text.
ABOUT = ["headline", "url", "publisher", ["published_at", "language"], "text_is_public"]
# Ways in which an article comes, in an editor's words.
NAMES = {"file": "file", "fetch": "address"}
PASTE = Act("save", "Keep this article", saves=True, primary=True)


class ArticleForm(FieldsForm):
    class Meta:
        model = Article
        fields: list[str] = []


class PasteForm(ArticleForm):
    """A text, pasted or as a file, and what is known about it."""

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField in-text"}),
        help_text="Paste the whole text. Claims are marked in exactly these words.",
    )
    file = forms.FileField(
        required=False,
        label="Or a file",
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,text/plain,text/html"}),
        help_text=(
            "Plain text in UTF-8, or a page saved in the browser as “HTML only”: what it says of "
            "itself comes up to be looked over before anything is kept."
        ),
    )
    fetch = forms.URLField(
        required=False,
        label="Or fetch a page",
        widget=forms.URLInput(attrs={"class": "vLargeTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["headline"].required = False
        self.fields["headline"].help_text = "Empty: the first line of the text."
        if settings.FETCH_ALLOWED_HOSTS:
            hosts = ", ".join(settings.FETCH_ALLOWED_HOSTS)
            self.fields["fetch"].help_text = f"Its address, at one of these: {hosts}."
        else:
            del self.fields["fetch"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        named = [name for name in ("file", "fetch") if given.get(name)]
        if not given.get("text") and not named and not {"file", "fetch"} & self.errors.keys():
            raise ValidationError({"text": "Paste the text, or choose a file."})
        ways = [*(["text"] if (given.get("text") or "").strip() else []), *named]
        if len(ways) > 1:
            two = f"Keep one of the two: {ways[0]} or {NAMES[ways[1]]}."
            raise ValidationError({ways[1]: f"There is a {ways[0]} above already. {two}"})
        return given


class ArticlePage(Followed, RecordPage):
    def acts(self) -> Sequence[Act]:
        return [PASTE] if self.record is None else super().acts()

    def do_save(self) -> HttpResponse:
        article = self.save_own()
        if self.record is None:
            message = "Kept. Now select words in the text to mark a claim."
            return self.done(article, message)
        return self.done(article, "Saved.")

    def place(self, error: ValidationError) -> None:
        existing = existing_in(error, field="url")
        if existing is not None:
            article = Article.objects.get(public_id=existing)
            error = ValidationError({**error.error_dict, "url": self._which_has_the_url(article)})
        self.sheet.place(error)
        self._keep_what_was_read()

    def _which_has_the_url(self, article: Article) -> ValidationError:
        written = "" if article.url == self.posted.get("url") else f", written as {article.url}"
        address = reverse("admin:claims_article_change", args=[article.public_id])
        revise = reverse("admin:claims_article_revise", args=[article.public_id])
        return ValidationError(
            format_html(
                'There is an article with this URL already{}: <a href="{}">{}</a>. If its text has '
                'changed, keep this one there as a <a href="{}">new version of the text</a>.',
                written,
                address,
                article,
                revise,
            )
        )

    def _keep_what_was_read(self) -> None:
        """A browser forgets the file it has sent, so its text goes into the form."""
        file = self.request.FILES.get("file")
        if file is None or self.posted is None:
            return
        file.seek(0)
        try:
            self.posted["text"] = read_article_text(file.read()).text
        except ValidationError:
            return

    def context(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        revision = self.record.latest_revision
        claims = self._claims()
        here = [claim for claim in claims if claim.is_here]
        return {
            "twins": list(self.record.others_at(self.record.url)),
            "claims": claims,
            "revision": revision,
            "versions": versions_address(self.record, revision.number)
            if revision.number > 1
            else "",
            "pieces": pieces(revision.text, here),
            "may_mark": may(self.request.user, Scope.CLAIMS_WRITE),
            "may_revise": self.may_save(),
        }

    def _claims(self) -> list[Any]:
        """The article's claims, each where its words are in the latest text."""
        rows = with_status_names(Claim.objects.filter(article=self.record))
        rows = rows.select_related("assignee", "revision").prefetch_related(accepted_figures())
        claims = where_they_stand(rows.order_by("pk"))
        for claim in claims:
            claim.badge, claim.work_badge = status_badge(claim), work_badge(claim)
        return claims
