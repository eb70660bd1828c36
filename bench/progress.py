"""What is being done, for whoever waits at a terminal."""

import sys


def progress(text: str) -> None:
    """Show what is being done in place of what was; nothing where nobody watches."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="" if text else "\r", file=sys.stderr, flush=True)
