import atexit
import io
import os
import sys
from pathlib import Path

from generator.cli.exits import INTERRUPTED, NOBODY_LISTENED
from generator.cli.main import main

is_done = False


@atexit.register  # the first to register is the last to be asked: threads and all else have ended
def _leave() -> None:
    """End without taking apart, piece by piece, all that a site was made of.

    Python takes half a second for that after a thousand programmes.
    """
    if is_done:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        os._exit(0)


if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
    # Names of files become addresses; Python can be told only when it begins.
    again = [sys.executable, *sys.orig_argv[1:]]
    os.execve(again[0], again, {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606  # itself
for name in ("stdin", "stdout", "stderr"):
    if getattr(sys, name) is None:
        # Somebody has closed it: else the next file that is opened would take its place, and get
        # what other programs write there.
        mode = "r" if name == "stdin" else "w"
        setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115  # as long as the program lasts
if isinstance(sys.stdout, io.TextIOWrapper):
    # Danish and file names of any kind, also where the terminal has an encoding of its own.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
code: int | str | None
try:
    try:
        code = main()
    except SystemExit as end:  # so ends MkDocs
        code = end.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.stdout.flush()
except BrokenPipeError:
    # The reader, such as `head`, has seen enough; Python would complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = NOBODY_LISTENED
is_done = not code
sys.exit(code)
