"""The read model beside the ledger: which version stood when, and what lists filter by."""

from datetime import datetime
from typing import Any

from claims.models.fact_check import FactCheckPeriod, SourceInPeriod
from claims.models.published_version import Document, FactCheckVersion
from claims.record.addresses import key_of


def open_period(
    row: FactCheckVersion, document: Document, said: dict[str, Any], place: int
) -> FactCheckPeriod:
    """The version that this row brings stands from now on; the one before it no longer does."""
    close_period(row.fact_check_id, row.sequence)
    period = FactCheckPeriod(
        fact_check_id=row.fact_check_id,
        version=row.version,
        document=document,
        from_sequence=row.sequence,
        place=place,
        **columns_of(said),
    )
    period.save(force_insert=True)
    SourceInPeriod.objects.bulk_create(sources_of(period, said))
    return period


def close_period(fact_check: str, sequence: int) -> None:
    """Nothing of this fact check stands from this row of the ledger on."""
    standing = FactCheckPeriod.objects.standing().filter(fact_check__public_id=fact_check)
    SourceInPeriod.objects.filter(period__in=standing).update(to_sequence=sequence)
    standing.update(to_sequence=sequence)


def columns_of(document: dict[str, Any]) -> dict[str, Any]:
    """What lists filter and order by, as the document says it."""
    article, question = document["article"], document["question"]
    return {
        "published_at": datetime.fromisoformat(document["published_at"]),
        "slug": slug_in(document),
        "rating": document["verdict"]["rating"]["slug"],
        # Language tags have no case (BCP 47).
        "language": document["language"].lower(),
        "article": article["id"],
        "address": key_of(article["url"]),
        "start": document["claim"]["start"],
        "question": question and question["id"],
        "words": words_of(document),
        "said": said_in(document),
    }


def sources_of(period: FactCheckPeriod, document: dict[str, Any]) -> list[SourceInPeriod]:
    """Who takes a stand in the document."""
    return [
        SourceInPeriod(
            period=period,
            source=each["source"]["id"],
            stance=each["stance"],
            rating=period.rating,
            place=period.place,
            to_sequence=period.to_sequence,
            document_id=period.document_id,
        )
        for each in document["attributions"]
    ]


def slug_in(document: dict[str, Any]) -> str:
    """The readable end of the document's path."""
    _, _, slug = document["path"].strip("/").rpartition("/")[2].partition("-")
    return slug


def said_in(document: dict[str, Any]) -> str:
    """What was claimed: the statement, and the words of the article."""
    return "\n".join([document["claim"]["statement"], document["claim"]["quote"]])


def words_of(document: dict[str, Any]) -> str:
    """What a search looks through: claim, who takes a stand on it, and the finding."""
    stands = [each["source"]["name"] for each in document["attributions"]]
    return "\n".join([said_in(document), *stands, document["verdict"]["summary"]])
