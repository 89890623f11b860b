"""The Web Annotation Protocol (W3C, 2017-02-23), MUST by MUST; the numbers are its sections."""

import json

import pytest

from factcheck.annotation_protocol import turtle
from tests import newsroom
from tests.publishing.annotations.samples import CONTEXT, needs_samples

pytestmark = pytest.mark.django_db

CONTAINER = "/annotations/"
JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
BASIC_CONTAINER = '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"'
CONSTRAINED_BY = (
    '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"'
)
RESOURCE = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
OA, LDP = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/ldp#"


def prefer(*included):
    return {"HTTP_PREFER": f'return=representation;include="{" ".join(included)}"'}


def one(claim):
    return f"{CONTAINER}{claim.public_id}"


def publish(*quotes):
    """A claim for each quote, in the order of their publication."""
    claims = [newsroom.make_claim(quote) for quote in quotes]
    for claim in claims:
        newsroom.make_published(claim=claim)
    return claims


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr("publishing.annotations.views.PAGE_SIZE", 2)


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_3_an_annotation_answers_get_head_and_options(method, api, published):
    response = getattr(api, method)(one(published))

    assert response.status_code == 200
    assert {"GET", "HEAD", "OPTIONS"} <= set(response["Allow"].split(", "))


def test_3_an_annotation_is_json_ld_with_its_profile(api, published):
    assert api.get(one(published))["Content-Type"] == JSON_LD


@pytest.mark.parametrize(
    "accept",
    [None, "*/*", "application/ld+json", JSON_LD, "text/html,*/*;q=0.8"],
)
def test_3_json_ld_is_what_whoever_takes_it_gets(accept, api, published):
    headers = {} if accept is None else {"HTTP_ACCEPT": accept}

    for path in (one(published), CONTAINER):
        assert api.get(path, **headers)["Content-Type"] == JSON_LD


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/turtle, application/ld+json;q=0.5", "text/turtle"),
        ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
        ("application/ld+json;q=0, */*", "text/turtle"),
    ],
)
def test_3_what_is_preferred_is_sent(accept, media_type, api, published):
    pytest.importorskip("rdflib", reason="The extra rdf is not installed.")

    for path in (one(published), CONTAINER):
        sent = api.get(path, HTTP_ACCEPT=accept)["Content-Type"]
        assert sent.partition(";")[0] == media_type


@pytest.mark.parametrize("path", ["container", "page", "one"])
def test_3_turtle_is_the_same_as_rdf(path, api, published):
    rdflib = pytest.importorskip("rdflib", reason="The extra rdf is not installed.")
    address = {"container": CONTAINER, "page": f"{CONTAINER}?page=0", "one": one(published)}[path]

    response = api.get(address, HTTP_ACCEPT="text/turtle")

    assert response["Content-Type"].startswith("text/turtle")
    graph = rdflib.Graph().parse(data=response.content, format="turtle")
    annotation = rdflib.URIRef(f"http://testserver{one(published)}")
    oa = rdflib.Namespace(OA)
    assert (annotation, rdflib.RDF.type, oa.Annotation) in graph
    assert (annotation, oa.motivatedBy, oa.assessing) in graph
    assert [str(words) for words in graph.objects(None, oa.exact)] == ["4.2 million euros"]


def test_3_turtle_without_the_extra_is_a_406(api, published, monkeypatch):
    monkeypatch.setattr(turtle, "find_spec", lambda name: None)

    response = api.get(one(published), HTTP_ACCEPT="text/turtle")

    assert response.status_code == 406
    assert response["Content-Type"] == "application/problem+json"


def test_3_an_annotation_says_that_it_is_a_resource(api, published):
    assert RESOURCE in api.get(one(published))["Link"]
    assert f'<{OA}Annotation>; rel="type"' in api.get(one(published))["Link"]


@pytest.mark.parametrize("path", ["one", "container", "page"])
def test_3_and_4_get_and_head_have_the_same_etag_allow_and_vary(path, api, published):
    address = {"container": CONTAINER, "page": f"{CONTAINER}?page=0", "one": one(published)}[path]

    get, head = api.get(address), api.head(address)

    assert get["ETag"].startswith('"')
    assert get["ETag"] == head["ETag"]
    assert head.content == b""
    for response in (get, head):
        assert "GET" in response["Allow"]
        assert {"Accept", "Prefer"} <= set(response["Vary"].split(", "))


def test_4_the_containers_address_ends_in_a_slash_and_the_others_lead_to_it(api):
    moved = api.get("/annotations")

    assert moved.status_code == 308
    assert moved["Location"] == CONTAINER
    assert api.post("/annotations", {}).status_code == 308


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_4_1_a_container_answers_get_head_and_options(method, api, published):
    response = getattr(api, method)(CONTAINER)

    assert response.status_code == 200
    assert {"GET", "HEAD", "OPTIONS", "POST"} <= set(response["Allow"].split(", "))
    assert "application/ld+json" in response["Accept-Post"]


