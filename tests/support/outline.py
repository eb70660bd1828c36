"""A view as an outline: what is shown, without how it is laid out."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.showing.wording import NBSP


def outline(value: NamedTuple, indent: str = "") -> Iterator[str]:
    """The filled fields of a view and of those in it, a line each; "·" is a space that stays."""
    for field, content in value._asdict().items():
        if isinstance(content, BaseModel) or not content:
            continue  # the model itself is what was read, and nothing is shown of what is empty
        if _is_view(content):
            yield f"{indent}{field}:"
            yield from outline(content, indent + "  ")
        elif isinstance(content, tuple):
            yield f"{indent}{field}:"
            for item in content:
                yield from _item(item, indent + "  ")
        else:
            yield f"{indent}{field}: {_words(content)}"


def _is_view(value: object) -> bool:
    return hasattr(value, "_asdict")


def _item(item: Any, indent: str) -> Iterator[str]:
    if _is_view(item):
        first, *rest = list(outline(item, indent + "  ")) or [""]
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        words = item if isinstance(item, tuple) else (item,)
        yield f"{indent}- {' | '.join(map(_words, words))}"


def _words(value: object) -> str:
    return str(value).replace(NBSP, "·").replace("\n", "⏎")
