"""How the desk writes dates and times: “23 Oct 2024, 14:05”."""

DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j M Y, H:i"
