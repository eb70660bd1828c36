"""The Markdown that programmes may use: paragraphs, lists, emphasis and links; never HTML."""

from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote"}


class _Addresses(Treeprocessor):
    """Notes what a text links to and what pictures it asks for."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.links: list[str] = []
        self.pictures: list[str] = []

    def run(self, root: Element) -> None:
        self.links = [a.get("href", "") for a in root.iter("a")]
        self.pictures = [img.get("src", "") for img in root.iter("img")]


def _engine() -> tuple[Markdown, _Addresses]:
    engine = Markdown(output_format="html")
    # HTML in a text is text: shown as it was written, not obeyed and not lost.
    engine.preprocessors.deregister("html_block")
    engine.inlinePatterns.deregister("html")
    engine.inlinePatterns.deregister("automail")
    addresses = _Addresses(engine)
    engine.treeprocessors.register(addresses, "addresses", 0)
    return engine, addresses


_MARKDOWN, _ADDRESSES = _engine()


@lru_cache(maxsize=4096)
def _converted(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    html = _MARKDOWN.reset().convert(text)
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}
    )
    return clean, tuple(_ADDRESSES.links), tuple(_ADDRESSES.pictures)


def render(text: str) -> str:
    """Safe HTML of a Markdown text."""
    return _converted(text)[0]


def links(text: str) -> tuple[str, ...]:
    """The addresses that a Markdown text links to."""
    return _converted(text)[1]


def pictures(text: str) -> tuple[str, ...]:
    """The addresses of pictures that a Markdown text asks for."""
    return _converted(text)[2]
