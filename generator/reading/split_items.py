"""Items of a list that seem to be one, each of whose lines was given a dash of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from generator.problems.problem import Place, Problem, listed, problem
from generator.reading import nodes
from generator.reading.nodes import Document, Node, Path

_Missing = Mapping[Path, list[str]]
"""By item, the fields that it must have and has not."""


@dataclass(frozen=True, slots=True)
class Split:
    rest: list[Place]
    """The items that go on with the first one, lacking what it has."""
    lacks: str
    effects: set[Path]
    """The fields that are missing only because the items are apart."""

    @property
    def problem(self) -> Problem:
        lines = listed(str(place.line) for place in self.rest)
        return problem("punkt-delt", self.rest[0], lines=lines, name=self.lacks)


def split_items(document: Document, details: list[ErrorDetails]) -> Iterator[Split]:
    missing: dict[Path, list[str]] = {}
    of_another = {error["loc"][:-1] for error in details if error["type"] == "extra_forbidden"}
    for error in details:
        item = error["loc"][:-1]
        is_item = bool(item) and isinstance(item[-1], int) and item not in of_another
        if error["type"] == "missing" and is_item:
            missing.setdefault(item, []).append(str(error["loc"][-1]))
    for path in dict.fromkeys(item[:-1] for item in missing):
        for run, given in _runs(document, path, missing):
            is_effect = {(*item, name) for item in run[1:] for name in missing[item]}
            is_effect |= {(*run[0], name) for name in given & {*missing.get(run[0], ())}}
            yield Split([document.place(item) for item in run[1:]], missing[run[1]][0], is_effect)


def _runs(
    document: Document, path: Path, missing: _Missing
) -> Iterator[tuple[list[Path], set[str]]]:
    """The items that go on with each other, and the fields that they have together."""
    listed = document.node(path)
    run: list[Path] = []
    given: set[str] = set()
    for index, item in enumerate(listed.items if isinstance(listed, nodes.Sequence) else []):
        here, names = (*path, index), _fields_after_dash(item)
        if run and here in missing and names and given.isdisjoint(names):
            run.append(here)
            given |= names
            continue
        if len(run) > 1:
            yield run, given
        run, given = [here] if names else [], names
    if len(run) > 1:
        yield run, given


def _fields_after_dash(item: Node) -> set[str]:
    """The fields of an item that is no group in braces."""
    before = item.place.excerpt[: item.place.column]
    return set(item.names) if isinstance(item, nodes.Mapping) and "{" not in before else set()
