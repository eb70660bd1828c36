"""Values of a file that are English, each with the word that people are told."""

from enum import StrEnum


class DanishEnum(StrEnum):
    """A member is written as its value, and told by its Danish word."""

    danish: str

    def __new__(cls, value: str, danish: str) -> "DanishEnum":
        member = str.__new__(cls, value)
        member._value_ = value
        member.danish = danish
        return member
