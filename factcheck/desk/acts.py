"""Act: a button on a record's page, and the words it asks for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Act:
    """
    One thing an editor can do here.

    `name` is what the button posts and the page's method `do_<name>`. `asks` names the words it
    needs (`reason`, `notice`), posted under that name; `label_of_words` is their label. `saves`:
    it stores what the form holds; another act is refused while the form holds unsaved changes.
    """

    name: str
    label: str
    saves: bool = False
    primary: bool = False
    asks: str = ""
    label_of_words: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    grave: bool = False
