"""What the search knows of a page of prose: its sections, read from its HTML."""

from html.parser import HTMLParser

from generator.search.document import Document, Passage

_APART = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "br"}
_UNREAD = {"script", "style", "template", "noscript"}


def prose_document(address: str, title: str, html: str) -> Document:
    """A page whose sections begin with an `h2`."""
    reader = _Sections()
    reader.feed(html)
    reader.close()
    first, *others = (
        Passage(" ".join(heading.split()), anchor, " ".join(text.split()))
        for anchor, heading, text in reader.sections
    )
    return Document(address, title, summary=first.text, passages=tuple(others))


class _Sections(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections = [["", "", ""]]
        """Anchor, heading and text; the first is what stands before any heading."""
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _APART:
            self.handle_data(" ")
        anchor = dict(attrs).get("id")
        if tag == "h2":
            self.sections.append([anchor or "", "", ""])
        if tag in _UNREAD or tag in ("h1", "h2"):
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        innermost = self.within[-1] if self.within else ""
        if innermost == "h2":
            self.sections[-1][1] += data
        elif not innermost:
            self.sections[-1][2] += data
