"""Every text of the interface, by key."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def texts() -> Mapping[str, str]:
    table = tomllib.loads(files("generator.showing").joinpath("texts.toml").read_text("utf-8"))
    return {f"{group}.{key}": text for group, keys in table.items() for key, text in keys.items()}


def text(key: str, **words: object) -> str:
    """The text of `key`, filled in. Raises KeyError for a key that nobody has written."""
    return texts()[key].format(**words)


def counted(key: str, number: int) -> str:
    """`1 program`, `5 programmer`: the text of `key.one` or `key.many`."""
    return text(f"{key}-{'one' if number == 1 else 'many'}", number=number)
