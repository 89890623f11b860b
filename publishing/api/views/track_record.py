"""/api/v1/sources/{id}/track-record/: what a source said, and how it fared."""

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from factcheck.rest.paging import absolute
from publishing.api.outputs import TrackRecordOutput
from publishing.api.tagged import RecordReading
from publishing.track_record import ratings_by_stance
from sources.models import Source
from sources.shapes import named


class TrackRecordViewSet(RecordReading):
    """How the claims on which a source took a stand were rated, in the checks that stand now."""

    endpoint = "sources/{id}/track-record"
    output_class = TrackRecordOutput
    other_problems = (404,)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        name = self.kwargs["id"]
        public = Source.objects.public()
        by_id = public.filter(public_id=name)
        source = by_id.first() or public.filter(slug=name).first()
        if source is None:
            raise Http404
        tag = self.tag(request, self.tag_of_ledger(request), source.version)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        address = absolute(request, f"/api/v1/factchecks/?source={source.slug}")
        row = {
            "source": named(vars(source)),
            **ratings_by_stance(source.public_id),
            "factchecks": address,
        }
        return self.answer(request, row, tag)
