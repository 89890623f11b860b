"""What we got wrong, and how we work."""

import pytest

from claims.record.withholding import withhold
from tests import newsroom
from tests.publishing.pages.reading import make_checked, path_of, read, text_of

pytestmark = pytest.mark.django_db


def test_corrections_and_retractions_are_listed_with_their_notices():
    corrected = newsroom.make_superseded().claim
    retracted = newsroom.make_retracted().claim
    make_checked(statement="Never changed.")

    page = text_of("/corrections/")

    assert page.index("The estimate was of another bridge.") < page.index(
        "The council has published its estimate."
    )
    assert f'href="{path_of(corrected)}"' in page
    assert f'href="{path_of(retracted)}"' in page
    assert "Never changed." not in page


def test_a_withheld_correction_keeps_its_notice_alone(administrator):
    claim = newsroom.make_superseded().claim
    withhold(claim.versions.get(version=2), by=administrator, reason="An order of 3 May.")

    page = text_of("/corrections/")

    assert "The council has published its estimate." in page
    assert "What this check said is withheld." in page
    assert claim.public_id not in page


def test_the_methodology_defines_every_rating_and_has_the_policy_on_corrections():
    rating = newsroom.make_rating("mixed")

    page = text_of("/methodology/")

    assert 'id="r-mixed"' in page
    assert rating.definition in page
    assert 'id="corrections"' in page


def test_the_methodology_follows_the_scale():
    rating = newsroom.make_rating("mixed")
    tag = read("/methodology/")["ETag"]

    rating.edit(by=newsroom.the("administrator"), definition="Half of it holds.")

    after = read("/methodology/", HTTP_IF_NONE_MATCH=tag)
    assert "Half of it holds." in after.content.decode()


def test_a_desk_of_one_says_so(settings):
    settings.FOUR_EYES = False

    assert "without a second pair of eyes" in text_of("/methodology/")


def test_a_rating_of_the_desks_own_has_the_glyph_of_its_place():
    newsroom.make_rating("half-right", value=3, order=20)

    assert '<span class="badge r-other g-mixed"><i class="g"></i>Half right</span>' in text_of(
        "/methodology/"
    )
