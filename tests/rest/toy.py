"""A small API over sources, with all of the manners: what the tests of this room talk to."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import GenericViewSet

from accounts.models import User
from factcheck.rest.conditional import ConditionalMixin, require_match
from factcheck.rest.fields import only_fields
from factcheck.rest.filter_kinds import (
    ChoicesFilter,
    DateFilter,
    IdentityFilter,
    InstantFilter,
    NumberFilter,
    WordsFilter,
    YesNoFilter,
)
from factcheck.rest.filters import StrictFilterSet
from factcheck.rest.idempotency import IdempotencyMixin
from factcheck.rest.problems import Gone, unknown_path
from factcheck.rest.query import StrictQueryMixin
from sources.models import Source

COLUMNS = ("public_id", "name", "slug", "kind", "country", "public_since", "created_at", "version")


class ByName(BaseAuthentication):
    """`Authorization: Bearer <username>`; the `auth` is what a token would be."""

    def authenticate(self, request: Request) -> Any:
        scheme, _, name = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme != "Bearer":
            return None
        user = User.objects.get(username=name)
        return user, type("Key", (), {"key": f"key-of-{name}"})()

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="toy"'


def seen_by(request: Any) -> Any:
    """Sources of the kind `anonymous` are the desk's secret here."""
    rows = Source.objects.all()
    return rows if request.user.is_authenticated else rows.exclude(kind="anonymous")


class ToyFilters(StrictFilterSet):
    aliases = {"search": "q"}
    desk_only = frozenset({"public"})

    kind = ChoicesFilter(choices=Source.Kind.choices, help_text="Kind of source")
    country = ChoicesFilter(lookup_expr="iexact", help_text="ISO 3166, as in UA")
    speaks_for = IdentityFilter(queryset=seen_by, help_text="On whose behalf")
    chosen = IdentityFilter(queryset=seen_by, method="pick", help_text="These and no others")
    public = YesNoFilter("public_since", method="by_publicity", help_text="Seen by readers")
    created_after = InstantFilter("created_at", lookup_expr="gte", help_text="At or after")
    created_before = InstantFilter("created_at", lookup_expr="lt", help_text="Before")
    created_on = DateFilter("created_at", lookup_expr="date", help_text="That day, in UTC")
    version = NumberFilter(help_text="Saved so often")
    q = WordsFilter(method="matching", help_text="Words of the name")

    class Meta:
        model = Source
        fields = ["kind", "country", "speaks_for", "q"]

    def pick(self, queryset: Any, name: str, sources: list[Source]) -> Any:
        return queryset.filter(pk__in=[source.pk for source in sources])

    def by_publicity(self, queryset: Any, name: str, answers: list[bool]) -> Any:
        return queryset.filter(public_since__isnull=not answers[0])

    def matching(self, queryset: Any, name: str, words: str) -> Any:
        return queryset.matching(words)


class SourceInput(serializers.Serializer):
    name = serializers.CharField(max_length=200)
    kind = serializers.ChoiceField(Source.Kind.choices, default="person")
    country = serializers.CharField(default="")
    aliases = serializers.ListField(child=serializers.CharField(max_length=20), default=list)


def row_of(values: dict[str, Any]) -> dict[str, Any]:
    return {"id": values["public_id"]} | {name: values[name] for name in COLUMNS[1:]}


class ToyViewSet(IdempotencyMixin, StrictQueryMixin, ConditionalMixin, GenericViewSet):
    """Who says things."""

    authentication_classes = [ByName]
    permission_classes = [AllowAny]
    serializer_class = SourceInput
    filterset_class = ToyFilters
    lookup_field = "public_id"
    orderings = {
        "name": ("name", "public_id"),
        "created_at": ("created_at", "public_id"),
        "public_since": ("public_since", "public_id"),
        "country": ("country", "name", "public_id"),
        "speaks_for": ("speaks_for__name", "public_id"),
    }
    desk_orderings = frozenset({"speaks_for"})
    default_ordering = "-created_at"

    def sees_desk(self, request: Request) -> bool:
        return request.user.is_authenticated

    def get_queryset(self) -> Any:
        return seen_by(self.request)

    def list(self, request: Request) -> Response:
        rows = self.filter_queryset(self.get_queryset())
        columns = (*COLUMNS, "speaks_for__name")
        page = self.paginate_queryset(rows.values(*columns))
        return self.get_paginated_response(only_fields([row_of(row) for row in page], request))

    def retrieve(self, request: Request, public_id: str) -> Response:
        found = self.get_queryset().filter(public_id=public_id).values(*COLUMNS).first()
        if found is None:
            raise Http404
        return self._answer(found)

    def create(self, request: Request) -> Response:
        body = self.get_serializer(data=request.data)
        body.is_valid(raise_exception=True)
        source = Source.add(by=None, **body.validated_data)
        found = Source.objects.values(*COLUMNS).get(pk=source.pk)
        headers = {"Location": f"/api/v1/sources/{source.public_id}/"}
        return self._answer(found, status=201, headers=headers)

    def partial_update(self, request: Request, public_id: str) -> Response:
        source = Source.objects.get(public_id=public_id)
        require_match(request, source.version)
        body = self.get_serializer(data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        source.edit(by=None, **body.validated_data)
        return self._answer(Source.objects.values(*COLUMNS).get(pk=source.pk))

    def destroy(self, request: Request, public_id: str) -> Response:
        Source.objects.get(public_id=public_id).remove(by=None)
        return Response(status=204)

    @action(detail=False, methods=["get", "post"])
    def trouble(self, request: Request) -> Response:
        """Raises whatever the test has put here."""
        raise self.trouble_to_raise

    trouble_to_raise: Exception = Gone("It was wrong.")

    @action(detail=False, methods=["post"])
    def secret(self, request: Request) -> Response:
        source = Source.add(by=None, name="Secret", kind="person")
        response = Response({"secret": source.public_id}, status=201)
        response.has_secret = True
        return response

    def _answer(self, values: dict[str, Any], **kwargs: Any) -> Response:
        response = Response(only_fields(row_of(values), self.request), **kwargs)
        response.version = values["version"]
        return response


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


router = SimpleRouter()
router.register("sources", ToyViewSet, basename="sources")

urlpatterns = [
    path("api/v1/", include(router.urls)),
    re_path(r"^api/", unknown_path),
    path("page/", page),
]

handler400 = "factcheck.rest.problems.bad_request"
handler403 = "factcheck.rest.problems.permission_denied"
handler404 = "factcheck.rest.problems.page_not_found"
handler500 = "factcheck.rest.problems.server_error"
