"""What nobody should send, and somebody will."""

import json
from base64 import urlsafe_b64encode
from typing import Any

LONG = "x" * 1_000_000

# In place of any value of a body.
VALUES: list[Any] = [
    None,
    True,
    -1,
    2**63,
    1e308,
    "",
    LONG,
    "🙂\u202e\u0301\ufeff\ufffe\r\n\x1b",
    "' OR 1=1 --",
    "2024-02-30",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59.999999-23:59",
    "1e999",
    "9" * 400,
    "٣",
    [None],
    [[]],
    ["x", "x"],
    [{}],
    {},
    {"id": {}},
    {"slug": None, "id": "x" * 10_000},
]

# Raw bodies that are no JSON object, or one that should not be read.
BODIES = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"1",
    b'"text"',
    b"\xff\xfe\x00",
    b"\x00",
    b"[" * 10_000,
    b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    b'{"name": ' + b"[" * 500 + b"]" * 500 + b"}",
    b'{"name": NaN}',
    b'{"name": 1e999}',
    b'{"name": ' + b"9" * 5_000 + b"}",
    b'{"name": "\\ud800"}',
    b'{"name": "\\u0000"}',
    b'{"\\u0000": 1}',
    b'{"name": "\xff"}',
    b'{"name": 1, "name": []}',
    b'{"__proto__": 1, "constructor": 2, "self": 3, "by": 4, "at": 5}',
    json.dumps({str(number): number for number in range(20_000)}).encode(),
    b'{"name": "' + b"x" * 6_000_000 + b'"}',
]

CONTENT_TYPES = [
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/json; charset=nonsense",
    "application/merge-patch+json",
    "garbage",
    "a/b; c=\xff",
]

# In place of any query parameter's value, as it stands in the address.
QUERY_VALUES = [
    "",
    "a%00b",
    "%FF%FE",
    "%ED%A0%80",
    "%",
    "%5C_%25",
    "%F0%9F%99%82",
    "x" * 5_000,
    "9" * 400,
    "-1",
    "1e999",
    "NaN",
    "%D9%A3",
    "a,b",
    "0000-00-00",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00%2B23:59",
    "true&{name}=false",
]

IDS = [
    "%00",
    "%FF",
    "%ED%A0%80",
    "%0A",
    "%20",
    "..",
    "%2E%2E",
    "%252F",
    "%F0%9F%99%82",
    "'",
    "0",
    "-1",
    "9" * 400,
    "x" * 8_000,
    "{id}",
    "None",
    "4.2",
    "a;b",
]

HEADERS = [
    (
        "HTTP_IF_MATCH",
        ["garbage", "", '"', 'W/"1-x"', '"-"', '""', ",,,", "**", '"1"' * 5_000, "\xff"],
    ),
    ("HTTP_IF_NONE_MATCH", ["garbage", "", '"', "W/", ",,,", "*", '"' * 9_000, "\xff"]),
    (
        "HTTP_AUTHORIZATION",
        [
            "",
            "Bearer",
            "Bearer ",
            "Basic Zm9v",
            "Bearer fc_x_y",
            "bearer \xff\x00",
            "Bearer " + LONG,
        ],
    ),
    ("HTTP_ACCEPT", ["", "garbage", "text/html;q=x", "*/*;q=", "application/xml", "a/b,", "\xff"]),
    ("HTTP_IDEMPOTENCY_KEY", ["", " ", "x" * 256, "\xff", "a b", "\n"]),
    ("HTTP_X_REQUEST_ID", ["", "x" * 1_000, "a b", "\xff", "<script>"]),
    ("HTTP_COOKIE", ["sessionid=garbage", "sessionid=", "sessionid=" + "x" * 5_000, "=;=", "\xff"]),
    ("HTTP_HOST", ["", "evil.example", "localhost:99999999", "a b", "[::1", "\xff"]),
    ("HTTP_ORIGIN", ["null", "http://localhost:1", "garbage", "\xff"]),
    ("HTTP_X_HTTP_METHOD_OVERRIDE", ["DELETE", "garbage"]),
    ("HTTP_X_FORWARDED_PROTO", ["https", "garbage"]),
    ("CONTENT_LENGTH", ["-1", "x", "", "99999999999999999999"]),
]


def cursors(ordering: str, key_length: int = 2) -> list[str]:
    """Words that look like cursors of this ordering."""
    keys: list[Any] = [
        None,
        [],
        {},
        "x",
        7,
        *(
            [value] * key_length
            for value in (None, 0, -1, 2**63, 1e308, True, "", "x" * 500, "\x00", "🙂", [], {})
        ),
        ["9999-12-31T23:59:59-23:59", "x"],
        ["2024-10-23", "x"],
        ["2024-10-23T00:00:00", "x"],
        ["0001-01-01T00:00:00+23:59", "x"],
        [2**31, "x"],
        [2**63, "x"],
        [-(2**63), "x"],
        ["9" * 400, "x"],
        ["x", "x", "x"],
    ]
    words = [json.dumps([ordering, way, key]) for key in keys for way in (0, 1)]
    words += [json.dumps([ordering, way, None]) for way in (2, "1", None, True, [], 1e308)]
    words += ["", "[]", "{}", "null", "[" * 400, '["created_at"]', '"\\ud800"']
    return [urlsafe_b64encode(word.encode()).rstrip(b"=").decode() for word in words] + [
        "x",
        "====",
        "%FF",
        "%00",
        "🙂",
        "a" * 3_000,
    ]
