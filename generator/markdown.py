"""The Markdown that programmes may use: paragraphs, lists, emphasis and links; never HTML.

And what a page of prose says, which may use all of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote"}
SCHEMES = {"http", "https", "mailto"}


# As MkDocs reads a page when nobody tells it otherwise.
_OF_PAGES = ("toc", "tables", "fenced_code")


class _Addresses(Treeprocessor):
    """Notes what a text links to and what pictures it asks for."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.links: list[str] = []
        self.pictures: list[str] = []

    def run(self, root: Element) -> None:
        self.links = [a.get("href", "") for a in root.iter("a")]
        self.pictures = [img.get("src", "") for img in root.iter("img")]


class _Spoken(_Addresses):
    """Notes what a reader is told as well, but for code."""

    text = ""

    def run(self, root: Element) -> None:
        super().run(root)
        self.text = "".join(_spoken(root))


def _spoken(element: Element) -> Iterator[str]:
    if element.tag != "code":
        yield element.text or ""
        for child in element:
            yield from _spoken(child)
            yield child.tail or ""


class _Engine:
    """One converter for many texts: making it costs more than most texts do."""

    def __init__(self) -> None:
        self.markdown = Markdown(output_format="html")
        # HTML in a text is text: shown as it was written, not obeyed and not lost.
        self.markdown.preprocessors.deregister("html_block")
        self.markdown.inlinePatterns.deregister("html")
        self.markdown.inlinePatterns.deregister("automail")
        self.addresses = _Addresses(self.markdown)
        self.markdown.treeprocessors.register(self.addresses, "addresses", 0)


@dataclass(frozen=True, slots=True)
class Text:
    """What became of a Markdown text."""

    html: str
    """Safe to show."""
    links: tuple[str, ...]
    """The addresses that it links to."""
    pictures: tuple[str, ...]
    """The addresses of pictures that it asks for."""


_engine = _Engine()

# Paragraphs in which nothing has a meaning of its own, as most texts are.
PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.:;?()/%–-]|(?<! )\n\n?(?=[^\W\d_]))*(?<! )")


def convert(text: str) -> Text:
    """Read a Markdown text, and sooner one that is `PLAIN`."""
    if not PLAIN.fullmatch(text):
        return read(text)
    paragraphs = text.replace("\n\n", "</p>\n<p>")
    return Text(f"<p>{paragraphs}</p>", (), ())


def read(text: str) -> Text:
    """Read a text, whatever is in it."""
    html = _engine.markdown.reset().convert(text)
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES)
    return Text(clean, tuple(_engine.addresses.links), tuple(_engine.addresses.pictures))


@dataclass(frozen=True, slots=True)
class Prose:
    """What a page of prose tells, but for what it has as HTML or code."""

    text: str
    links: frozenset[str]
    """The addresses that it links to."""
    pictures: frozenset[str]
    """The addresses of pictures that it shows."""


def read_prose(text: str) -> Prose:
    """Read a page, whose Markdown may have more than that of programmes."""
    markdown, found = _pages_engine()
    markdown.reset().convert(text)
    return Prose(found.text, frozenset(found.links), frozenset(found.pictures))


@cache
def _pages_engine() -> tuple[Markdown, _Spoken]:
    """Made when a page is in question, which is seldom."""
    markdown = Markdown(extensions=_OF_PAGES)
    spoken = _Spoken(markdown)
    markdown.treeprocessors.register(spoken, "spoken", 0)
    return markdown, spoken
