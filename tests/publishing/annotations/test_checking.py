"""What is taken for an annotation: the W3C's own samples, and each rule by itself."""

import pytest
from django.core.exceptions import ValidationError
from rest_framework.exceptions import ParseError

from factcheck.annotation_protocol.checking import require_annotation
from factcheck.annotation_protocol.sets import is_set, require_set
from factcheck.rest.parsers import StrictJSONParser
from tests.publishing.annotations.samples import needs_samples, samples

LEAST = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "target": "https://county.example/bridge",
}


def read(path):
    class Request:
        body = path.read_bytes()

    return StrictJSONParser().parse(None, parser_context={"request": Request})


@needs_samples
@pytest.mark.parametrize("path", samples("correct"), ids=lambda path: path.stem)
def test_a_correct_sample_is_taken(path):
    sent = read(path)

    require_set(sent) if is_set(sent) else require_annotation(sent)


@needs_samples
@pytest.mark.parametrize("path", samples("incorrect"), ids=lambda path: path.stem)
def test_an_incorrect_sample_is_refused(path):
    with pytest.raises((ValidationError, ParseError)):
        require_annotation(read(path))


def test_the_least_that_is_an_annotation():
    require_annotation(LEAST)


@pytest.mark.parametrize(
    ("place", "changed"),
    [
        ("@context", {"@context": None}),
        ("@context", {"@context": ["https://elsewhere.example/context"]}),
        ("type", {"type": "Note"}),
        ("type", {"type": ["Annotation", 1]}),
        ("body/type", {"body": {"type": [["TextualBody"]], "value": "Wrong."}}),
        ("target", {"target": []}),
        ("target", {"target": "bridge"}),
        ("target/0", {"target": [7]}),
        ("id", {"id": ["https://a.example/1", "https://a.example/2"]}),
        ("bodyValue", {"body": "https://a.example/1", "bodyValue": "Wrong."}),
        ("bodyValue", {"bodyValue": ["Wrong."]}),
        ("created", {"created": "2024-10-24T12:00:00+00:00"}),
        ("modified", {"modified": "yesterday"}),
        ("modified", {"modified": "2024-02-30T12:00:00Z"}),
        ("generated", {"generated": "2024-10-24T25:00:00Z"}),
        ("rights", {"rights": "mine"}),
        ("canonical", {"canonical": ["urn:a", "urn:b"]}),
        ("via/1", {"via": ["urn:a", "b"]}),
        ("creator", {"creator": 6}),
        ("motivation", {"motivation": [""]}),
        ("body/value", {"body": {"type": "TextualBody"}}),
        ("body/value", {"body": {"type": "TextualBody", "value": ["a", "b"]}}),
        ("body/0/created", {"body": [{"id": "urn:a", "created": "now"}]}),
        ("body", {"body": {}}),
        ("target/source", {"target": {"type": "SpecificResource"}}),
        ("target/source", {"target": {"source": ["urn:a", "urn:b"]}}),
        ("target/items/0", {"target": {"type": "Choice", "items": ["a"]}}),
    ],
)
def test_what_breaks_the_model_is_told_with_its_place(place, changed):
    with pytest.raises(ValidationError) as refused:
        require_annotation(LEAST | changed)

    assert place in refused.value.message_dict


@pytest.mark.parametrize(
    ("place", "selector"),
    [
        ("exact", {"type": "TextQuoteSelector"}),
        ("exact", {"type": "TextQuoteSelector", "exact": ["a", "b"]}),
        ("start", {"type": "TextPositionSelector", "end": 3}),
        ("end", {"type": "TextPositionSelector", "start": 1, "end": -1}),
        ("end", {"type": "TextPositionSelector", "start": 1, "end": True}),
        ("value", {"type": "FragmentSelector"}),
        ("type", {"type": [["TextQuoteSelector"]], "exact": "a"}),
        ("type", {"type": {"id": "TextQuoteSelector"}, "exact": "a"}),
        ("endSelector", {"type": "RangeSelector", "startSelector": {}}),
        (
            "refinedBy/value",
            {"type": "CssSelector", "value": "p", "refinedBy": {"type": "XPathSelector"}},
        ),
    ],
)
def test_a_selector_says_what_its_kind_needs(place, selector):
    target = {"source": "https://county.example/bridge", "selector": selector}

    with pytest.raises(ValidationError) as refused:
        require_annotation(LEAST | {"target": target})

    assert f"target/selector/{place}" in refused.value.message_dict


def test_a_state_is_at_one_time_or_between_two():
    times = {"sourceDate": "2024-10-24T12:00:00Z", "sourceDateStart": "2024-10-23T12:00:00Z"}
    target = {"source": "urn:a", "state": {"type": "TimeState", **times}}

    with pytest.raises(ValidationError, match="Either one time"):
        require_annotation(LEAST | {"target": target})
