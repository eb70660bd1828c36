"""What a place in a programme or the register is called in Danish: `frist for Forårsholdet`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.changes.compare import Path
from generator.changes.excerpt import in_short
from generator.changes.matching import NAMES, TEXTS
from generator.changes.shape import Shape
from generator.showing.texts import text

Named = Callable[[Shape, str], str]
"""What an id stands for, given the shape of the value that it is."""


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    label: str
    """What the field is called, or what one of the list is."""
    shape: Shape
    is_item: bool


def shape_at(root: Shape, path: Path) -> Shape:
    """The shape of the value at a path."""
    return [*_steps(root, path)][-1].shape


def is_item(root: Shape, path: Path) -> bool:
    """Whether a path leads to one of a list or a table, not to a field."""
    return [*_steps(root, path)][-1].is_item


def label(root: Shape, path: Path, named: Named, entry: str = "") -> str:
    """The field or the item at a path, the entry of it that is meant, and what it belongs to."""
    *outer, last = _steps(root, path)
    is_name = outer and outer[-1].is_item and last.name == _known_by(outer[-1].shape)
    if is_name and last.name in TEXTS:
        last = outer.pop()  # the text of a requirement is the requirement
    words = [last.label, *([f"»{entry}«"] if entry else [])]
    items = [step for step in reversed(outer) if step.is_item]
    groups = [step for step in outer if step.shape.model and not step.is_item]
    of_groups = last.shape.model or last.shape.part("").model
    if not items and groups and not of_groups:
        # What a list of groups belongs to, such as requirements, goes without saying.
        return " ".join([*words, text("changes.under", group=groups[-1].label)])
    for number, step in enumerate(items):
        within = number or last.is_item
        words.append(text(f"changes.{'within' if within else 'for'}", item=_item(step, named)))
    return " ".join(words)


def mention(shape: Shape, name: str, named: Named) -> str:
    """An item by what it is known by: a name as it is, an id or a text in quotation marks."""
    known_by = _known_by(shape)
    words = in_short(named(shape.part(known_by), name))
    return words if known_by in ("name", "organisation") else f"»{words}«"


def _known_by(shape: Shape) -> str:
    fields = shape.model.model_fields if shape.model else {}
    return next((field for field in NAMES if field in fields), "")


def _item(step: _Step, named: Named) -> str:
    words = mention(step.shape, step.name, named)
    return f"{step.label} {words}" if words.startswith("»") else words


def _steps(root: Shape, path: Path) -> Iterator[_Step]:
    shape, field = root, ""
    for name in path:
        is_item = bool(shape.inner)
        field = field if is_item else shape.label(name)
        shape = shape.part(name)
        yield _Step(name, shape.item_name if is_item and shape.model else field, shape, is_item)
