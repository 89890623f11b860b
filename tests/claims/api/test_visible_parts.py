"""What a public row says of hidden ones: nothing, in whatever way a reader asks."""

import json
from base64 import urlsafe_b64decode
from urllib.parse import parse_qs, urlsplit

import pytest

from accounts.scopes import Role
from claims.record.withholding import withhold
from tests.claims.api import scenes
from tests.claims.api.readers import LISTS, UNKNOWN, client_for, every_reader, listed
from tests.claims.api.scenes import list_of
from tests.kept import kept_rows
from tests.newsroom import the

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    """A published claim and what stands around it; who changes a row reads it anew."""
    with kept_rows(django_db_blocker):
        yield scenes.published()


# --- What may be asked --------------------------------------------------------------------------


@every_reader
@pytest.mark.parametrize(
    ("kind", "parameter", "value"),
    [
        ("claims", "work", "drafting"),
        ("claims", "assignee", "annotator"),
        ("claims", "due_before", "2030-01-01"),
        ("verdicts", "state", "draft"),
        ("verdicts", "author", "annotator"),
        ("claims", "ordering", "due_at"),
        ("claims", "ordering", "-due_at"),
    ],
)
def test_what_is_the_desks_alone_is_unknown_to_readers(kind, parameter, value, reader, scene):
    name = parameter if parameter != "ordering" else "due_at"

    refused = client_for(reader).get(f"/api/v1/{kind}/", {parameter: value})
    told = client_for(reader).options(f"/api/v1/{kind}/")
    granted = client_for("annotator").get(f"/api/v1/{kind}/", {parameter: value})

    assert refused.status_code == 400
    assert name not in refused.json()["detail"].partition("Known are")[2]
    assert name not in told.content.decode()
    assert granted.status_code == 200


@pytest.mark.parametrize(
    "parameter", ["ghost", "source__name", "created_by", "pk", "verdicts__state"]
)
def test_no_filter_reaches_through_to_columns(parameter, api):
    response = api.get("/api/v1/claims/", {parameter: "1"})

    assert response.status_code == 400
    assert response.json()["code"] == "unknown_parameter"


# --- What stands within other rows --------------------------------------------------------------


@every_reader
def test_no_reader_can_tell_that_the_desk_has_made_a_note(reader):
    claim = scenes.published()["claim"]
    address, client = f"/api/v1/claims/{claim.public_id}/", client_for(reader)
    before = client.get(address)

    claim.refresh_from_db()
    claim.edit(by=the(Role.ANNOTATOR), note="Somebody has called.", assignee=None)

    after = client.get(address)
    assert after.content == before.content
    assert after["ETag"] == before["ETag"]
    assert after.json()["version"] is None
    assert client_for("annotator").get(address).json()["version"] == claim.version


@every_reader
def test_a_published_claim_names_nobody_hidden(reader, scene):
    claim = client_for(reader).get(f"/api/v1/claims/{scene['claim'].public_id}/").json()

    assert claim["repeats"] is None
    assert claim["article"]["publisher"]["id"] == scene["publisher"].public_id
    assert claim["attributions"][0]["via"]["id"] == scene["via"].public_id
    named, protected = claim["verdict"]["evidence"]
    assert named["source"]["id"] == scene["witness"].public_id
    assert protected["source"] is None
    assert protected["protected"] == "She would lose her post."


@every_reader
def test_what_the_desk_alone_knows_of_a_claim_and_its_verdict_is_null(reader):
    scene = scenes.correction_under_way()

    claim = client_for(reader).get(f"/api/v1/claims/{scene['claim'].public_id}/").json()

    for key in ("work", "note", "assignee", "due_at", "closed", "author"):
        assert claim[key] is None
    people = {key for key in claim["verdict"] if key.endswith("_by")} | {"author"}
    assert {claim["verdict"][key] for key in people | {"return_reason", "four_eyes"}} == {None}


def test_the_desk_reads_who_and_what_for(as_annotator, scene):
    claim = as_annotator.get(f"/api/v1/claims/{scene['claim'].public_id}/").json()

    assert (claim["note"], claim["work"]) == ("Ask the clerk.", "none")
    assert claim["assignee"] == {"username": "annotator", "name": "The annotator"}
    assert claim["repeats"] == scene["original"].public_id
    assert claim["verdict"]["published_by"]["username"] == "reviewer"
    assert claim["verdict"]["evidence"][1]["source"]["id"] == scene["protected"].public_id


@every_reader
def test_a_repeated_claim_is_named_once_it_is_published_itself(reader, scene):
    scenes.newsroom.make_published(claim=scene["original"])

    claim = client_for(reader).get(f"/api/v1/claims/{scene['claim'].public_id}/").json()

    assert claim["repeats"] == scene["original"].public_id


