"""An editor at the desk: opens a page, changes what its form holds, presses a button."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


class FormReader(HTMLParser):
    """What a browser would post of a page's main form, and the buttons it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.buttons: list[str] = []
        self._inside = False
        self._template = 0
        self._textarea: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "form":
            self._inside = has.get("id") != "logout-form" and has.get("method") == "post"
        if tag == "template":
            self._template += 1
        if not self._inside or self._template:
            return
        name = has.get("name")
        if tag == "button" and name == "_act":
            self.buttons.append(has.get("value") or "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in has:
            self.fields.setdefault(self._select, []).append(has.get("value") or "")
        elif tag == "textarea" and name:
            self._textarea = name
            self.fields.setdefault(name, []).append("")
        elif tag == "input" and name:
            self._input(name, has)

    def _input(self, name: str, has: dict[str, str | None]) -> None:
        kind = has.get("type")
        if kind in ("submit", "file") or (kind in ("radio", "checkbox") and "checked" not in has):
            return
        ticked = "on" if kind == "checkbox" else ""
        self.fields.setdefault(name, []).append(has.get("value") or ticked)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        if tag == "template":
            self._template -= 1
        if tag == "textarea":
            self._textarea = None
        if tag == "select":
            self._select = None

    def handle_data(self, text: str) -> None:
        if self._textarea is not None and not self._template:
            self.fields[self._textarea][-1] += text


class Editor:
    """Somebody logged in, with a browser that follows no redirect."""

    def __init__(self, person: Any) -> None:
        self.person = person
        self.client = Client()
        self.client.force_login(person)

    def open(self, address: str) -> "Page":
        return Page(self, address, self.client.get(address))

    def text_of(self, address: str) -> str:
        response = self.client.get(address)
        assert response.status_code == 200, response.status_code
        return response.content.decode()


class Page:
    """A page as it was opened: what happens to it meanwhile it does not know."""

    def __init__(self, editor: Editor, address: str, response: HttpResponse) -> None:
        assert response.status_code in (200, 409), (response.status_code, address)
        self.editor = editor
        self.address = address
        self.text = response.content.decode()
        reader = FormReader()
        reader.feed(self.text)
        self.buttons = reader.buttons
        # The parser keeps the line break with which a textarea begins, as browsers do not.
        self.fields = {
            name: [value.removeprefix("\n").removeprefix("\r\n") for value in values]
            for name, values in reader.fields.items()
        }

    def press(self, act: str, **changes: Any) -> HttpResponse:
        """Post the form with these changes; `None` empties a field, `__` stands for `-`."""
        data: dict[str, Any] = dict(self.fields)
        for name, value in changes.items():
            data[name.replace("__", "-")] = "" if value is None else value
        return self.editor.client.post(self.address, {**data, "_act": act})

    def shown_after(self, response: HttpResponse) -> "Page":
        """The page that answers, after a redirect if there is one."""
        if response.status_code == 302:
            return self.editor.open(response["Location"])
        return Page(self.editor, self.address, response)


def add_row(page: Page, prefix: str, **values: Any) -> dict[str, Any]:
    """What the browser would post for one more row of a list."""
    number = int(page.fields[f"{prefix}-TOTAL_FORMS"][0])
    page.fields[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
    return {f"{prefix}__{number}__{name}": value for name, value in values.items()}
