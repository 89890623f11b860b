"""What of this room is found by its words."""

from factcheck.index.kinds import Column, Kind

SOURCES = Kind(
    "sources",
    "sources_source",
    (Column("name"), Column("aliases", "name", table="sources_sourcealias", owner="source_id")),
)
