"""Whatever an article becomes: words that are said to be the same are the claim's words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.scopes import Role
from claims.anchoring import AnchoringError, locate, normalise
from claims.models import Article, Claim
from claims.models.places import with_places
from factcheck.records.refusals import Refused
from tests import newsroom
from tests.newsroom import the

pytestmark = pytest.mark.django_db

# Emoji with joiners and skin tones, marks that combine, scripts from right to left, no spaces.
SENTENCES = st.sampled_from(
    [
        "The bridge costs 4.2 million euros.",
        "The bridge costs 5.2 million euros.",
        "👩🏽\u200d🔬 says 3,000 troops 🇺🇦 are there.",
        "Cafe\u0301s in Zu\u0308rich closed.",
        "قال الوزير إن ٣٠٠٠ جندي وصلوا.",
        "השר אמר כי הגיעו 3,000 חיילים.",
        "部队有三千人。",
        "“Nobody ever spoke of three million,” he said.",
        "It is so.",
    ]
)
BREAKS = st.sampled_from([" ", "\n\n", "\r\n", "\u00a0"])
TEXTS = st.lists(st.tuples(SENTENCES, BREAKS), min_size=1, max_size=8).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)


class RevisingProperties(TestCase):
    @pytest.mark.slow
    @given(st.lists(TEXTS, min_size=2, max_size=4), st.data())
    def test_the_words_under_an_anchor_are_the_claims(self, texts: list[str], data: st.DataObject):
        article = newsroom.make_article(text=texts[0])
        mark_some(article, data)
        published = list(article.claims.all()[:1])
        for claim in published:
            newsroom.make_published(claim=claim)

        for text in texts[1:]:
            # Now and then it is the text that is here already.
            with suppress(Refused):
                Article.objects.get().revise(text, by=the(Role.ANNOTATOR))

        latest = article.latest_revision
        assert latest.text == normalise(latest.text)
        for claim, place in with_places(Claim.objects.select_related("revision")):
            assert claim.revision.text[claim.start : claim.end] == claim.quote
            assert place.revision == latest.number
            assert (place.start is None) == (place.state == "lost")
            if place.state in ("exact", "moved"):
                assert latest.text[place.start : place.end] == claim.quote


def mark_some(article: Article, data: st.DataObject) -> None:
    """Claims on spans of the text that hold whole words."""
    text = article.text
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, min(len(text), start + 60)))
        try:
            span = locate(text, text[start:end], start=start, end=end)
        except AnchoringError:
            continue
        newsroom.make_claim(text[span.start : span.end], article=article, start=span.start)
