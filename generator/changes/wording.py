"""A change in Danish words. What fields are called is the model's own to say."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.changes.compare import Change, Kind
from generator.changes.excerpt import differences, in_short, is_long
from generator.changes.labels import is_item, label, mention, shape_at
from generator.changes.matching import is_known_by_text, name_field, name_of
from generator.changes.shape import PROGRAMME, REGISTER, Shape
from generator.changes.version import Data, Group, Version
from generator.model.danish import DanishEnum
from generator.model.written import Written
from generator.problems.problem import listed
from generator.showing.addresses import programme_address
from generator.showing.texts import text

Form = Callable[[Written | str], str]
"""How a date, an amount or a count is written."""


@dataclass(frozen=True, slots=True)
class Told:
    change: Change
    about: str
    """The programme's everyday name, or that it is the catalogue; empty for a whole programme."""
    words: str

    @property
    def line(self) -> str:
        return f"{self.about}: {self.words}" if self.about else self.words


def told(change: Change, before: Version, after: Version, form: Form = str) -> Told:
    """The change as words; both versions name what it speaks of."""
    return Told(change, *_Words(before, after, form).of(change))


@dataclass(frozen=True, slots=True)
class _Words:
    before: Version
    after: Version
    form: Form

    def of(self, change: Change) -> tuple[str, str]:
        title = self._title(change.programme)
        if not change.path and change.kind is Kind.RENAMED:
            was, now = (programme_address(str(id)) for id in (change.before, change.after))
            return title, text("changes.renamed", before=was, after=now)
        if not change.path:
            return "", text(f"changes.programme-{change.kind}", title=title)
        about = title if change.programme else text("changes.catalogue")
        return about, self._of_path(change)

    def _of_path(self, change: Change) -> str:
        root = PROGRAMME if change.programme else REGISTER
        shape = shape_at(root, change.path)
        before, after = change.before or "", change.after or ""
        # An entry of a table, such as an abbreviation, is a text with a name before it.
        is_entry = isinstance(before or after, str) and is_item(root, change.path)
        entry = change.path[-1] if is_entry and change.path[-1] not in (before, after) else ""
        is_whole = change.kind is not Kind.CHANGED
        what = label(root, change.path, self._named, "" if is_whole else entry)
        if change.kind is Kind.MOVED:
            names = [self._moved(change, shape.part(""), name_of(item)) for item in after]
            return text("changes.moved", what=what, names=listed(names))
        if is_whole:
            value = self._value(shape, before or after) + (f" ({entry})" if entry else "")
            return text(f"changes.{change.kind}", what=what, value=value)
        texts = isinstance(before, str) and isinstance(after, str) and not shape.written
        if texts and (is_long(before) or is_long(after)):
            pieces = differences(str(before), str(after))
            return text("changes.reworded", what=what, pieces="; ".join(pieces))
        values = {"before": self._value(shape, before), "after": self._value(shape, after)}
        return text("changes.changed", what=what, **values)

    def _moved(self, change: Change, shape: Shape, name: str) -> str:
        is_programme = not change.programme and change.path == ("programmes",)
        return self._title(name) if is_programme else mention(shape, name, self._named)

    def _title(self, id: str) -> str:
        programme = self.after.programmes.get(id, self.before.programmes.get(id, {}))
        return str(programme.get("short_title") or programme.get("title") or id)

    def _named(self, shape: Shape, name: str) -> str:
        """What an id of the register stands for."""
        for version in (self.after, self.before):
            table = version.register.get(shape.vocabulary)
            if isinstance(table, dict) and name in table:
                return name_of(table[name])
        return name

    def _value(self, shape: Shape, data: Data) -> str:
        if isinstance(data, list):
            return listed([self._value(shape.part(""), item) for item in data])
        if isinstance(data, dict):
            return self._group(shape, data)
        if shape.vocabulary:
            return self._named(shape, data)
        if shape.written and issubclass(shape.written, DanishEnum):
            return next((one.danish for one in shape.written if one == data), data)
        return self.form(shape.typed(data)) if shape.written else f"»{in_short(data)}«"

    def _group(self, shape: Shape, data: Group) -> str:
        """A group by its name; a table by all that is in it."""
        if shape.inner:
            return "; ".join(f"{name}: {name_of(value)}" for name, value in data.items())
        name = self._named(shape.part(name_field(data)), name_of(data))
        if title := data.get("title"):
            return f"»{in_short(str(title))}«"
        if who := data.get("who"):
            name = f"{who}: {name}"
        return f"»{in_short(name)}«" if is_known_by_text(data) else name
