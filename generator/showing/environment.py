"""Jinja as the bodies of pages need it: everything escaped, nothing undefined."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator.model.text import MarkdownText
from generator.showing.addresses import CALENDAR, CATALOGUE, COMPARE, FIND, SEARCH, TOPICS
from generator.showing.citations import cited
from generator.showing.texts import counted, text
from generator.showing.wording import shown

TEMPLATES = str(files("generator").joinpath("templates"))

_PIECES = 500
"""Of those that templates are made of: as many are handed on as one."""
_MOST_COMPARED = 4
"""Programmes that can be seen side by side."""


def body(template: str, **values: Any) -> str:
    """The HTML of a template with `values`. Raises jinja2.UndefinedError for a missing one."""
    return _environment().get_template(template).render(**values)


def pieces(template: str, **values: Any) -> Iterator[str]:
    """The same piece by piece, for a page of many programmes: as one text it is too large."""
    stream = _environment().get_template(template).stream(**values)
    stream.enable_buffering(_PIECES)
    return stream


def component(name: str, **values: Any) -> Markup:
    """The HTML of a macro of `components/`: sooner than a template's, where there are many."""
    html: Markup = getattr(_environment().globals["components"], name)(**values)
    return html


def keep_compiled(compiled: BytecodeCache) -> None:
    """Load every template, as it was compiled before where that is known."""
    environment = _environment()
    environment.bytecode_cache = compiled
    # While serving, a component may have been changed.
    environment.globals["components"] = _Components(environment)
    environment.auto_reload = True
    for name in environment.list_templates():
        environment.get_template(name)
    environment.auto_reload = False  # none is changed before the next build


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "text": text,
        "counted": counted,
        "calendar_address": CALENDAR,
        "catalogue_address": CATALOGUE,
        "compare_address": COMPARE,
        "find_address": FIND,
        "most_compared": _MOST_COMPARED,
        "search_address": SEARCH,
        "topics_address": TOPICS,
    }
    environment.globals["components"] = _Components(environment)
    environment.filters |= {
        "cited": cited,
        "prose": _prose,
        "shown": shown,
        "unbroken": _unbroken,
    }
    return environment


class _Components:
    """The macros of `components/`, by name, in every template; they are looked up only once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Macro:
        files = self._environment.list_templates(filter_func=lambda file: "components/" in file)
        for file in files:
            module = vars(self._environment.get_template(file).module)
            vars(self).update({key: at for key, at in module.items() if isinstance(at, Macro)})
        macro: Macro = vars(self)[name]
        return macro


def _prose(text: MarkdownText) -> Markup:
    return Markup(text.html)  # noqa: S704  # sanitised where it was read


def _unbroken(text: str) -> Markup:
    """Text whose ranges (`11,5–21 timer`) stay on one line."""
    # Only an ordinary space ends a range; the one before its unit does not break.
    wrapped = re.sub(
        "[^ ]*[0-9½]–[0-9½][^ ]*", r'<span class="unbroken">\g<0></span>', str(escape(text))
    )
    return Markup(wrapped)  # noqa: S704  # escaped above
