"""What changes under a verdict without an editor seeing it: nothing that is a fact."""

import pytest

from claims.anchoring import Reason, State, reanchor

FIGURES, DATES, NAMES, NEGATION = Reason.FIGURES, Reason.DATES, Reason.NAMES, Reason.NEGATION
BEFORE = "Officials met in the capital this week to discuss the reports. "
AFTER = " They did so behind closed doors, as the war entered a new phase."


def became(old, new, quote=None):
    """The anchor of a sentence, or of a quote in it, after it was reworded."""
    quote = quote or old
    start = len(BEFORE) + old.index(quote)
    [found] = reanchor(BEFORE + old + AFTER, BEFORE + new + AFTER, [(start, start + len(quote))])
    return found


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Some 3,000 troops have arrived.", "Some 13,000 troops have arrived.", FIGURES),
        ("More than 3,000 troops have arrived.", "3,000 troops have arrived.", FIGURES),
        ("Up to 3,000 troops have arrived.", "At least 3,000 troops have arrived.", FIGURES),
        ("Three thousand troops arrived.", "Four thousand troops arrived.", FIGURES),
        ("Thousands of troops have arrived.", "Hundreds of troops have arrived.", FIGURES),
        ("It costs $5 million to build.", "It costs €5 million to build.", FIGURES),
        ("It costs $5 million to build.", "It costs $5 billion to build.", FIGURES),
        ("It fell from 7% to 5% last year.", "It fell from 5% to 7% last year.", FIGURES),
        ("They fly the F-16 over the border.", "They fly the F-35 over the border.", FIGURES),
        ("They met on 3 May in the city.", "They met on 4 May in the city.", DATES),
        ("They met in March in the city.", "They met in April in the city.", DATES),
        ("The law of 2014 is still in force.", "The law of 2015 is still in force.", DATES),
        ("He resigned on Monday, officials say.", "He resigned on Friday, officials say.", DATES),
        ("Troops were seen in Kursk on the day.", "Troops were seen in Sumy on the day.", NAMES),
        ("Putin spoke to reporters about it.", "Zelensky spoke to reporters about it.", NAMES),
        ("Moscow accused Kyiv of the attack.", "Kyiv accused Moscow of the attack.", NAMES),
        ("The minister said troops had arrived.", "Minister Kim said troops had arrived.", NAMES),
        ("Troops have arrived in the region.", "Troops have not arrived in the region.", NEGATION),
        ("Troops can't enter the region now.", "Troops can enter the region now.", NEGATION),
        ("He confirmed the report on troops.", "He denied the report on troops.", NEGATION),
        ("В область прибыли 3 тысячи солдат.", "В область прибыли 3 миллиона солдат.", FIGURES),
        ("В область прибыли 3 000 солдат.", "В область прибыли 13 000 солдат.", FIGURES),
        ("Прибыли более 3 000 солдат за день.", "Прибыли 3 000 солдат за день.", FIGURES),
        ("Прибыли пять тысяч солдат за день.", "Прибыли семь тысяч солдат за день.", FIGURES),
        ("Прибыли двадцать солдат за день.", "Прибыли двенадцать солдат за день.", FIGURES),
        ("Прибули більше двох тисяч солдатів.", "Прибули менше двох тисяч солдатів.", FIGURES),
        ("Прибули п’ять солдатів за день.", "Прибули шість солдатів за день.", FIGURES),
        ("Они прибыли 5 мая в область.", "Они прибыли 6 мая в область.", DATES),
        ("Они прибыли в мае в область.", "Они прибыли в июне в область.", DATES),
        ("Об этом заявил Путин на встрече.", "Об этом заявил Песков на встрече.", NAMES),
        ("Солдаты прибыли в эту область.", "Солдаты не прибыли в эту область.", NEGATION),
        ("Військові прибули до цієї області.", "Військові не прибули до цієї області.", NEGATION),
    ],
)
def test_a_changed_fact_needs_review(old, new, reason):
    found = became(old, new)

    assert found.state == State.NEEDS_REVIEW
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Some 20% of the army has left.", "Some 20 percent of the army has left."),
        ("Three thousand troops have arrived.", "3,000 troops have arrived."),
        ("More than 3,000 troops arrived.", "Over 3,000 troops arrived."),
        ("They met on January 18, 2018 there.", "They met on 18 January 2018 there."),
        ("They met in Jan. 2018 in the city.", "They met in January 2018 in the city."),
        ("It does not matter to the army.", "It doesn’t matter to the army."),
        ("Troops have arrived in the region.", "The troops have arrived in the region."),
        ("Troops have arrived in the region.", "Meanwhile troops have arrived in the region."),
        ("Putin's army has left the region.", "Putin’s army has now left the region."),
        ("The New Federal Standards are here.", "The new federal standards are here."),
        ("Об этом сказали Путину на встрече.", "Об этом сказал Путин на встрече."),
        ("Прибыли 3 тысячи солдат за день.", "Прибыли 3 тыс. солдат за день."),
        ("Солдаты шли до Киева пешком.", "Солдаты шли пешком до Киева."),
        ("О трёх тысячах солдат говорят все.", "О трех тысячах солдат говорили все."),
    ],
)
def test_other_words_for_the_same_facts_are_changed(old, new):
    found = became(old, new)

    assert found.reasons == ()
    assert found.state == State.CHANGED


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("More than 3,000 troops have arrived.", "Fewer than 3,000 troops have arrived.", FIGURES),
        ("There are 3,000 troops in the region.", "There are no 3,000 troops there.", NEGATION),
        ("Прибыли более 3,000 troops за день.", "Прибыли менее 3,000 troops за день.", FIGURES),
    ],
)
def test_a_bound_or_negation_around_a_kept_quote_needs_review(old, new, reason):
    found = became(old, new, quote="3,000 troops")

    assert found.state == State.NEEDS_REVIEW
    assert reason in found.reasons


def test_a_word_inserted_at_the_opening_of_a_text_is_noticed():
    [found] = reanchor("We have 3,000 men.", "We have not 3,000 men.", [(8, 17)])

    assert found.state == State.NEEDS_REVIEW
    assert found.reasons == (NEGATION,)


def test_a_kept_quote_in_a_reworded_sentence_stays_exact():
    found = became("He said 3,000 troops had come.", "He says 3,000 troops came.", "3,000 troops")

    assert found.state == State.EXACT
    assert found.reasons == ()
