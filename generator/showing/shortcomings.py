"""What editors have to answer, decide or confirm, programme by programme; for previews only."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.problems.help import HELP
from generator.problems.problem import Problem, Severity, as_sentence
from generator.problems.terminal import summary
from generator.showing.addresses import GUIDE, SHORTCOMINGS, programme_address
from generator.showing.environment import body
from generator.showing.page import Page, root_from
from generator.showing.texts import text
from generator.showing.wording import sentence


class Shortcoming(NamedTuple):
    severity: str
    rank: str
    """The severity as a word for the style."""
    message: str
    help: str
    code: str
    file: str
    line: int
    """0 when it is the file at large."""
    excerpt: str
    edit: str
    """Where the line is edited; empty when that is not known."""


class Group(NamedTuple):
    """What is to be done in a programme's file; or in the others, when there is no address."""

    anchor: str
    heading: str
    address: str
    summary: str
    items: tuple[Shortcoming, ...]


def shortcomings_page(groups: Sequence[Group], problems: Sequence[Problem], source: str) -> Page:
    return Page(
        address=SHORTCOMINGS,
        title=text("shortcomings.title"),
        description=text("shortcomings.description"),
        body=partial(
            body,
            "shortcomings.html",
            groups=groups,
            summary=summary(problems),
            help_address=HELP,
            root=root_from(SHORTCOMINGS),
        ),
        source=source,
        parent=GUIDE,
        kind="shortcomings",
    )


def shortcomings(catalogue: Catalogue, problems: Sequence[Problem]) -> Iterator[Group]:
    """A group for each programme that has any, in display order, after that of the catalogue."""
    by_file: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.file].append(problem)
    programmes = {id: by_file.pop(file, []) for id, file in catalogue.files.items()}
    if others := [problem for found in by_file.values() for problem in found]:
        yield _group("kataloget", text("shortcomings.catalogue"), "", others)
    for id, found in programmes.items():
        if found:
            title = catalogue.programmes[id].title
            yield _group(f"program-{id}", title, programme_address(id), found)


def _group(anchor: str, heading: str, address: str, problems: Sequence[Problem]) -> Group:
    gravest_first = sorted(problems, key=lambda p: list(Severity).index(p.severity))
    items = tuple(map(_shortcoming, gravest_first))
    return Group(anchor, heading, address, summary(problems).removesuffix("."), items)


def _shortcoming(problem: Problem) -> Shortcoming:
    place = problem.place
    return Shortcoming(
        severity=sentence(problem.severity),
        rank=problem.severity.name.lower(),
        message=as_sentence(problem.message),
        help=as_sentence(problem.help),
        code=problem.code,
        file=place.file,
        line=place.told_line,
        excerpt=place.excerpt.strip(),
        edit=place.address,
    )
