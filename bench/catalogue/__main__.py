"""`python -m bench.catalogue 1000 FOLDER`: an invented catalogue to look at or to try things on."""

import argparse
from pathlib import Path

from bench.catalogue.writing import write_catalogue

parser = argparse.ArgumentParser(prog="bench.catalogue", description="Write an invented catalogue.")
parser.add_argument("number", type=int, help="how many programmes")
parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
write_catalogue(options.folder, options.number, options.seed)
