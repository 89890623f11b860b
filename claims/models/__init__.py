"""What the newsroom keeps: one idea per file."""

from claims.models.article import Article
from claims.models.attribution import Attribution
from claims.models.claim import Claim
from claims.models.claim_anchor import AnchorState, ClaimAnchor
from claims.models.dismissal import Dismissal
from claims.models.evidence import Evidence
from claims.models.fact_check import FactCheckPeriod, SourceInPeriod
from claims.models.published_version import Document, FactCheckVersion, LedgerHead
from claims.models.quantity import Quantity
from claims.models.question import Question
from claims.models.rating import Rating
from claims.models.revision import ArticleRevision
from claims.models.verdict import Verdict

__all__ = [
    "AnchorState",
    "Article",
    "ArticleRevision",
    "Attribution",
    "Claim",
    "ClaimAnchor",
    "Dismissal",
    "Document",
    "Evidence",
    "FactCheckPeriod",
    "FactCheckVersion",
    "LedgerHead",
    "Quantity",
    "Question",
    "Rating",
    "SourceInPeriod",
    "Verdict",
]
