"""Which part may know which: arrows run downward, and there is no circle."""

from pathlib import Path

import pytest

from tests.support.calls import CODE, GENERATOR, imports

# A part is a package or a module of the generator; those it may import stand beside it.
ARROWS = {
    "model": {"markdown"},
    "checks": {"model", "search"},
    "problems": set(),
    "each": set(),
    "memory": {"each"},
    "prose": {"each", "markdown", "problems", "reading", "settings", "showing", "site"},
    "reading": {"checks", "each", "model", "problems"},
    "search": set(),
    "showing": {"each", "model", "problems", "search"},
    "exports": {"each", "model", "showing"},
    "changes": {"git", "model", "problems", "reading", "showing"},
    "git": set(),
    "history": {"changes", "git", "model"},
    "news": {"changes", "model", "showing"},
    "markdown": set(),
    "schema": {"model", "problems"},
    "schema_files": {"reading", "schema"},
    "settings": set(),
    "site": {"settings"},
    "specimen": set(),
    "spreadsheets": {
        "editing",
        "model",
        "problems",
        "reading",
        "showing",
        "specimen",
        "whole_file",
    },
    "editing": {"model", "problems", "reading", "schema_files", "specimen", "whole_file"},
    "folder": set(),
    "replacement": {"folder"},
    "whole_file": set(),
    "cli": {
        "changes",
        "each",
        "editing",
        "model",
        "problems",
        "prose",
        "reading",
        "schema_files",
        "showing",
        "site",
        "spreadsheets",
        "whole_file",
    },
    "plugin": {
        "each",
        "exports",
        "folder",
        "git",
        "history",
        "memory",
        "model",
        "news",
        "problems",
        "prose",
        "reading",
        "replacement",
        "schema_files",
        "search",
        "settings",
        "showing",
        "site",
        "whole_file",
    },
    "__main__": {"cli"},
    "__init__": set(),
}
# What comes from elsewhere and only these may know.
KNOWN_BY = {
    "mkdocs": {"plugin"},
    "yaml": {"reading", "settings"},
    "jinja2": {"memory", "plugin", "showing"},
    "markdown": {"markdown"},
    "nh3": {"markdown"},
    "argparse": {"cli"},
    "icalendar": {"exports"},
    "openpyxl": {"spreadsheets"},
    "tomllib": {"problems", "search", "showing"},
    "watchdog": {"plugin"},
}

FILES = {file.relative_to(GENERATOR).as_posix(): file for file in CODE}


def part(file: Path) -> str:
    first = file.relative_to(GENERATOR).parts[0]
    return first.removesuffix(".py")


def parts_known(file: Path) -> set[str]:
    """The parts that a file imports from."""
    names = [name.split(".") for name in imports(file)]
    known = {name[1] for name in names if name[0] == "generator" and len(name) > 1}
    return known - {part(file)}


def test_table_is_about_what_there_is() -> None:
    assert {part(file) for file in CODE} == set(ARROWS)


@pytest.mark.parametrize("name", FILES)
def test_imports_follow_the_arrows(name: str) -> None:
    file = FILES[name]
    assert parts_known(file) <= ARROWS[part(file)]


@pytest.mark.parametrize("name", FILES)
def test_others_packages_stay_where_they_belong(name: str) -> None:
    roots = {module.split(".")[0] for module in imports(FILES[name])}
    unknown = {root for root in roots & set(KNOWN_BY) if part(FILES[name]) not in KNOWN_BY[root]}
    assert unknown == set()


def test_arrows_form_no_circle() -> None:
    """Taking away, again and again, what knows nothing that is left, leaves nothing."""
    left = dict(ARROWS)
    while leaves := [name for name, known in left.items() if not known & set(left)]:
        for name in leaves:
            del left[name]
    assert left == {}


@pytest.mark.parametrize("package", [name for name in ARROWS if (GENERATOR / name).is_dir()])
def test_modules_of_a_package_form_no_circle(package: str) -> None:
    modules = {file.stem: file for file in CODE if file.parent == GENERATOR / package}
    prefix = f"generator.{package}."
    left = {
        name: {known.removeprefix(prefix).split(".")[0] for known in imports(file)} & set(modules)
        for name, file in modules.items()
    }
    while leaves := [name for name, known in left.items() if not known & set(left) - {name}]:
        for name in leaves:
            del left[name]
    assert left == {}
