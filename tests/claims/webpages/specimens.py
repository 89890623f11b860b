"""Web pages of our own making, as publishers build theirs."""

import json

PARAGRAPHS = (
    "The Mill Bridge stays closed until May, the county said on Monday. “Größe” matters.",
    "Its repair will cost 4.2 million euros. In spring the roads office had said 3.1 million.",
    "Some 1,300 lorries crossed the bridge each day, and another 300 took the ferry.",
)
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Mill Bridge closed until May",
    "datePublished": "2024-10-24T00:30:00+02:00",
    "inLanguage": "en",
    "publisher": {"@type": "Organization", "name": "Millford Gazette"},
}
REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The bridge costs 3.1 million euros.",
    "author": {"@type": "Organization", "name": "Millford Checks"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}


def page(head: str = "", *, body: str = "", lang: str = ' lang="en-GB"') -> str:
    """A page with an article between a menu and a footer; `head` is what it says of itself."""
    said = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html{lang}><head>{head}</head><body>"
        '<nav><a href="/">Front page</a> <a href="/sport">Sport</a></nav>'
        f"<article>{body}{said}</article>"
        "<footer>All rights reserved. Contact us. © 2019</footer></body></html>"
    )


def json_ld(*objects: dict) -> str:
    """JSON-LD as it stands in a page."""
    said = objects[0] if len(objects) == 1 else {"@graph": list(objects)}
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


WHOLE = page(
    '<meta charset="utf-8"><title>Mill Bridge closed until May | Millford Gazette</title>'
    '<link rel="canonical" href="https://gazette.example/mill-bridge">' + json_ld(ARTICLE),
    body="<h1>Mill Bridge closed until May</h1>",
)
BARE = page(lang="")
SCRIPTS = (
    "<!doctype html><html><head><title>App</title></head><body><div id='root'></div>"
    "<script>start({text: 'The bridge is closed.'})</script></body></html>"
)
