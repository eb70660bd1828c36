"""Pages in a shell that the theme renders once for all that differ in a few words only."""

import os
import re
import secrets
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any, TypeAlias

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from generator.plugin.options import is_alone
from generator.plugin.pages import GeneratedPage
from generator.plugin.told import NOTHING
from generator.showing.addresses import source_uri
from generator.showing.page import Page

# No text has it, not even on purpose.
_MARK = secrets.token_hex(16)
_PLACE = re.compile(f"{_MARK}(.*?){_MARK}")
_CONTENT = f"{_MARK}{_MARK}"

_Half: TypeAlias = list[bytes | str]
"""What stands before or after a page's HTML, with the names of its own words in their places."""


def is_themes_own(config: MkDocsConfig) -> bool:
    """Whether nobody but the theme looks at pages, or has a say in how they are made."""
    custom = config.theme.custom_dir
    # Links to folders are followed, as Jinja does.
    walk = os.walk(custom, followlinks=True) if custom else ()
    has_templates = any(name.endswith(".html") for *_, names in walk for name in names)
    # Those beside the theme's may show what stands on any page.
    return is_alone(config) and not has_templates and not config.extra_templates


def has_shell(page: Page, in_nav: Container[str]) -> bool:
    """Whether a page's shell is that of others; the menu looks another on each page in it."""
    return not page.in_menu and source_uri(page.address) not in in_nav


def named_in(nav: object) -> Iterator[str]:
    """The files that a navigation names in mkdocs.yml."""
    if isinstance(nav, str):
        yield PurePath(nav.lstrip("/")).as_posix()
    elif isinstance(nav, dict | list):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from named_in(item)


class Shells:
    """The shells of a site; `render` makes a whole page as MkDocs does, of it and what is told."""

    def __init__(self, render: Callable[[MkDocsPage, Mapping[str, Any]], str]) -> None:
        self._render = render
        self._shells: dict[tuple[object, ...], list[_Half]] = {}

    def around(self, page: GeneratedPage, told: Mapping[str, Any]) -> tuple[bytes, bytes]:
        """What `render` would put before and after the page's HTML, as a file has it."""
        words = _words(page, told)
        known = tuple(name for name, word in words.items() if word)
        made = page.generated
        key = (made.kind, id(page.parent), made.address.count("/"), known)
        if key not in self._shells:
            whole = self._render(page, _placeholders(page, told, known))
            self._shells[key] = [_half(html) for html in whole.split(_CONTENT)]
        before, after = (_filled(half, words) for half in self._shells[key])
        return before, after


def _half(html: str) -> _Half:
    pieces = _PLACE.split(html)
    return [piece if at % 2 else piece.encode() for at, piece in enumerate(pieces)]


def _filled(half: _Half, words: Mapping[str, bytes]) -> bytes:
    return b"".join([words[piece] if isinstance(piece, str) else piece for piece in half])


def _words(page: GeneratedPage, told: Mapping[str, Any]) -> dict[str, bytes]:
    """By name, what is the page's own in its shell, as it stands there."""
    words = {
        "title": str(page.title),
        "description": page.meta["description"],
        "address": page.canonical_url or "",
        "edit": str(escape(page.edit_url or "")),
        **{name: told[name] for name in NOTHING},
    }
    return {name: word.encode() for name, word in words.items()}


def _placeholders(
    page: GeneratedPage, told: Mapping[str, Any], known: tuple[str, ...]
) -> Mapping[str, Any]:
    """What is told of a page, and the page itself, with marks where its own words would stand."""
    place = {name: f"{_MARK}{name}{_MARK}" for name in known}
    stand_in = _StandIn(
        page,
        title=place["title"],
        meta={**page.meta, **{k: place.get(k, "") for k in ("title", "description")}},
        canonical_url=place.get("address"),
        edit_url=place.get("edit"),
        content=_CONTENT,
    )
    published = replace(
        told["published"], title=place["title"], description=place.get("description", "")
    )
    others = {name: place.get(name, "") for name in NOTHING}
    return {"page": stand_in, "published": published, **others}


class _StandIn:
    """A page that says some things in other words."""

    def __init__(self, page: MkDocsPage, **words: object) -> None:
        self._page = page
        vars(self).update(words)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)
