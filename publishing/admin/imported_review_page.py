"""The page of another desk's check: what its label means, and whether it is a template."""

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from claims.models import Rating
from factcheck.desk.acts import Act
from factcheck.desk.record_page import RecordPage
from factcheck.records.refusals import Missing
from publishing.models import ImportedReview, ReviewLabel

UNKNOWN = "unknown"
CLEAR = Act("clear", "It is no template")


class ImportedReviewPage(RecordPage):
    def acts(self) -> Sequence[Act]:
        if self.record is None or not self.admin.may_write(self.request):
            return []
        acts = [self._read_as()] if self.record.label_key else []
        if self.record.template == ImportedReview.Template.SUSPECTED:
            acts.append(CLEAR)
        return acts

    def _read_as(self) -> Act:
        scale = Rating.objects.on_the_scale().values_list("slug", "name")
        return Act(
            "read_as",
            "Say what this label means",
            asks="rating",
            label_of_words=f"At {self.record.site}, “{self.record.label[:80]}” means",
            choices=((UNKNOWN, "Nothing on our scale"), *scale),
            hint="For every check of that site with this label, those to come as well.",
            # Open where somebody has to say so.
            primary=self.record.rating is None,
        )

    def do_read_as(self) -> HttpResponse:
        rating, review = None, self.record
        if self.words() != UNKNOWN:
            rating = Rating.objects.filter(slug=self.words()).first()
            if rating is None:
                raise Missing("Choose one of these.", field="rating")
        line = ReviewLabel.objects.filter(site=review.site, key=review.label_key).first()
        if line is None:
            said = {"site": review.site, "label": review.label[:200], "rating": rating}
            ReviewLabel.add(by=self.request.user, **said)
        else:
            line.edit(by=self.request.user, rating=rating)
        return self.done(review, f"The table says so now, for all of {review.site}.")

    def do_clear(self) -> HttpResponse:
        row = self.sheet.fresh()
        count = row.clear(by=self.request.user)
        return self.done(row, f"Shown again, at {count} addresses.")

    def context(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        raw = json.dumps(self.record.raw, ensure_ascii=False, indent=2)
        return {
            "raw": raw,
            "shown": self.admin.shown(self.record),
            "is_suspected": self.record.template == ImportedReview.Template.SUSPECTED,
        }
