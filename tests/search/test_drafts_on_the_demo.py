"""What of an article, and of a text about something else, the demo has on record."""

from pathlib import Path

import pytest
from django.core.management import call_command

from search.drafts import spans

ROOT = Path(__file__).resolve().parents[2]
TROOPS = ROOT.parent / "shared" / "data" / "articles" / "north-korean-troops.txt"


@pytest.mark.django_db
@pytest.mark.skipif(not TROOPS.exists(), reason=f"{TROOPS} is not there")
def test_the_story_is_told_on_the_demo():
    call_command("loaddata", "demo", verbosity=0)

    marked = {
        (pair.theirs.text, pair.ours.text): str(pair.relation.ratio)
        for span in spans(TROOPS.read_text(encoding="utf-8"))
        for pair in span.figures
    }

    assert marked["10,000", "3,000"] == marked["3,000", "10,000"] == "3.33"


@pytest.mark.django_db
def test_a_licence_is_about_none_of_the_demo():
    call_command("loaddata", "demo", verbosity=0)

    assert spans((ROOT / "LICENSE").read_text(encoding="utf-8")[:20_000]) == []
