"""The pages of the catalogue, one or more of each kind, and what is read from their HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = Path(__file__).parent / "node_modules"

PROGRAMMES = sorted(file.stem for file in (ROOT / "content" / "programmes").glob("*.yaml"))
PROGRAMME_PAGES = {id: f"/programmer/{id}/" for id in PROGRAMMES}
PAGES = {
    "front": "/",
    "catalogue": "/programmer/",
    **PROGRAMME_PAGES,
    "find": "/find/",
    "compare": "/sammenlign/",
    "compared": "/sammenlign/?program=htk-talent&program=buf-talent&program=lup3",
    "topics": "/emner/",
    "way-in": "/indhold/mentor/",
    "organisation": "/organisation/metropol/",
    "search": "/soeg/",
    "results": "/soeg/?q=mentor",
    "glossary": "/ordliste/",
    "calendar": "/kalender/",
    "about": "/om/",
    "editors": "/redaktion/",
    "task": "/redaktion/luk-et-hold/",
    "reference": "/redaktion/datoer/",
    "findings": "/redaktion/fejl/",
    "not-found": "/findes-ikke/",
}
"""Address of each page, by a name for the tests' output."""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""


@dataclass
class Document:
    """A page as a list of its elements; enough to follow links and count headings."""

    elements: list[Element] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path) -> "Document":
        parser = _Parser()
        parser.feed(file.read_text("utf-8"))
        parser.close()
        return cls(parser.elements)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def values(self, attribute: str) -> Iterator[tuple[Element, str]]:
        for element in self.elements:
            if attribute in element.attributes:
                yield element, element.attributes[attribute]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        if self.elements:
            self.elements[-1].text += data
