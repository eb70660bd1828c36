"""How a command ends."""

import sys

OK, FOUND_ERRORS, WRONG_USE = 0, 1, 2


def wrong_use(message: str) -> int:
    """Tell in Danish why the command can't do what was asked for."""
    print(f"fejl: {message}", file=sys.stderr)
    return WRONG_USE
