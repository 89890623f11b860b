"""Why a request did not come to an answer, each in a sentence for whoever typed the address."""


class Failed(Exception):
    """There is no answer. The message says why."""


class Forbidden(Failed):
    """We do not send there."""


class NoAnswer(Failed):
    """Nobody is there, or what came is no answer in HTTP."""


class TimedOut(Failed):
    """It took longer than we wait."""
