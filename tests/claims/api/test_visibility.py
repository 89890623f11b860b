"""Who sees what: one table of every record state and every kind of reader, asked in every way."""

import pytest

from tests.claims.api.readers import (
    LISTS,
    READERS,
    UNKNOWN,
    client_for,
    every_reader,
    everybody,
    listed,
)
from tests.claims.api.scenes import SEEN_BY_READERS, list_of
from tests.kept import kept_rows

pytestmark = pytest.mark.django_db

every_state = pytest.mark.parametrize(
    "state", SEEN_BY_READERS, ids=lambda state: state.__name__, scope="module"
)


@pytest.fixture(scope="module")
def scene(state, django_db_setup, django_db_blocker):
    """The rows of a state, for all who ask about them; nothing here changes them."""
    with kept_rows(django_db_blocker):
        yield state()


def rows_of(scene):
    return {name: row for name, row in scene.items() if hasattr(row, "public_id")}


def ids(scene, kind, names):
    return {
        row.public_id
        for name, row in rows_of(scene).items()
        if name in names and list_of(name) == kind
    }


# --- The table ----------------------------------------------------------------------------------


@every_state
@everybody
def test_lists_and_counts_hold_what_the_table_says(state, scene, reader):
    seen = SEEN_BY_READERS[state] if reader in READERS else set(scene)
    client = client_for(reader)

    for kind in LISTS:
        page = client.get(f"/api/v1/{kind}/", {"count": "true", "page_size": 100}).json()

        found = {row["id"] for row in page["results"]}
        everything = ids(scene, kind, set(scene))
        assert found & everything == ids(scene, kind, seen), kind
        assert page["count"] == len(page["results"]), kind
        if reader in READERS:
            assert found <= everything, kind


@every_state
@everybody
def test_details_open_where_the_table_says(state, scene, reader):
    seen = SEEN_BY_READERS[state] if reader in READERS else set(scene)
    client = client_for(reader)

    for name, row in rows_of(scene).items():
        names = [row.public_id] + ([row.slug] if hasattr(row, "slug") else [])
        statuses = {client.get(f"/api/v1/{list_of(name)}/{each}/").status_code for each in names}

        was_taken_back = name == "claim" and "retract" in state.__name__
        hidden = 410 if was_taken_back else 404
        assert statuses == ({200} if name in seen else {hidden}), name


@every_state
@every_reader
def test_writing_on_what_is_hidden_is_a_404_or_not_theirs_at_all(state, scene, reader):
    client = client_for(reader)

    for name in ("claim", "verdict"):
        row = scene.get(name)
        if row is None or name in SEEN_BY_READERS[state]:
            continue
        response = client.patch(f"/api/v1/{list_of(name)}/{row.public_id}/", {}, HTTP_IF_MATCH="*")

        assert response.status_code in (401, 403, 404)
        unknown = client.patch(f"/api/v1/{list_of(name)}/{UNKNOWN}/", {}, HTTP_IF_MATCH="*")
        assert response.json() == unknown.json()


# --- Filters ------------------------------------------------------------------------------------

FILTERS = {
    "claims": {
        "article": ["article"],
        "claimant": ["claimant", "office", "via", "protected"],
        "source": ["claimant", "office", "via", "witness", "protected"],
        "question": ["question", "wider"],
    },
    "verdicts": {"claim": ["claim", "original"]},
    "articles": {"publisher": ["publisher", "protected"]},
    "sources": {"speaks_for": ["office", "protected"]},
}


@every_state
@every_reader
def test_a_filter_answers_for_hidden_rows_exactly_as_for_unknown_ones(state, scene, reader):
    client = client_for(reader)

    for kind, filters in FILTERS.items():
        for parameter, names in filters.items():
            for name in set(names) - SEEN_BY_READERS[state]:
                row = scene[name]
                for text in [row.public_id, getattr(row, "slug", row.public_id)]:
                    hidden = client.get(f"/api/v1/{kind}/", {parameter: text})
                    unknown = client.get(f"/api/v1/{kind}/", {parameter: UNKNOWN})

                    assert hidden.status_code == unknown.status_code == 400
                    assert hidden.content.decode() == unknown.content.decode().replace(
                        UNKNOWN, text
                    )


@every_state
@every_reader
def test_words_and_statuses_find_nothing_hidden(state, scene, reader):
    client = client_for(reader)
    searches = [
        ("claims", "q", "million", "claim"),
        ("claims", "q", "said before", "original"),
        ("articles", "q", "bridge", "article"),
        ("questions", "q", "bridge", "question"),
        ("questions", "q", "county", "wider"),
        *(("sources", "q", scene[name].name, name) for name in ("office", "claimant", "protected")),
    ]

    for kind, parameter, words, name in searches:
        found = listed(client, kind, **{parameter: words})

        assert (scene[name].public_id in found) == (name in SEEN_BY_READERS[state]), words
        assert set(found) <= ids(scene, kind, SEEN_BY_READERS[state])

    for status in ("unchecked", "drafting", "in_review", "retracted", "closed"):
        assert listed(client, "claims", status=status) == []
