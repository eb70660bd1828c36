"""Which columns a table has: the fields of the model, with the names that it has for people."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.content import Element
from generator.model.offering import Offering, OfferingStatus
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.register import Register
from generator.reading import parsing
from generator.specimen import uncommented

EXAMPLE = "Eksempel: "
"""What the names of a template's examples begin with; such rows are not read."""


_NUMBERS = {"ugyldig-mængde": "3-5 timer", "ugyldigt-antal": "3-5"}
"""By what a text that is no such number is refused as."""


class _Elements(Record):
    elements: tuple[Element, ...]


class _Offerings(Record):
    offerings: tuple[Offering, ...]


_GROUPS: Mapping[str, type[Record]] = {"elements": _Elements, "offerings": _Offerings}
FIELDS = tuple(_GROUPS)


@dataclass(frozen=True)
class Column:
    heading: str
    name: str
    """The field that it holds."""
    within: str
    """The list whose items have the field; empty if the row itself has it."""
    description: str
    examples: tuple[str, ...]
    required: bool
    is_prose: bool
    number: str
    """How a number in it may be written; empty if it holds none."""
    vocabulary: str
    """The table of the register whose names can stand here; empty if anything can."""
    choices: Mapping[str, str]
    """By name, what is written in the file. Empty if it is no choice."""

    @property
    def is_name(self) -> bool:
        """Whether it tells what a row is called."""
        return (self.within, self.name) == ("", "name")

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What is written in the file, by all that is taken for it, in small letters."""
        named = {name.casefold(): value for name, value in self.choices.items()}
        return named | {value.casefold(): value for value in self.choices.values()}


@dataclass(frozen=True)
class Table:
    field: str
    title: str
    """What the sheet is called: `Elementer`."""
    one: str
    """What a row is called: `element`."""
    group: type[Record]
    """A group of that field alone."""
    columns: tuple[Column, ...]

    @property
    def fields(self) -> list[str]:
        """The fields of a row, in the order in which they are written."""
        return list(dict.fromkeys(column.within or column.name for column in self.columns))

    @property
    def lists(self) -> list[str]:
        """The fields of a row that hold lists."""
        return list(dict.fromkeys(column.within for column in self.columns if column.within))

    def columns_of(self, list_: str = "") -> list[Column]:
        """The columns of a list within a row; those of the row itself without one."""
        return [column for column in self.columns if column.within == list_]

    def counted(self, number: int) -> str:
        """`1 element`, `7 elementer`."""
        return f"{number} {self.one if number == 1 else self.title.lower()}"


def tables(register: Register) -> tuple[Table, ...]:
    """Every table, with the names of a catalogue to choose from."""
    return tuple(_table(field, register) for field in FIELDS)


def table_of(field: str, register: Register) -> Table:
    return next(table for table in tables(register) if table.field == field)


def _table(field: str, register: Register) -> Table:
    schema = _GROUPS[field].model_json_schema()
    row = _row(schema, schema["properties"][field])
    title = Programme.model_fields[field].title or field
    columns = tuple(_columns(schema, row, register))
    return Table(field, title, _noun(row), _GROUPS[field], columns)


def _row(schema: Mapping[str, Any], of_list: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of what a list holds."""
    return _resolved(schema, of_list["items"])


def _resolved(schema: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a part of the schema refers to; itself, if it refers to nothing."""
    if "$ref" not in part:
        return part
    found: Mapping[str, Any] = schema["$defs"][part["$ref"].removeprefix("#/$defs/")]
    return found


def _noun(group: Mapping[str, Any]) -> str:
    """`hold` for »et hold«, `del` for »en del af et element«."""
    return str(group["title"]).split()[1]


def _columns(
    schema: Mapping[str, Any], group: Mapping[str, Any], register: Register, within: str = ""
) -> Iterator[Column]:
    for name, field in group["properties"].items():
        if "items" in field:
            yield from _columns(schema, _row(schema, field), register, within=name)
            continue
        value = _resolved(schema, next(iter(field.get("anyOf", ())), field))
        title = str(field["title"])
        yield Column(
            heading=f"{_noun(group).capitalize()}: {title.lower()}" if within else title,
            name=name,
            within=within,
            description=str(field["description"]),
            examples=tuple(value.get("x-examples", ())),
            required=name in group["required"],
            is_prose=value.get("format") == "markdown",
            number=_NUMBERS.get(value.get("x-refusal", ""), ""),
            vocabulary=value.get("x-vocabulary", ""),
            choices=_choices(value, register),
        )


def _choices(value: Mapping[str, Any], register: Register) -> Mapping[str, str]:
    if "const" in value:
        return {value["const"]: value["const"]}
    if "enum" in value:
        danish = {status.value: status.danish for status in OfferingStatus}
        return {danish.get(word, word): word for word in value["enum"]}
    names: Mapping[str, str] = getattr(register, value.get("x-vocabulary", ""), {})
    # A name that another has too, as its name or id, would not say which is meant.
    taken = Counter(word for entry in names.items() for word in {*map(str.casefold, entry)})
    return {(id if taken[name.casefold()] > 1 else name): id for id, name in names.items()}


def examples(table: Table) -> list[dict[str, Any]]:
    """The items of the specimen, as they could stand in a file of this catalogue."""
    items: list[dict[str, Any]] = parsing.read("", uncommented().encode()).data()[table.field]
    for column in table.columns_of():
        known = [*column.choices.values()]
        for item in items:
            if column.vocabulary and item.get(column.name) not in known:
                item.pop(column.name, None)
    return [{**item, "name": f"{EXAMPLE}{item['name']}"} for item in items]
