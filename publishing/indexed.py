"""What of this room is found by its words."""

from factcheck.index.kinds import Column, Kind

# Other desks' checks have an index of their own: in ours their words would change the scores.
REVIEWS = Kind(
    "reviews", "publishing_importedreview", (Column("claim"), Column("title")), ranked=True
)
INDEXED = (REVIEWS,)
