import io
import os
import sys

from generator.cli.main import main


def _code() -> object:
    """That of the command, which may also end as MkDocs does."""
    try:
        return main()
    except SystemExit as end:
        return end.code


if isinstance(sys.stdout, io.TextIOWrapper):
    # Danish and file names of any kind, also where the terminal has an encoding of its own.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
try:
    code = _code()
    sys.stdout.flush()
except BrokenPipeError:
    # The reader, such as `head`, has seen enough; Python would complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
if code:
    sys.exit(code)  # type: ignore[arg-type]  # whatever it was given
# Python would take apart, piece by piece, all that a site was made of: half a second for a thousand
# programmes.
sys.stderr.flush()
os._exit(0)
