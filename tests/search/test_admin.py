"""The desk's lists: the selected rows as a file, for whoever may see them."""

import json

import pytest
from django.urls import reverse

from tests.newsroom import make_claim, make_draft, make_source
from tests.search.exchange.files import exported

pytestmark = pytest.mark.django_db

LISTS = {
    "sources": "sources_source",
    "articles": "claims_article",
    "claims": "claims_claim",
    "verdicts": "claims_verdict",
}


def export(client, what, action, *rows):
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(reverse(f"admin:{LISTS[what]}_changelist"), chosen)


@pytest.fixture
def rows(db):
    """A row of each kind that has a list."""
    verdict = make_draft(claim=make_claim(attributions=[{"source": make_source("=Mayor")}]))
    return {
        "sources": make_source(),
        "articles": verdict.claim.article,
        "claims": verdict.claim,
        "verdicts": verdict,
    }


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("written_as", ["jsonl", "csv"])
def test_a_selection_is_a_file_of_those_rows(annotator_at_desk, rows, tmp_path, what, written_as):
    make_source("Not selected")
    action = {"jsonl": "export_json_lines", "csv": "export_spreadsheet"}[written_as]

    answer = export(annotator_at_desk, what, action, rows[what])

    content = answer.getvalue()
    assert answer.streaming
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{what}-')
    assert answer["Content-Disposition"].endswith(f'.{written_as}"')
    whole = exported(tmp_path / "file", what, format=written_as)
    assert set(content.splitlines()) <= set(whole.splitlines())
    assert rows[what].public_id.encode() in content
    assert b"Not selected" not in content


def test_several_rows_come_in_the_order_of_a_whole_export(annotator_at_desk, db):
    made = [make_source(name) for name in ("B", "A", "C")]

    answer = export(annotator_at_desk, "sources", "export_json_lines", *reversed(made))

    names = [json.loads(line)["name"] for line in answer.getvalue().splitlines()]
    assert sorted(names) == ["A", "B", "C"]


@pytest.mark.parametrize("what", LISTS)
def test_whoever_has_no_role_gets_no_file(client, outsider, rows, what):
    client.force_login(outsider)

    answer = export(client, what, "export_json_lines", rows[what])

    assert not answer.streaming
    assert answer.status_code in (302, 403)