@every_reader
@pytest.mark.parametrize(("name", "key"), [("claimant", "speaks_for"), ("question", "part_of")])
def test_a_public_row_does_not_name_the_hidden_one_it_belongs_to(name, key, reader, scene):
    path = f"/api/v1/{list_of(name)}/{scene[name].public_id}/"

    assert client_for(reader).get(path).json()[key] is None
    assert client_for("annotator").get(path).json()[key] is not None


@every_reader
def test_a_publisher_given_after_publication_is_named_nowhere_while_hidden(reader, scene):
    article = type(scene["article"]).objects.get(pk=scene["article"].pk)
    article.edit(by=the(Role.ANNOTATOR), publisher=scene["office"])
    client = client_for(reader)

    claim = client.get(f"/api/v1/claims/{scene['claim'].public_id}/").json()
    shown = client.get(f"/api/v1/articles/{article.public_id}/").json()

    assert claim["article"]["publisher"] is None
    assert shown["publisher"] is None


@every_reader
def test_a_source_protected_here_and_named_there_is_seen_there_only(reader, scene):
    scenes.newsroom.make_published(
        claim=scenes.newsroom.make_claim("18 months", attributions=[{"source": scene["protected"]}])
    )
    client = client_for(reader)

    verdict = client.get(f"/api/v1/verdicts/{scene['verdict'].public_id}/").json()
    found = listed(client, "claims", source=scene["protected"].slug)

    assert verdict["evidence"][1]["source"] is None
    assert scene["claim"].public_id not in found
    assert len(found) == 1


@every_reader
def test_a_text_is_read_only_where_it_may_be_public(reader, scene):
    article = type(scene["article"]).objects.get(pk=scene["article"].pk)
    path = f"/api/v1/articles/{article.public_id}/"
    client = client_for(reader)

    hidden = client.get(path).json()["text"]
    article.edit(by=the(Role.ANNOTATOR), text_is_public=True)
    shown = client.get(path).json()["text"]

    assert hidden is None
    assert "Mill Bridge" in shown


@every_reader
def test_a_retracted_check_says_so_and_why(reader):
    scene = scenes.retracted()

    response = client_for(reader).get(f"/api/v1/claims/{scene['claim'].public_id}/")

    assert response.status_code == 410
    assert "It was of another bridge." in response.json()["detail"]
    assert response.json()["code"] == "retracted"


@every_reader
def test_a_withheld_check_is_not_called_retracted(reader, scene, administrator):
    claim = scene["claim"]
    withhold(claim.versions.latest("version"), by=administrator, reason="An order of 3 May.")

    response = client_for(reader).get(f"/api/v1/claims/{claim.public_id}/")

    assert response.status_code == 451
    assert response.json()["detail"] == "An order of 3 May."


@every_reader
def test_history_is_not_for_readers_whether_the_claim_exists_or_not(reader, scene):
    client = client_for(reader)

    known, hidden, unknown = (
        client.get(f"/api/v1/claims/{name}/history/")
        for name in (scene["claim"].public_id, scene["original"].public_id, UNKNOWN)
    )

    assert known.status_code in (401, 403)
    assert known.content == hidden.content == unknown.content


# --- Pages --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LISTS)
def test_cursors_hold_what_readers_see_of_the_row_and_no_number_of_the_database(kind, api, scene):
    scenes.published()
    told = api.options(f"/api/v1/{kind}/").json()["orderings"]

    for ordering in (each for each in told if each != "relevance"):
        page = api.get(f"/api/v1/{kind}/", {"page_size": 1, "ordering": ordering}).json()
        word = parse_qs(urlsplit(page["next"]).query)["cursor"][0]
        _, _, key = json.loads(urlsafe_b64decode(word + "=" * (-len(word) % 4)))

        row = page["results"][0]
        assert key[-1] == row["id"]
        assert len(key) == 2
        assert key[0] == row[ordering.removeprefix("-")]


def test_no_answer_has_an_integer_key(api, as_annotator):
    scene = scenes.corrected()
    keys = {"id", "claim", "article", "question", "repeats", "source", "via", "publisher"}

    def integers(value, key=""):
        if isinstance(value, dict):
            return [each for name, item in value.items() for each in integers(item, name)]
        if isinstance(value, list):
            return [each for item in value for each in integers(item, key)]
        return [key] if key in keys and isinstance(value, int) else []

    for kind in LISTS:
        assert integers(as_annotator.get(f"/api/v1/{kind}/").json()) == []
    history = as_annotator.get(f"/api/v1/claims/{scene['claim'].public_id}/history/").json()
    assert integers(history) == []
