"""How a value of the wrong shape is to be written, where that is sure; empty where it is not."""

import re

from generator.reading.fields import field_name
from generator.reading.kinds import Kind, kinds
from generator.reading.nodes import Node, Path, Scalar, Sequence

_WORDS = re.compile(r"\w[\w -]*(?:, ?\w[\w -]*)*")
"""What needs no quotation marks, wherever it stands."""


def as_group(path: Path, text: str) -> str:
    """Of a group that is written as its name alone."""
    if not _WORDS.fullmatch(text):
        return ""
    is_item = path and isinstance(path[-1], int)
    return f"- name: {text}" if is_item else f"{field_name(path)}: {{name: {text}}}"


def as_group_of(name: str, inner: str, text: str) -> str:
    """Of a group of which one field is written on its own line."""
    if not _WORDS.fullmatch(text):
        return ""
    if (name == "profile" and inner not in kinds()) or Kind.LIST in kinds().get(inner, set()):
        text = f"[{text}]"  # answers to a question, which the register names
    return f"{name}: {{{inner}: {text}}}"


def in_brackets(path: Path, text: str) -> str:
    """Of a list that is written as a text."""
    return f"{field_name(path)}: [{text}]" if _WORDS.fullmatch(text) else ""


def without_brackets(path: Path, node: Node | None) -> str:
    """Of a text that stands alone in brackets."""
    if not isinstance(node, Sequence) or len(node.items) != 1:
        return ""
    one = node.items[0]
    if not isinstance(one, Scalar) or not _WORDS.fullmatch(one.text):
        return ""
    if not node.place.excerpt[node.place.column - 1 :].startswith("["):
        return ""
    return f"- {one.text}" if isinstance(path[-1], int) else f"{field_name(path)}: {one.text}"
