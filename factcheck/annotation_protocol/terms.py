"""The names that the standards give things."""

ANNO_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LDP_CONTEXT = "http://www.w3.org/ns/ldp.jsonld"
OA = "http://www.w3.org/ns/oa#"
LDP = "http://www.w3.org/ns/ldp#"

JSON_LD = "application/ld+json"
JSON_LD_WITH_PROFILE = f'{JSON_LD}; profile="{ANNO_CONTEXT}"'
TURTLE = "text/turtle"

ANNOTATION_TYPES = (LDP + "Resource", OA + "Annotation")
CONTAINER_TYPES = (LDP + "BasicContainer", LDP + "Resource")
CONSTRAINED_BY = LDP + "constrainedBy"
PROTOCOL = "http://www.w3.org/TR/annotation-protocol/"
ANNOTATION_SERVICE = OA + "annotationService"

MINIMAL = LDP + "PreferMinimalContainer"
CONTAINED_IRIS = OA + "PreferContainedIRIs"
CONTAINED_DESCRIPTIONS = OA + "PreferContainedDescriptions"


def link(address: str, rel: str) -> str:
    """One value of a Link header (RFC 8288)."""
    return f'<{address}>; rel="{rel}"'


def service_link(container: str) -> str:
    """How a page says where its annotations are."""
    return link(container, ANNOTATION_SERVICE)
