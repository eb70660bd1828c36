"""What is mended in finished HTML that Markdown or Material has made."""

import re

_TABLE = re.compile("<table>.*?</table>", re.DOTALL)
_TOGGLES = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off">')
_CLOSED = re.compile(r"(<(?:img|br|hr)\b[^>]*?) ?/>")


def framed(html: str) -> str:
    """Prose whose tables scroll by themselves where they are too wide, rather than the page."""
    return _TABLE.sub(r'<div class="table-frame" tabindex="0">\g<0></div>', html)


def valid(html: str) -> str:
    """As the W3C's checker wants it.

    Without an attribute that Material gives two checkboxes, outside every block of its own, and
    without the slashes of XHTML that Markdown gives pictures and breaks.
    """
    return _CLOSED.sub(r"\1>", _TOGGLES.sub(r"\1>", html)).strip()
