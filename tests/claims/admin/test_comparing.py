"""Two versions side by side: every paragraph once, beside the one that it is a version of."""

from hypothesis import given
from hypothesis import strategies as st

from claims.admin.comparing import Spot, compared

PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "The bridge costs 4.2 million euros.",
            "The bridge costs 5.2 million euros.",
            "A ferry runs.",
            "",
            "👩🏽‍🔬 It is so.",
        ]
    ),
    max_size=6,
).map("\n".join)


def words(side):
    return None if side is None else "".join(piece.text for piece in side.pieces)


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_texts_are_shown_whole(old, new):
    rows = compared(old, new, [], [])

    assert [words(row.old) for row in rows if row.old] == [p for p in old.split("\n") if p]
    assert [words(row.new) for row in rows if row.new] == [p for p in new.split("\n") if p]


@given(PARAGRAPHS, st.data())
def test_a_claim_has_its_words_whatever_changed_in_them(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    rows = compared("Something else.", text, [], [Spot(start, end, "claim")])

    marked = [
        piece.text for row in rows if row.new for piece in row.new.pieces if piece.claim == "claim"
    ]
    assert "".join(marked) == text[start:end].replace("\n", "")


def test_a_paragraph_stands_beside_its_new_version():
    rows = compared(
        "It costs 4.2 million.\nA ferry runs.",
        "A word first, and a long one.\nIt costs 5.2 million.\nA ferry runs.",
        [],
        [],
    )

    assert [(words(row.old), words(row.new), row.is_changed) for row in rows] == [
        (None, "A word first, and a long one.", True),
        ("It costs 4.2 million.", "It costs 5.2 million.", True),
        ("A ferry runs.", "A ferry runs.", False),
    ]
