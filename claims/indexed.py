"""What of this room is found by its words."""

from factcheck.index.kinds import Column, Kind

CLAIMS = Kind("claims", "claims_claim", (Column("statement"), Column("quote")))
QUESTIONS = Kind("questions", "claims_question", (Column("text"),))
ARTICLES = Kind(
    "articles",
    "claims_article",
    (
        Column("headline"),
        Column("text", table="claims_articlerevision", owner="article_id", latest_by="number"),
    ),
)
# Every version that ever stood, for lists at an instant.
FACT_CHECKS = Kind("factchecks", "claims_factcheckperiod", (Column("words"),))
# Only what stands, for claims that were checked before.
STATEMENTS = Kind(
    "statements",
    "claims_factcheckperiod",
    (Column("said"),),
    while_null="to_sequence",
    ranked=True,
)
INDEXED = (CLAIMS, QUESTIONS, ARTICLES, FACT_CHECKS, STATEMENTS)
