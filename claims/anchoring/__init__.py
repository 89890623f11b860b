"""
Where a claim's words stand in an article, and where they went when the article changed.

Pure Python: texts and offsets in, spans and states out; no database. Every text handed to this
package has been through `normalise` once, and every offset counts Unicode code points of it, end
exclusive: the TextPositionSelector of W3C Web Annotation (4.2.5). Quotes, prefixes and suffixes are
its TextQuoteSelector (4.2.4).
"""

from claims.anchoring.anchors import Anchor, Reason, State
from claims.anchoring.errors import AnchoringError, QuoteAmbiguous, QuoteNotFound
from claims.anchoring.locating import locate
from claims.anchoring.offsets import code_points_to_utf16, utf16_to_code_points
from claims.anchoring.reanchoring import anchor, reanchor
from claims.anchoring.spans import Span, context
from claims.anchoring.text import normalise

__all__ = [
    "Anchor",
    "AnchoringError",
    "QuoteAmbiguous",
    "QuoteNotFound",
    "Reason",
    "Span",
    "State",
    "anchor",
    "code_points_to_utf16",
    "context",
    "locate",
    "normalise",
    "reanchor",
    "utf16_to_code_points",
]
