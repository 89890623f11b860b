"""How speakers, stances and reasons are told from the words of a sentence."""

import pytest

from claims.suggestions import Suggestion, suggest


def only(text: str) -> Suggestion:
    """The suggestion for the last sentence of a text."""
    return max(suggest(text), key=lambda each: each.start)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Maria Ortega said 40 homes were lost.", "Maria Ortega"),
        ("“We lost 40 homes,” said Maria Ortega.", "Maria Ortega"),
        ("Forty homes were lost, 12 of them empty, according to Maria Ortega.", "Maria Ortega"),
        ("According to the roads office, the bridge cost 40 million euros.", "roads office"),
        ("The council put the cost at 3.1 million euros.", "council"),
        (
            "Maria Ortega, the mayor of Linz, told a reporter that 40 homes were lost.",
            "Maria Ortega",
        ),
        ("Mayor Maria Ortega added that 40 homes were lost.", "Maria Ortega"),
        ("Maria Ortega spoke. She said 40 homes were lost.", "Maria Ortega"),
        ("Maria Ortega spoke. Ortega said 40 homes were lost.", "Maria Ortega"),
        ("Some 40 homes were lost, police said.", "police"),
        ("Officials in Linz say 40 homes were lost.", "Officials in Linz"),
        ("Forty homes and 3 barns were lost.", None),
        ("The report of 40 lost homes alarmed Linz.", None),
        ("Maria Ortega did not say whether 40 homes were lost.", None),
        ("Maria Ortega is said to own 40 homes.", None),
        ("Maria Ortega and Jan Huber met. He said 40 homes were lost.", None),
    ],
)
def test_names_who_speaks(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


def test_goes_on_with_the_speaker_of_a_longer_quotation() -> None:
    text = "“We lost 40 homes. We will rebuild 30 of them.” said Maria Ortega."

    assert {each.speaker for each in suggest(text)} == {"Maria Ortega"}


def test_forgets_whom_a_pronoun_meant_far_above() -> None:
    text = "Maria Ortega spoke.\n\n" + "Rain fell.\n\n" * 5 + "She said 40 homes were lost."

    assert only(text).speaker is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Maria Ortega said 40 homes were lost.", "asserts"),
        ("Maria Ortega denied that 40 homes were lost.", "denies"),
        ("Maria Ortega called the figure of 40 homes a fabrication.", "denies"),
        ("Maria Ortega said it was a “lie” that 40 homes were lost.", "denies"),
        ("Maria Ortega said there was no such plan for 40 homes.", "denies"),
        ("Maria Ortega doubts that 40 homes were lost.", "doubts"),
        ("Maria Ortega could not confirm that 40 homes were lost.", "doubts"),
    ],
)
def test_tells_a_denial_from_an_assertion(text: str, stance: str) -> None:
    suggestion = only(text)

    assert (suggestion.speaker, suggestion.stance) == ("Maria Ortega", stance)


def test_takes_each_name_of_several_apart() -> None:
    suggestion = only("Both Austrian and Swiss German police say 40 homes were lost.")

    assert suggestion.voices[0].names == ("Austrian police", "Swiss German police")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Maria Ortega said 40 homes were lost.", "Has a figure: 40 homes"),
        ("Maria Ortega said 40 homes were lost.", "Said by Maria Ortega"),
        ("Maria Ortega denied the loss.", "Denied by Maria Ortega"),
        ("Linz has more cars than homes, said Ortega.", "Compares: “more cars than”"),
        ("It was the largest fire, said Ortega.", "Superlative: “the largest”"),
        ("The fire led to losses in 2019.", "Gives a date: “2019”"),
    ],
)
def test_says_why(text: str, reason: str) -> None:
    assert reason in only(text).reasons


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on the town.",
        "Was it an accident?",
        "What Ortega says",
        "",
        "\n\n",
        "…",
        "“",
        ".",
    ],
)
def test_leaves_out_what_nobody_would_check(text: str) -> None:
    assert suggest(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Росія втратила 10 000 солдатів.",
        "俄罗斯派遣了3000名士兵。",
        "Es waren 3.000 Soldaten.",
        "بلغ عدد القتلى 1500 شخص.",
        "Hay 12.500 soldados.",
    ],
)
def test_finds_figures_in_other_languages(text: str) -> None:
    (suggestion,) = suggest(text)

    assert suggestion.figures
    assert suggestion.quote == text


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Mr. Huber saw 3 boats. He left at 9 p.m. on Monday.", ["Mr. Huber saw 3 boats."]),
        ("It cost 4.2 million euros. Nobody paid.", ["It cost 4.2 million euros."]),
        ("- 12 boats sank\n- 3 boats came back", ["12 boats sank", "3 boats came back"]),
        ("“12 boats sank!” he said. Rain fell.", ["“12 boats sank!” he said."]),
    ],
)
def test_cuts_sentences_where_readers_do(text: str, quotes: list[str]) -> None:
    assert [each.quote for each in suggest(text) if each.figures] == quotes
