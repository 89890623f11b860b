"""How every working record is served: read as rows, written through the model's verbs."""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import Http404
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.access import may
from accounts.endpoints import ANYONE, ENDPOINTS, STANDARDS
from accounts.scopes import Scope
from factcheck.rest.conditional import ConditionalMixin, require_match
from factcheck.rest.fields import only_fields
from factcheck.rest.filters import StrictFilterBackend
from factcheck.rest.idempotency import IdempotencyMixin
from factcheck.rest.inputs import Input, sent
from factcheck.rest.paths import StrictPathMixin
from factcheck.rest.query import StrictQueryMixin


@cache
def keys_of(output_class: Any) -> tuple[str, ...]:
    """The keys of an answer's row."""
    return tuple(output_class().fields)


@cache
def shown_by(view: Any, *, desk: bool) -> Any:
    """
    All that a view's list shows the desk, or readers, as plain values.

    Built once: naming columns and joins costs Django more than running the query does.
    """
    rows = view.model.objects.all() if desk else view.model.objects.for_reader(AnonymousUser())
    return view.values_of(rows, desk=desk)


class TabledViewSet(
    StrictPathMixin, StrictQueryMixin, IdempotencyMixin, ConditionalMixin, GenericViewSet[Any]
):
    """A view whose methods the permission table allows, with the API's manners."""

    # The answer's shape, for the OpenAPI document.
    output_class: ClassVar[Any] = None
    # For the OpenAPI document too, where they do not follow from the method.
    needs_match: bool | None = None
    makes_nothing: bool = False

    @property
    def endpoint(self) -> str:
        """This view's name in the permission table."""
        handler = getattr(self, next(iter(self.action_map.values())))
        parts = [self.basename, "{id}" if self.detail else "", getattr(handler, "url_path", "")]
        return "/".join(part for part in parts if part)

    def is_open(self, method: str) -> bool:
        """Whether the permission table lets anyone use this method here."""
        methods = ENDPOINTS.get(self.endpoint) or STANDARDS[self.endpoint]
        return methods.get(method, Scope.DESK_MANAGE) is ANYONE

    def sees_desk(self, request: Request) -> bool:
        """Whether this request may see drafts, people and everything else that is the desk's."""
        return may(request.user, Scope.READ)


class ReadViewSet(TabledViewSet):
    """
    List and detail of one kind of record, as whoever asks may see it.

    Reading makes no model instances: `columns` are selected as values, and `present` turns a page
    of them into the answer's rows with a fixed number of queries. Subclasses name `model`, whose
    manager has `for_reader(user)`, and `slugs` if a path may take the row's slug.
    """

    model: ClassVar[Any]
    columns: ClassVar[tuple[str, ...]]
    filterset_class: ClassVar[Any] = None
    slugs: ClassVar[bool] = False
    orderings: ClassVar[dict[str, tuple[str, ...]]] = {"created_at": ("created_at", "public_id")}
    default_ordering: ClassVar[str] = "-created_at"
    filter_backends = (StrictFilterBackend,)
    lookup_url_kwarg = "id"
    lookup_value_regex = "[^/]+"

    def present(self, rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
        """The answer's rows; `desk` says whether the reader may see what is the desk's alone."""
        raise NotImplementedError

    @classmethod
    def values_of(cls, queryset: QuerySet[Any], *, desk: bool) -> Any:
        """The queryset as plain values of what `present` needs."""
        return queryset.values(*cls.columns)

    def get_queryset(self) -> QuerySet[Any]:
        return self.model.objects.for_reader(self.request.user)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        desk = self.sees_desk(request)
        page = self.paginate_queryset(self.filter_queryset(shown_by(type(self), desk=desk)))
        rows = self.present(list(page or []), desk=desk)
        return self.get_paginated_response(only_fields(rows, request, keys_of(self.output_class)))

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(self._row(self.get_queryset().filter(self._named())))

    def _named(self) -> Q:
        """The rows that the path names: by id, which no slug can shadow, or by slug."""
        name = self.kwargs[self.lookup_url_kwarg]
        by_id = Q(public_id=name)
        if self.slugs and not self.model.objects.filter(by_id).exists():
            return Q(slug=name)
        return by_id

    def _row(self, queryset: QuerySet[Any], *, desk: bool | None = None) -> dict[str, Any]:
        seen = self.sees_desk(self.request) if desk is None else desk
        found = list(self.values_of(queryset, desk=seen)[:1])
        if not found:
            raise Http404
        return self.present(found, desk=seen)[0]

    def _answer(self, row: dict[str, Any], **kwargs: Any) -> Response:
        response = Response(only_fields(row, self.request), **kwargs)
        response.version = row["version"]  # type: ignore[attr-defined]
        return response


class RecordViewSet(ReadViewSet):
    """A record that is written too: each method calls one verb of the model."""

    add: ClassVar[Callable[..., Any]]

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values = self._sent(request, whole=False)
        record = type(self).add(by=request.user, **values)
        row = self._row(self.model.objects.filter(pk=record.pk), desk=True)
        location = request.build_absolute_uri(f"{request.path}{record.public_id}/")
        return self._answer(row, status=status.HTTP_201_CREATED, headers={"Location": location})

    def update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._edit(request, whole=True)

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._edit(request, whole=False)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self._matched(request).remove(by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _edit(self, request: Request, *, whole: bool) -> Response:
        record = self._matched(request)
        record.edit(by=request.user, **self._sent(request, whole=whole, record=record))
        return self._now(record)

    def _matched(self, request: Request) -> Any:
        """The row to write, in the version that If-Match names. Raises 404, 412, 428."""
        record = self.get_queryset().filter(self._named()).first()
        if record is None:
            raise Http404
        require_match(request, record.version)
        return record

    def _sent(self, request: Request, *, whole: bool, record: Any = None) -> dict[str, Any]:
        """The validated body. Raises ValidationError by field."""
        partial = record is not None and not whole
        serializer: Any = self.get_serializer(data=request.data, partial=partial)
        serializer.is_valid(raise_exception=True)
        return sent(serializer.validated_data, serializer, whole=whole)

    def _now(self, record: Any) -> Response:
        """The row as it is after a verb."""
        return self._answer(self._row(self.model.objects.filter(pk=record.pk)))

    def _act(self, request: Request, verb: str, body: type[Input] = Input) -> Response:
        """Call one verb with the fields of `body` on the row that If-Match names."""
        record = self._matched(request)
        serializer = body(data=request.data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        getattr(record, verb)(by=request.user, **serializer.validated_data)
        return self._now(record)
