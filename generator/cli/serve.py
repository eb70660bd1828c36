"""`serve`: the site in a browser, anew at each save."""

import argparse

from generator.cli.mkdocs import mkdocs

HELP = "vis siden, mens du skriver"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dev-addr", "-a", metavar="ADRESSE", help="for eksempel localhost:8000")


def run(options: argparse.Namespace) -> int:
    address = ["--dev-addr", options.dev_addr] if options.dev_addr else []
    return mkdocs("serve", options.config_file, *address)
