"""The whole map on one screen."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from factcheck import api, front
from factcheck.rest.error_pages import unknown_path
from publishing import embed
from publishing.annotations.urls import urlpatterns as annotations
from publishing.feeds.urls import urlpatterns as feeds
from publishing.pages.urls import urlpatterns as pages
from search.pages import check

urlpatterns = [
    path("", include(pages)),
    path("admin/", admin.site.urls),
    path("api/", RedirectView.as_view(pattern_name="v1:root")),
    path("api/v1/", include((api.urlpatterns, "v1"))),
    re_path(r"^api(/|$)", unknown_path),
    # By name: no room knows the open one.
    path("", include("openannotations.urls")),
    path("", include(annotations)),
    path("", include(feeds)),
    path("embed/factcheck.js", embed.script, name="embed-script"),
    path("embed/demo/", embed.demo, name="embed-demo"),
    path("check/", check, name="check-draft"),
    path("favicon.ico", front.favicon),
    path("robots.txt", front.robots),
    path("healthz", front.healthz),
    path("readyz", front.readyz),
]

handler400 = "factcheck.rest.problems.bad_request"
handler403 = "factcheck.rest.problems.permission_denied"
handler404 = "factcheck.rest.problems.page_not_found"
handler500 = "factcheck.rest.problems.server_error"
