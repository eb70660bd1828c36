"""The links and pictures of a page in Markdown, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What MkDocs reads as settings of the page, and what is shown as it is written or not at all.
_NOT_READ = re.compile(
    r"""\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$
    |^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*(?P=fence)[ \t]*$|\Z)
    |<!--.*?(?:-->|\Z)
    |(?<![`\\])(?P<ticks>`++)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
# An address may have spaces and, in pairs, parentheses; a title may follow it.
_INLINE = re.compile(
    r"""\]\((?P<address>[^()\n"]*(?:\([^()\n"]*\)[^()\n"]*)*)(?:"[^"\n]*"[ \t]*)?\)"""
)
_DEFINED = re.compile(
    r"""^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?P<address>\S+)(?:[ \t].*)?$""", re.MULTILINE
)
_APART = re.compile(
    r"(?<!!)\[[^\[\]\n]+\] \((?P<address>(?:https?://|mailto:|www\.)[^\s()]+|[^\s()]+\.md)\)"
)


@dataclass(frozen=True, slots=True)
class Link:
    """To a page or anything else, a picture that is shown included."""

    address: str
    start: int
    """The character of the page's text with which it begins."""
    length: int


def read_part(text: str) -> str:
    """A page's text with blanks for what is no Markdown: code, comments and front matter."""
    return _NOT_READ.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def links(text: str) -> Iterator[Link]:
    """What looks like a link or a picture in `text`, of which code is left out."""
    for form in (_INLINE, _DEFINED):
        yield from map(_link, form.finditer(text))


def apart(text: str) -> Iterator[Link]:
    """What was meant for a link, but has a space before its address."""
    return map(_link, _APART.finditer(text))


def _link(found: re.Match[str]) -> Link:
    """At its address, or at the bracket where one would follow."""
    written = found["address"]
    address = written.strip()
    start = found.start("address") + len(written) - len(written.lstrip())
    if not address:
        start = found.start()
    return Link(address.removeprefix("<").removesuffix(">"), start, len(address) or 3)
