"""How a command ends."""

import sys
from pathlib import Path

OK, FOUND_ERRORS, WRONG_USE = 0, 1, 2
INTERRUPTED, NOBODY_LISTENED = 130, 141
"""As a shell tells of a command that was ended by Ctrl-C, or because its reader had gone."""


def wrong_use(message: str) -> int:
    """Tell in Danish why the command can't do what was asked for."""
    print(f"fejl: {message}", file=sys.stderr)
    return WRONG_USE


def not_ready(register: Path) -> int:
    """Tell that a command needs a register without errors."""
    return failed(f"{register} kan ikke læses endnu. Se hvorfor med check.")


def failed(message: str) -> int:
    """Tell in Danish why the command could not do what was rightly asked for."""
    print(f"fejl: {message}", file=sys.stderr)
    return FOUND_ERRORS
