"""What a client sends to have something found."""

from claims.api.figure_inputs import LimitedTextField
from claims.models.article import LANGUAGE_TAG
from factcheck.rest.inputs import Input, TextField


class MatchInput(Input):
    """A statement, and the language that its checks should be in."""

    text = LimitedTextField(help_text="A statement; at most 20,000 characters")
    language = TextField(max_length=35, validators=[LANGUAGE_TAG], help_text="BCP 47, as in en")


class CheckInput(Input):
    """A draft."""

    text = LimitedTextField(help_text="At most 20,000 characters")
