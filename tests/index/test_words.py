"""How a search is read, and what of a text is worth looking for."""

import re
import sqlite3

import pytest

from factcheck.index.sqlite_expressions import stemmed
from factcheck.index.sqlite_schema import TOKENIZER
from factcheck.index.sqlite_stems import stems_of
from factcheck.index.stems import stem, stems_if_finished
from factcheck.index.words import MOST_PARTS, Part, folded, read, telling_words, words_in


def test_words_are_read_and_the_last_may_be_unfinished():
    assert read("Korean tro") == [Part(("Korean",)), Part(("tro",), beginning=True)]


def test_a_space_behind_it_finishes_the_last_word():
    assert read("troops ") == [Part(("troops",))]


def test_words_in_quotation_marks_keep_their_order():
    assert read("“nowhere near” troops ") == [Part(("nowhere", "near")), Part(("troops",))]


def test_a_figure_is_looked_for_as_a_whole():
    assert read("10,000 ") == [Part(("10", "000"))]


def test_stop_words_are_only_looked_for_where_there_is_nothing_else():
    assert read("the troops of Korea ") == [Part(("troops",)), Part(("Korea",))]
    assert read("to be ") == [Part(("to",)), Part(("be",))]


@pytest.mark.parametrize("text", ["", " ", "%", '"', "&|!()", "\x00", "\u0301", "ﹰ"])
def test_what_holds_no_word_asks_for_nothing(text):
    assert read(text) == []


def test_a_long_search_is_cut():
    assert len(read("word " * 10_000)) == MOST_PARTS


def test_a_script_without_spaces_is_looked_for_within_its_runs():
    assert read("朝鲜 troops ") == [Part(("朝鲜",), within=True), Part(("troops",))]


def test_diacritics_and_case_are_folded():
    assert folded("Škoda ÉLYSÉE") == "skoda elysee"


def test_telling_words_leave_addresses_and_stop_words_out_and_split_hashtags():
    text = "The #NorthKorea troops: see https://a.example/b?c of the North"

    assert telling_words(text) == ["north", "korea", "troops", "see"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Район й", ["район", "й"]),
        ("取消签证", ["取消", "消签", "签证"]),
        ("Covid疫苗 2025年", ["covid", "疫苗", "2025", "年"]),
        ("코로나 백신은", ["코로", "로나", "백신", "신은"]),
    ],
)
def test_words_keep_their_marks_and_without_spaces_every_two_neighbours_are_one(text, words):
    assert telling_words(text) == words


WORDS = re.findall(
    r"\w+",
    """
    caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled
    sized hopping tanned falling hissing fizzed failing filing happy sky relational conditional
    rational valenci hesitanci digitizer conformabli radicalli differentli vileli analogousli
    vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti
    sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful goodness
    revival allowance inference airliner gyroscopic adjustable defensible irritant replacement
    adjustment dependent adoption homologou communism activate angulariti homologous effective
    bowdlerize probate rate cease controll roll intelligence ukrainian troops fabrication yes
    oversight syzygy skies dying news containers missiles was has agencies employees
    """,
)


def test_stems_are_those_that_sqlite_keeps():
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE kept USING fts5(word, tokenize = 'porter')")
    database.execute("CREATE VIRTUAL TABLE stems USING fts5vocab('kept', 'instance')")
    database.executemany("INSERT INTO kept (word) VALUES (?)", [(word,) for word in WORDS])

    stored = [term for (term,) in database.execute("SELECT term FROM stems ORDER BY doc")]

    assert [stem(word) for word in WORDS] == stored


OTHER_WORDS = re.findall(
    r"\S+",
    """
    café naïve Łódź Größen straße smørrebrøds İstanbul IŞIK đường ﬁn ½ 3rds covid19s
    Российский ещё Їхній ΚΌΣΤΟΣ γέφυρας أعلن إسرائيل يسبّب החיסון हिन्दी क्या தடுப்பூசி বাংলাদেশের
    が ２０２５ e\u0302tre
    """,
)


def test_stems_of_any_script_are_those_that_sqlite_keeps():
    database = sqlite3.connect(":memory:")
    database.execute(f'CREATE VIRTUAL TABLE kept USING fts5(word, tokenize = "{TOKENIZER}")')
    database.execute("CREATE VIRTUAL TABLE stems USING fts5vocab('kept', 'instance')")
    database.executemany("INSERT INTO kept (word) VALUES (?)", [(word,) for word in OTHER_WORDS])

    stored = [term for (term,) in database.execute("SELECT term FROM stems ORDER BY doc")]

    assert stems_of(words_in(" ".join(OTHER_WORDS))) == stored


@pytest.mark.parametrize("word", [*WORDS, "houses", "increase", "deployment", "universities"])
def test_of_what_fts5_is_asked_for_it_makes_the_very_stem(word):
    assert stem(stemmed(stem(word)).strip('"')) == stem(word)


@pytest.mark.parametrize(("typed", "word"), [("intelligenc", "intelligence"), ("agenc", "agency")])
def test_a_word_cut_in_its_ending_leads_to_its_stem(typed, word):
    assert stem(word).startswith(typed) or stem(word) in stems_if_finished(typed)
