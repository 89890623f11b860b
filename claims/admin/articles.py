"""Articles: the list with its claims by status, pasting one, reading one."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from accounts.scopes import Scope
from claims.admin.annotate import annotate
from claims.admin.article_page import ABOUT, ArticleForm, ArticlePage, PasteForm
from claims.admin.from_page import PageScreens
from claims.admin.status import rating_badge
from claims.admin.text_versions import VersionScreens
from claims.intake import read_article_text
from claims.models import Article, Claim, Rating
from claims.models.status import LABELS, RESERVED
from factcheck.desk.glyphs import badge
from factcheck.desk.record_admin import RecordAdmin, RecordList
from sources.models import Source

# Of so many articles the outlets and languages are offered to choose from.
LATEST = 200


class ArticleList(RecordList):
    """Articles with the number of their claims by status, in two queries for all of them."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        articles = list(self.result_list)
        rows = (
            Claim.objects.filter(article__in=[article.pk for article in articles])
            .order_by()
            .values_list("article", "verification_status")
            .annotate(number=Count("pk"))
        )
        counts: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for article, status, number in rows:
            counts[article].append((status, number))
        scale = {rating.slug: rating for rating in Rating.objects.on_the_scale()}
        places = [*scale, *reversed(RESERVED)]
        for article in articles:
            statuses = sorted(counts[article.pk], key=lambda each: places.index(each[0]))
            article.claim_counts = [(slug, scale.get(slug), n) for slug, n in statuses]
        self.result_list = articles

    def url_for_result(self, result: Any) -> str:
        """To its text: what an article is opened for is its claims."""
        return reverse("admin:claims_article_annotate", args=[result.public_id])


def _of_latest(column: str) -> list[Any]:
    """What the latest articles have there; what all of them have, all would have to be read for."""
    latest = Article.objects.order_by("-created_at", "-public_id")[:LATEST]
    return sorted({value for value in latest.values_list(column, flat=True) if value})


class PublisherFilter(admin.SimpleListFilter):
    """The outlets of the latest articles, and the one that a link has chosen."""

    title = "publisher"
    parameter_name = "publisher"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        chosen = Q(pk__in=_of_latest("publisher")) | Q(slug=request.GET.get("publisher", ""))
        publishers = Source.objects.filter(chosen).order_by("name", "pk")
        return list(publishers.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if not self.value():
            return queryset
        # By its key: through a join no database sees that one outlet's articles are in order.
        return queryset.filter(publisher__in=list(Source.objects.filter(slug=self.value())))


class LanguageFilter(admin.SimpleListFilter):
    """The languages of the latest articles."""

    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(tag, tag) for tag in _of_latest("language")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.in_language(self.value()) if self.value() else queryset


@admin.register(Article)
class ArticleAdmin(PageScreens, VersionScreens, RecordAdmin):
    form = ArticleForm
    page = ArticlePage
    write_permission = Scope.ARTICLES_WRITE.permission
    change_form_template = "claims/admin/article.html"
    autocomplete_fields = ["publisher"]
    page_select_related = ("publisher", "created_by")

    list_display = ["headline", "publisher", "published_at", "language", "claims_by_status"]
    list_filter = [PublisherFilter, LanguageFilter, "text_is_public"]
    list_select_related = ["publisher"]
    search_fields = ["headline", "url"]
    search_help_text = "Words of the headline or the text, or the whole URL"
    sortable_by = ["headline", "published_at"]
    ordering = ["-created_at", "-public_id"]

    class Media:
        js = ["desk/mark.js"]

    def matching(self, rows: Any, search: str) -> Any:
        if "://" in search:
            return rows.at_address(search)
        return rows.matching(search, desk=True)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        return ArticleList

    @admin.display(description="Claims")
    def claims_by_status(self, article: Any) -> SafeString | str:
        shown = getattr(article, "claim_counts", [])
        if not shown:
            return "–"
        return format_html_join(
            " ",
            '<span class="count">{} {}</span>',
            (
                (rating_badge(rating) if rating else badge(slug, LABELS[slug]), number)
                for slug, rating, number in shown
            ),
        )

    def get_urls(self) -> list[Any]:
        name = "claims_article_annotate"
        view = self.admin_site.admin_view(self.annotate_view)
        return [path("<str:object_id>/annotate/", view, name=name), *super().get_urls()]

    def annotate_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            return self._nowhere(request, object_id)
        return annotate(request, article, self.admin_site)

    def page_title(self, request: HttpRequest, record: Any) -> str:
        return str(record) if record else "Paste an article"

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = PasteForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            fetch = ["fetch"] if settings.FETCH_ALLOWED_HOSTS else []
            return [(None, {"fields": ["text", "file", *fetch, *ABOUT]})]
        return [("About it", {"fields": ABOUT})]

    def values_for_verb(self, values: dict[str, Any], record: Any) -> dict[str, Any]:
        """A new article's text as it was pasted or sent, and its headline, told if need be."""
        if record is not None:
            return values
        file = values.pop("file", None)
        values.pop("fetch", None)
        raw = file.read() if file else values["text"]
        draft = read_article_text(raw, values["headline"])
        return values | draft._asdict()
