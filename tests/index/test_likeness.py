"""Names that are the same but for the way they are written have one key."""

import pytest

from factcheck.index.likeness import likeness


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Roads office", "ROADS OFFICE"),
        ("Roads office", " Roads  office"),
        ("US intelligence", "U.S. intelligence"),
        ("al-Jazeera", "Al Jazeera"),
        ("Wałęsa", "Walesa"),
        ("Jørgensen", "Jorgensen"),
        ("Straße", "STRASSE"),
        ("São Tomé", "Sao Tome"),
        ("Soeur Œuvre", "soeur oeuvre"),
        ("О’Коннор", "О'КОННОР"),
        ("Знам’янка", "Знамʼянка"),
        ("İstanbul", "Istanbul"),
        ("What does it cost?", "What does it cost"),
        ("“Courier”", '"Courier"'),
        ("Ａｇｅｎｃｙ", "Agency"),
    ],
)
def test_case_spacing_diacritics_and_punctuation_make_no_other_name(name: str, written: str):
    assert likeness(name) == likeness(written)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Roads office", "Roads offices"),
        ("C", "C++"),
        ("€ 5", "5"),
        ("?", "!"),
        ("東京", "東京都"),
        ("दिल", "दल"),
        ("Jan Kowalski", "Jan Kowalska"),
    ],
)
def test_letters_figures_and_signs_do(name: str, other: str):
    assert likeness(name) != likeness(other)