def test_4_1_every_answer_of_a_container_says_what_it_is(api, as_annotator, note):
    answers = [
        api.get(CONTAINER),
        api.head(CONTAINER),
        api.options(CONTAINER),
        api.get(CONTAINER, HTTP_ACCEPT="image/png"),
        api.get(f"{CONTAINER}?colour=red"),
        api.get(CONTAINER, HTTP_IF_NONE_MATCH="*"),
        api.post(CONTAINER, note),
        api.put(CONTAINER, note),
        as_annotator.post(CONTAINER, note),
        as_annotator.post(CONTAINER, {}),
    ]

    statuses = [response.status_code for response in answers]
    assert statuses == [200, 200, 200, 406, 400, 304, 401, 405, 201, 400]
    for response in answers:
        assert BASIC_CONTAINER in response["Link"], response.status_code
        assert CONSTRAINED_BY in response["Link"]
        assert response["Link"].count("BasicContainer") == 1


def test_4_1_whoever_has_it_already_gets_a_304(api, published):
    for path in (CONTAINER, one(published)):
        tag = api.get(path)["ETag"]

        assert api.get(path, HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_4_1_another_publication_changes_the_containers_etag(api, published):
    before = api.get(CONTAINER)["ETag"]

    publish("18 months")

    assert api.get(CONTAINER)["ETag"] != before


def test_4_2_a_container_is_a_collection_with_its_total_and_pages(api, published):
    told = api.get(CONTAINER).json()

    assert told["@context"] == [
        "http://www.w3.org/ns/anno.jsonld",
        "http://www.w3.org/ns/ldp.jsonld",
    ]
    assert told["type"] == ["BasicContainer", "AnnotationCollection"]
    assert told["total"] == 1
    assert told["modified"].endswith("Z")
    assert told["first"]["items"][0]["id"] == f"http://testserver{one(published)}"
    assert told["last"] == "http://testserver/annotations/?iris=0&page=0"


def test_4_2_an_empty_container_has_no_first_page(api):
    told = api.get(CONTAINER).json()

    assert told["total"] == 0
    assert told.keys().isdisjoint({"first", "last", "modified"})
    assert api.get(f"{CONTAINER}?page=0").status_code == 404


@pytest.mark.parametrize(
    ("asked", "iris"),
    [({}, 0), (prefer(f"{OA}PreferContainedIRIs"), 1), (prefer(f"{LDP}PreferMinimalContainer"), 0)],
)
def test_4_2_content_location_is_the_id_of_this_form(asked, iris, api, published):
    response = api.get(CONTAINER, **asked)

    assert response["Content-Location"] == f"http://testserver/annotations/?iris={iris}"
    assert response.json()["id"] == response["Content-Location"]
    assert api.get(response["Content-Location"]).json()["id"] == response["Content-Location"]


def test_4_2_2_a_minimal_container_has_links_to_pages_and_no_annotations(api, published):
    told = api.get(CONTAINER, **prefer(f"{LDP}PreferMinimalContainer")).json()

    assert told["first"] == "http://testserver/annotations/?iris=0&page=0"
    assert "contains" not in told


def test_4_2_3_contained_iris_are_the_items_of_an_embedded_page(api, published):
    told = api.get(CONTAINER, **prefer(f"{OA}PreferContainedIRIs")).json()

    assert told["first"]["type"] == "AnnotationPage"
    assert told["first"]["items"] == [f"http://testserver{one(published)}"]
    assert told["first"]["id"] == "http://testserver/annotations/?iris=1&page=0"


def test_4_2_4_contained_descriptions_are_whole_annotations_in_an_embedded_page(api, published):
    told = api.get(CONTAINER, **prefer(f"{OA}PreferContainedDescriptions")).json()

    alone = api.get(one(published)).json()
    alone.pop("@context")
    assert told["first"]["items"] == [alone]
    assert "@context" not in told["first"]


def test_4_2_several_preferences_stand_in_one_include(api, published):
    asked = prefer(f"{LDP}PreferMinimalContainer", f"{OA}PreferContainedIRIs")

    response = api.get(CONTAINER, **asked)

    assert response.json()["first"] == "http://testserver/annotations/?iris=1&page=0"
    assert response["Preference-Applied"] == "return=representation"


@pytest.mark.parametrize(
    "prefer",
    ['RETURN=representation; Include="{}"', 'wait=1, return = representation ; include = "{}"'],
)
def test_4_2_a_preference_is_read_however_it_is_written(prefer, api, published):
    told = api.get(CONTAINER, HTTP_PREFER=prefer.format(f"{OA}PreferContainedIRIs")).json()

    assert isinstance(told["first"]["items"][0], str)


def test_4_2_whoever_prefers_both_gets_the_usual(api, published):
    asked = prefer(f"{OA}PreferContainedIRIs", f"{OA}PreferContainedDescriptions")

    assert api.get(CONTAINER, **asked).json() == api.get(CONTAINER).json()


def test_4_2_each_preference_has_an_etag_of_its_own(api, published):
    tags = {
        api.get(CONTAINER, **asked)["ETag"]
        for asked in (
            {},
            prefer(f"{OA}PreferContainedIRIs"),
            prefer(f"{LDP}PreferMinimalContainer"),
        )
    }

    assert len(tags) == 3


@pytest.mark.parametrize("iris", [0, 1])
def test_4_3_pages_lead_through_all_annotations_and_back(iris, api, small_pages):
    claims = publish("4.2 million euros", "18 months", "Some 1,300 lorries")
    container = api.get(f"{CONTAINER}?iris={iris}").json()

    first = api.get(container["first"]["id"]).json()
    second = api.get(first["next"]).json()

    assert (first["startIndex"], second["startIndex"]) == (0, 2)
    assert "prev" not in first
    assert "next" not in second
    assert second["prev"] == first["id"]
    assert second["id"] == container["last"]
    items = [*first["items"], *second["items"]]
    ids = [item if iris else item["id"] for item in items]
    assert ids == [f"http://testserver{one(claim)}" for claim in claims]


def test_4_3_a_page_says_what_it_is_part_of(api, published):
    page = api.get(f"{CONTAINER}?page=0").json()

    assert page["type"] == "AnnotationPage"
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["partOf"]["id"] == api.get(CONTAINER).json()["id"]
    assert page["partOf"]["total"] == 1
    assert page["partOf"]["modified"].endswith("Z")


@pytest.mark.parametrize("page", ["1", "999999999"])
def test_4_3_there_are_no_empty_pages(page, api, published):
    assert api.get(f"{CONTAINER}?page={page}").status_code == 404


@pytest.mark.parametrize("query", ["page=-1", "page=x", "page=", "iris=2", "page=0&page=0", "x=1"])
def test_4_3_an_address_that_means_nothing_is_a_400(query, api, published):
    assert api.get(f"{CONTAINER}?{query}").status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_4_3_a_page_is_only_read(method, as_annotator, published, note):
    response = getattr(as_annotator, method)(f"{CONTAINER}?page=0", note)

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["/api/v1/articles/{id}/", "/articles/{id}/"])
def test_4_4_an_article_says_where_its_annotations_are(path, api, published):
    response = api.get(path.format(id=published.article.public_id))

    service = '<http://testserver/annotations/>; rel="http://www.w3.org/ns/oa#annotationService"'
    assert service in response["Link"]


