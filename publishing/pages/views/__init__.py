"""One file for each kind of page."""

from publishing.pages.views.articles import article
from publishing.pages.views.corrections import corrections
from publishing.pages.views.factchecks import fact_check, version
from publishing.pages.views.home import home
from publishing.pages.views.methodology import methodology
from publishing.pages.views.questions import question
from publishing.pages.views.sources import source

__all__ = [
    "article",
    "corrections",
    "fact_check",
    "home",
    "methodology",
    "question",
    "source",
    "version",
]
