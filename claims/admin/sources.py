"""Sources, with what the claims' room adds: bringing checks that name them up to date."""

from django.contrib import admin

from claims.admin.followed import Followed
from factcheck.desk.record_page import RecordPage
from sources.admin import SourceAdmin
from sources.models import Source


class SourcePage(Followed, RecordPage):
    """A source, and what published checks have to learn of it."""


admin.site.unregister(Source)


@admin.register(Source)
class FollowedSourceAdmin(SourceAdmin):
    page = SourcePage