def test_7_any_page_may_read_it_from_anywhere_with_its_preferences(api, published):
    preflight = api.options(
        CONTAINER,
        HTTP_ORIGIN="https://reader.example",
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET",
        HTTP_ACCESS_CONTROL_REQUEST_HEADERS="prefer",
    )
    response = api.get(CONTAINER, HTTP_ORIGIN="https://reader.example")

    assert "Prefer" in preflight["Access-Control-Allow-Headers"]
    assert response["Access-Control-Allow-Origin"] == "*"
    exposed = set(response["Access-Control-Expose-Headers"].split(", "))
    assert {"ETag", "Allow", "Vary", "Link", "Location", "Content-Location"} <= exposed


@pytest.mark.parametrize("rows", [1, 10])
def test_a_container_costs_the_same_however_many_claims(rows, api, django_assert_num_queries):
    publish(*["18 months"] * rows)

    # the ledger's head; how many; the first page
    with django_assert_num_queries(3):
        told = api.get(CONTAINER).json()

    assert len(told["first"]["items"]) == rows


def test_turtle_fetches_no_context_of_whoever_wrote_the_annotation():
    pytest.importorskip("rdflib", reason="The extra rdf is not installed.")
    nested = {"@context": "http://192.0.2.1/context", "type": "TextualBody", "value": "Words."}

    told = turtle.as_turtle({"@context": "http://192.0.2.1/", "id": "urn:a", "body": [nested]})

    assert b"Words." in told


@needs_samples
@pytest.mark.parametrize("motivation", ["reviewing", "skos:exactMatch", "tagging"])
def test_turtle_reads_the_words_of_the_standards_context(motivation):
    rdflib = pytest.importorskip("rdflib", reason="The extra rdf is not installed.")
    note = {"id": "urn:a", "type": "Annotation", "motivation": motivation, "target": "urn:b"}
    context = json.loads(CONTEXT.read_text(encoding="utf-8"))
    as_they_say = rdflib.Graph().parse(data=json.dumps(context | note), format="json-ld")

    as_we_say = rdflib.Graph().parse(data=turtle.as_turtle(note), format="turtle")

    assert set(as_we_say) == set(as_they_say)
