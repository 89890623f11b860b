"""The paths that other people's standards, or their habits, have chosen."""

from django.urls import path, re_path

from publishing.feeds import views

urlpatterns = [
    path("feeds/claimreview.json", views.datafeed, name="claimreview-feed"),
    path("feeds/factchecks.atom", views.atom, name="atom-feed"),
    path("oembed", views.oembed, name="oembed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("v1alpha1/claims:search", views.claims_search, name="claims-search"),
    re_path(r"^v1alpha1/", views.no_such_method),
]
