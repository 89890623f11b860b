"""Why words could not be tied to a place."""


class AnchoringError(ValueError):
    """Words cannot be tied to a place in a text. The message tells an editor why."""


class QuoteNotFound(AnchoringError):
    """The quoted words are not in the text, or not at the offsets given."""


class QuoteAmbiguous(AnchoringError):
    """The quoted words stand in the text `count` times and nothing said which is meant."""

    def __init__(self, message: str, count: int) -> None:
        super().__init__(message)
        self.count = count
