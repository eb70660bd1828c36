"""`close-offering`: a word on an offering that takes nobody in any more."""

import argparse

from generator.cli.danish import either
from generator.cli.editing import edit
from generator.editing.offering import close_offering
from generator.model.offering import OfferingStatus

HELP = "luk et hold, så det ikke længere står som et, man kan søge"
_BY_NAME = {status.value: status for status in OfferingStatus}
_MEANINGS = {name: status.danish for name, status in _BY_NAME.items()}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = f'Skriv for eksempel: {parser.prog} ny-leder "Foråret 2027"'
    parser.add_argument("id", metavar="PROGRAM", help="programmets id: filens navn uden .yaml")
    parser.add_argument(
        "offering", metavar="HOLD", nargs="?", help="holdets navn, når programmet har flere"
    )
    parser.add_argument(
        "--as", dest="status", metavar="STATUS", choices=_MEANINGS,
        default="closed", help=f"{either(_MEANINGS)}; ellers closed",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    status = _BY_NAME[options.status]
    return edit(
        options.config_file,
        lambda register: close_offering(register, options.id, options.offering, status),
        f"holdet står nu som {status.danish}.",
    )
