"""A view as an outline: what is shown, without how it is laid out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from generator.showing.wording import NBSP


def outline(value: Any, indent: str = "") -> Iterator[str]:
    """The filled fields of nested dataclasses, a line each; "·" is a space that does not break."""
    for field in fields(value):
        content = getattr(value, field.name)
        if isinstance(content, BaseModel) or not content:
            continue  # the model itself is what was read, and nothing is shown of what is empty
        if is_dataclass(content):
            yield f"{indent}{field.name}:"
            yield from outline(content, indent + "  ")
        elif isinstance(content, tuple):
            yield f"{indent}{field.name}:"
            for item in content:
                yield from _item(item, indent + "  ")
        else:
            yield f"{indent}{field.name}: {_words(content)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if is_dataclass(item):
        first, *rest = list(outline(item, indent + "  ")) or [""]
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        words = item if isinstance(item, tuple) else (item,)
        yield f"{indent}- {' | '.join(map(_words, words))}"


def _words(value: object) -> str:
    return str(value).replace(NBSP, "·").replace("\n", "⏎")
