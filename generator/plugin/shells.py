"""Pages put into a shell that the theme renders once for all that differ in a few words only."""

import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeGuard

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from generator.plugin.pages import GeneratedPage
from generator.plugin.told import NOTHING

_TEMPLATE = "spliced.html"
"""Of the theme: all that it shows is `spliced`."""

_PLACE = re.compile("\ue000(.*?)\ue001")


def is_themes_own(config: MkDocsConfig) -> bool:
    """Whether nobody but the theme has a say in what a page's shell tells of the page."""
    custom = config.theme.custom_dir
    has_templates = custom is not None and any(Path(custom).rglob("*.html"))
    return not has_templates and len(config.plugins.events["page_context"]) == 1


def splice(page: GeneratedPage) -> None:
    """Let a page be spliced, unless it is one of the few in the menu, which looks another there."""
    if not page.generated.in_menu:
        page.meta["template"] = _TEMPLATE


def is_spliced(page: MkDocsPage) -> TypeGuard[GeneratedPage]:
    return isinstance(page, GeneratedPage) and page.meta.get("template") == _TEMPLATE


class Shells:
    """The shells of a site; `render` makes a whole page of a context, as MkDocs does."""

    def __init__(self, render: Callable[[Mapping[str, Any]], str]) -> None:
        self._render = render
        self._shells: dict[tuple[object, ...], list[str]] = {}

    def filled(self, page: GeneratedPage, context: Mapping[str, Any]) -> str:
        """What `render` would make of the context of `page`."""
        words = _words(page, context)
        known = tuple(name for name, word in words.items() if word)
        made = page.generated
        key = (made.kind, id(page.parent), made.address.count("/"), known)
        if key not in self._shells:
            self._shells[key] = _PLACE.split(self._render(_placeholders(page, context, known)))
        # A text, then the name of what follows it, and so on to a last text.
        parts = self._shells[key].copy()
        parts[1::2] = [words[name] for name in parts[1::2]]
        return "".join(parts)


def _words(page: GeneratedPage, context: Mapping[str, Any]) -> dict[str, str]:
    """By name, what is the page's own in its shell, as it stands there."""
    return {
        "title": str(page.title),
        "description": page.meta["description"],
        "address": page.canonical_url or "",
        "edit": str(escape(page.edit_url or "")),
        "content": page.content or "",
        **{name: context[name] for name in NOTHING},
    }


def _placeholders(
    page: GeneratedPage, context: Mapping[str, Any], known: tuple[str, ...]
) -> Mapping[str, Any]:
    place = {name: f"\ue000{name}\ue001" for name in known}
    stand_in = copy(page)
    stand_in.title = place["title"]
    stand_in.meta = {**page.meta, **{k: place.get(k, "") for k in ("title", "description")}}
    stand_in.canonical_url = place.get("address")
    stand_in.edit_url = place.get("edit")
    stand_in.content = place["content"]
    published = replace(
        context["published"], title=place["title"], description=place.get("description", "")
    )
    told = {name: place.get(name, "") for name in NOTHING}
    return {**context, "page": stand_in, "published": published, **told}
