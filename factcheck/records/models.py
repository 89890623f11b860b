"""What Django finds of this room: the history."""

from factcheck.records.change import Change

__all__ = ["Change"]
