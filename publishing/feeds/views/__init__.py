"""One view for each of other people's standards."""

from publishing.feeds.views.atom import atom
from publishing.feeds.views.claims_search import claims_search, no_such_method
from publishing.feeds.views.datafeed import datafeed
from publishing.feeds.views.oembed import oembed
from publishing.feeds.views.sitemap import sitemap

__all__ = ["atom", "claims_search", "datafeed", "no_such_method", "oembed", "sitemap"]
