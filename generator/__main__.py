import os
import sys

from generator.cli import main

try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:
    # The reader, such as `head`, has seen enough; Python would complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
sys.exit(code)
