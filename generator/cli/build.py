"""`build`: the catalogue as a folder of pages."""

import argparse
from pathlib import Path

from generator.cli.mkdocs import mkdocs

HELP = "byg hjemmesiden"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    # A preview has a folder of its own: it must never take the place of what is published.
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--site-dir", "-d", type=Path, metavar="MAPPE", help="hvor siden lægges")
    where.add_argument(
        "--preview",
        action="store_true",
        help="byg en forhåndsvisning i mappen preview, med en side om det, der mangler",
    )


def run(options: argparse.Namespace) -> int:
    site = ["--site-dir", str(options.site_dir.absolute())] if options.site_dir else []
    return mkdocs("build", options.config_file, "--strict", *site, preview=options.preview)
