"""How a verb says no: each refusal is a sentence an editor can act on, and a code for programs."""


class Refused(Exception):
    """The row is not in a state that allows this."""

    code = "conflict"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.code


class NotAllowed(Refused):
    """This person may not do this."""

    code = "not_allowed"


class Stale(Refused):
    """Somebody has saved since the row was read."""

    code = "stale"

    def __init__(self, message: str = "") -> None:
        super().__init__(message or "Somebody has saved this since you opened it. Read it again.")


class Locked(Refused):
    """Readers can see this; it changes only through the door that the message names."""

    code = "locked"


class Missing(Refused):
    """Something that this act needs is not there; `field`, if the act itself should bring it."""

    code = "missing"

    def __init__(self, message: str, *, field: str = "", code: str | None = None) -> None:
        super().__init__(message, code=code)
        self.field = field
