"""What is wrong with a page of prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import splitext
from urllib.parse import unquote

from generator.markdown import Prose, read_prose
from generator.problems.problem import Place, Problem, problem
from generator.prose.links import Link, apart, links, read_part
from generator.prose.targets import Targets, relative_path, target_of
from generator.reading.letters import wrong_letter
from generator.reading.parsing import ENDS_OF_CONFLICT, lines_of, not_utf_8
from generator.reading.yaml_places import Lines

# A line of seven = alone also makes a heading of the line above.
_CONFLICT = re.compile(f"^{ENDS_OF_CONFLICT}", re.MULTILINE)
_IN_HTML = re.compile(r"""(?:href|src)\s*=\s*["']?([^"'\s>]+)""")
# A picture may be called logo@2x.png.
_MAIL = re.compile(r"(?!.*\.(?:gif|jpe?g|pdf|png|svg|webp)$)[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?.*)?")


@dataclass(frozen=True)
class ProsePage:
    """A page as it is written; `file` is how it is told of, `name` its path among the pages."""

    file: str
    name: str
    raw: bytes

    def problems(self, targets: Targets | None) -> Iterator[Problem]:
        """Whatever is sure; that links lead nowhere, only where `targets` are known."""
        if self._error:
            yield not_utf_8(self.file, self._error)
            return
        if conflict := _CONFLICT.search(self._text):
            yield problem("rest-af-konflikt", self._lines.place_of(conflict))
            return  # of both versions one goes
        if wrong := wrong_letter(self._text, self._lines):
            yield wrong
            return
        doubtful = [link for link in self._links if not self._is_sound(link.address, targets)]
        # Only now is it worth reading the page as Markdown, which tells for sure what is a link.
        for link in doubtful:
            if link.address in self._prose.links:
                yield self._wrong(link, "dødt-link", targets)
            elif link.address in self._prose.pictures:
                yield self._wrong(link, "billede-mangler", targets)
        for link in apart(self._text):
            if f"] ({link.address})" in self._prose.text:
                yield problem("link-mellemrum", self._place(link))

    @property
    def named(self) -> Iterator[str]:
        """What the page may link to, in Markdown or in HTML."""
        for link in self._links:
            yield target_of(_path(link.address), self.name)
        for address in _IN_HTML.findall(self._text):
            yield target_of(_path(address), self.name)
            yield target_of(_path(address), f"{splitext(self.name)[0]}/")

    def _is_sound(self, address: str, targets: Targets | None) -> bool:
        """Whether nothing is surely wrong with it."""
        if not address or _mend(address):
            return False
        path = _path(address)
        if not targets or not splitext(path)[1]:
            return True
        return not targets.lack(target_of(path, self.name))

    def _wrong(self, link: Link, code: str, targets: Targets | None) -> Problem:
        if not link.address:
            return problem("tomt-link", self._place(link))
        if mend := _mend(link.address):
            return problem("halvt-link", self._place(link), text=link.address, mend=mend)
        name = target_of(_path(link.address), self.name)
        meant = targets.meant(name, self.name) if targets else ""
        return problem(code, self._place(link), text=link.address, meant=meant)

    def _place(self, link: Link) -> Place:
        return self._lines.at(self._text, link.start, link.length)

    @cached_property
    def _error(self) -> UnicodeDecodeError | None:
        try:
            self.raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return error
        return None

    @cached_property
    def _text(self) -> str:
        """With one kind of line break, and blanks for what is no Markdown."""
        return read_part(re.sub("\r\n?", "\n", as_far_as_readable(self.raw)))

    @cached_property
    def _lines(self) -> Lines:
        return lines_of(self.file, as_far_as_readable(self.raw))

    @cached_property
    def _links(self) -> list[Link]:
        return list(links(self._text))

    @cached_property
    def _prose(self) -> Prose:
        return read_prose(self._text)


def as_far_as_readable(raw: bytes) -> str:
    """A page's text, with a mark for what is in another encoding."""
    return raw.decode("utf-8-sig", errors="replace")


def _mend(address: str) -> str:
    """The whole of an address that lacks its beginning; empty for others."""
    if address.startswith("www."):
        return f"https://{address}"
    return f"mailto:{address}" if _MAIL.fullmatch(address) else ""


def _path(address: str) -> str:
    return unquote(relative_path(address))
