"""What several commands can be told."""

import argparse
from pathlib import Path

CONFIG_FILE = Path("mkdocs.yml")


def add_config_file(parser: argparse.ArgumentParser, default: object = CONFIG_FILE) -> None:
    """Let the command be told which site it is about."""
    parser.add_argument(
        "--config-file", "-f", type=Path, default=default, metavar="FIL",
        help="katalogets mkdocs.yml (ellers den i denne mappe)",
    )  # fmt: skip
