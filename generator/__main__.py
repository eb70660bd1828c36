import io
import os
import sys

from generator.cli.main import main

if isinstance(sys.stdout, io.TextIOWrapper):
    # Danish and file names of any kind, also where the terminal has an encoding of its own.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:
    # The reader, such as `head`, has seen enough; Python would complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
sys.exit(code)
