"""What people's spreadsheet programs make of a CSV file, and what is wrong with one."""

import pytest
from django.core.management import CommandError, call_command

from sources.models import Source
from tests.newsroom import the
from tests.search.exchange.files import imported

pytestmark = pytest.mark.django_db

HEADER = "name,kind,aliases\r\n"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "import.csv"


def told(file, content, what="sources"):
    return imported(file, content, what=what, format="csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_countrys_delimiter_is_read(file, delimiter):
    table = 'name,kind\nMayor,person\n"County, the",government\n'

    told(file, table.replace(",", delimiter).replace(f"y{delimiter} the", ", the"))

    assert list(Source.objects.order_by("pk").values_list("kind", flat=True)) == [
        "person",
        "government",
    ]


def test_empty_rows_and_a_last_line_without_an_end_are_read(file):
    assert told(file, f"{HEADER}A,person,\r\n,,\r\n\r\nB,person,[]")[-1].startswith("Accepted 2")


def test_an_empty_cell_empties_the_field(file):
    told(file, "name,kind,country\nMayor,person,DE\n")

    told(file, "name,country\nMayor,\n")
    assert Source.objects.get().country == "DE"

    told(file, "slug,country\nmayor,\n")
    assert Source.objects.get().country == ""


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A,person", "Line 2 refused. It has 2 cells, and the header has 3."),
        ("A,person,x", "Line 2 refused. aliases: A list is written as JSON, as in []."),
        ('"A"x,person,', "Line 2 refused. This is no CSV"),
        ('"A,person,', "Line 2 refused. This is no CSV (unexpected end of data)."),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(file, row, reason):
    assert told(file, HEADER + row)[0].startswith(reason)


def test_lines_are_counted_as_an_editor_shows_them(file):
    content = f'{HEADER}A,person,"[\n]"\r\nB,mayor,\r\n'

    assert told(file, content)[0].startswith("Line 4 refused. kind:")


def test_bytes_that_are_no_utf8_spoil_their_own_row_only(file):
    content = HEADER.encode() + b"M\xfcller,person,\r\nMayor,person,\r\n"

    assert told(file, content) == [
        "Line 2 refused. name: This is not UTF-8. Save the file as UTF-8.",
        "Accepted 1, changed 0, unchanged 0, refused 1.",
        "Lines refused: 1.",
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "The file is empty"),
        ("name,colour\n", "There is no column “colour”. The columns are aliases, country,"),
        ("name,name\n", "The column “name” is there twice"),
        (b"\xff\xfen\x00a\x00", "There is no column “"),
    ],
)
def test_a_header_that_says_something_else_is_no_header(file, content, problem):
    file.write_bytes(content.encode() if isinstance(content, str) else content)

    with pytest.raises(CommandError, match=problem):
        call_command(
            "import", str(file), by=the("annotator").username, what="sources", format="csv"
        )


def test_a_spreadsheet_does_not_say_what_it_is(file):
    file.touch()

    with pytest.raises(CommandError, match="Say what its rows are"):
        call_command("import", str(file), by=the("annotator").username, format="csv")
