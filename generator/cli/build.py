"""`build`: the catalogue as a folder of pages."""

import argparse
from pathlib import Path

from generator.cli.mkdocs import mkdocs

HELP = "byg hjemmesiden"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site-dir", "-d", type=Path, metavar="MAPPE", help="hvor siden lægges")


def run(options: argparse.Namespace) -> int:
    site = ["--site-dir", str(options.site_dir.absolute())] if options.site_dir else []
    return mkdocs("build", options.config_file, "--strict", *site)
