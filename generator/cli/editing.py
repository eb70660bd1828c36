"""What the commands that edit a programme's file have in common: how they tell what came of it."""

from collections.abc import Callable
from pathlib import Path

from generator.cli.exits import FOUND_ERRORS, OK, wrong_use
from generator.cli.seen_from_here import place_from_here, problem_from_here
from generator.editing.programme_file import Edit
from generator.editing.refusal import EditError, InvalidFileError
from generator.problems.terminal import report
from generator.site import register_of, site_address_of


def edit(config_file: Path, change: Callable[[Path], Edit], done: str) -> int:
    """Make a change to the catalogue of `config_file`, and tell where, and what remains to do."""
    register = register_of(config_file)
    site = site_address_of(config_file)
    try:
        made = change(register)
    except InvalidFileError as invalid:
        print(report((problem_from_here(p, register.parent) for p in invalid.problems), site))
        print(invalid)
        return FOUND_ERRORS
    except EditError as refused:
        return wrong_use(str(refused))
    place = place_from_here(made.place, register.parent)
    print(f"{place.file}:{place.line}: {done}")
    if made.problems:
        print("Det siger kontrollen om ændringen:\n")
        print(report((problem_from_here(p, register.parent) for p in made.problems), site))
    return OK
