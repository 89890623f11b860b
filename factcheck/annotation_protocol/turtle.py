"""
JSON-LD as Turtle, by rdflib, which the extra `rdf` installs.

The standards' contexts are not fetched: the terms of both stand here.
"""

from functools import cache
from importlib.util import find_spec
from typing import Any

import orjson
from django.core.exceptions import ValidationError

VOCABULARIES = {
    "oa": "http://www.w3.org/ns/oa#",
    "ldp": "http://www.w3.org/ns/ldp#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "iana": "http://www.iana.org/assignments/relation/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What a term means where it is not the vocabulary's own word.
RENAMED = {
    "Dataset": "dctypes:Dataset",
    "Image": "dctypes:StillImage",
    "Video": "dctypes:MovingImage",
    "Audio": "dctypes:Sound",
    "Text": "dctypes:Text",
    "CssStylesheet": "oa:CssStyle",
    "Person": "foaf:Person",
    "Organization": "foaf:Organization",
    "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Audience": "schema:Audience",
    "auto": "oa:autoDirection",
    "ltr": "oa:ltrDirection",
    "rtl": "oa:rtlDirection",
    "accessibility": "schema:accessibilityFeature",
    "format": "dc:format",
    "language": "dc:language",
    "value": "rdf:value",
    "label": "rdfs:label",
    "name": "foaf:name",
    "email": "foaf:mbox",
    "email_sha1": "foaf:mbox_sha1sum",
    "nickname": "foaf:nick",
}
OWN_WORDS = (
    "Annotation TextualBody ResourceSelection SpecificResource FragmentSelector CssSelector "
    "XPathSelector TextQuoteSelector TextPositionSelector DataPositionSelector SvgSelector "
    "RangeSelector TimeState HttpRequestState Choice Composite List Independents Motivation "
    "assessing bookmarking classifying commenting describing editing highlighting identifying "
    "linking moderating questioning replying reviewing tagging "
    "bodyValue processingLanguage exact prefix suffix styleClass"
)
LINKS = {
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "state": "oa:hasState",
    "scope": "oa:hasScope",
    "refinedBy": "oa:refinedBy",
    "startSelector": "oa:hasStartSelector",
    "endSelector": "oa:hasEndSelector",
    "renderedVia": "oa:renderedVia",
    "via": "oa:via",
    "canonical": "oa:canonical",
    "stylesheet": "oa:styledBy",
    "cached": "oa:cachedSource",
    "creator": "dcterms:creator",
    "rights": "dcterms:rights",
    "conformsTo": "dcterms:conformsTo",
    "generator": "as:generator",
    "partOf": "as:partOf",
    "first": "as:first",
    "last": "as:last",
    "next": "as:next",
    "prev": "as:prev",
    "homepage": "foaf:homepage",
    "audience": "schema:audience",
}
WORDS = {
    "motivation": "oa:motivatedBy",
    "purpose": "oa:hasPurpose",
    "textDirection": "oa:textDirection",
}
TIMES = {
    "created": "dcterms:created",
    "modified": "dcterms:modified",
    "generated": "dcterms:issued",
    "sourceDate": "oa:sourceDate",
    "sourceDateStart": "oa:sourceDateStart",
    "sourceDateEnd": "oa:sourceDateEnd",
}
NUMBERS = {
    "start": "oa:start",
    "end": "oa:end",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
}


def is_available() -> bool:
    """Whether the extra `rdf` is installed."""
    return find_spec("rdflib") is not None


def as_turtle(told: dict[str, Any]) -> bytes:
    """A container, page or annotation as Turtle. Its context is one of the standards'."""
    # Here, because the extra may be absent.
    from rdflib import Graph

    # Through JSON, as no value may be of another kind.
    graph = Graph().parse(data=orjson.dumps(_with_our_context(told)), format="json-ld")
    for prefix, address in VOCABULARIES.items():
        graph.bind(prefix, address, replace=True)
    return graph.serialize(format="turtle", encoding="utf-8")


def require_rdf(sent: dict[str, Any]) -> None:
    """Raise ValidationError for JSON that cannot be told as RDF, which JSON-LD is."""
    try:
        as_turtle(sent)
    except Exception as error:  # whatever a stranger's values make of a reader of graphs
        raise ValidationError("This cannot be read as JSON-LD.") from error


def _with_our_context(told: dict[str, Any]) -> dict[str, Any]:
    return {**_without_contexts(told), "@context": _context()}


def _without_contexts(value: Any) -> Any:
    """The same without any context of its own, at any depth: rdflib would fetch them."""
    if isinstance(value, dict):
        return {name: _without_contexts(each) for name, each in value.items() if name != "@context"}
    if isinstance(value, list):
        return [_without_contexts(each) for each in value]
    return value


@cache
def _context() -> dict[str, Any]:
    typed = (
        (LINKS, "@id"),
        (WORDS, "@vocab"),
        (TIMES, "xsd:dateTime"),
        (NUMBERS, "xsd:nonNegativeInteger"),
    )
    return {
        **VOCABULARIES,
        **RENAMED,
        **{word: f"oa:{word}" for word in OWN_WORDS.split()},
        **{
            term: {"@id": iri, "@type": kind}
            for terms, kind in typed
            for term, iri in terms.items()
        },
        "id": "@id",
        "type": "@type",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "BasicContainer": "ldp:BasicContainer",
        "contains": {"@id": "ldp:contains", "@type": "@id"},
    }
