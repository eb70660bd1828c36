"""`make bench`: measure, and print what was measured on what."""

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.machine import disturbed, machine, versions
from bench.process import adopt_orphans
from bench.progress import progress
from bench.project import Workplace
from bench.rows import ONLY_WHEN_ASKED, PEERS, ROWS
from bench.table import as_markdown, as_text

_USUAL = [name for name in ROWS if name not in ONLY_WHEN_ASKED]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    unknown = [name for name in options.rows if name not in ROWS]
    if unknown:
        print(
            f"There is no row {', '.join(unknown)}; there are {', '.join(ROWS)}.", file=sys.stderr
        )
        return 2
    shown = as_markdown if options.markdown else as_text
    print(machine(), versions(peer.version for peer in PEERS), disturbed(), sep="\n", flush=True)
    # A run that is ended must end its servers and take its folder away as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Workplace(Path(folder), options.seed)
        for number in options.number:
            for name in options.rows or _USUAL:
                table = ROWS[name](place, number, options.rounds)
                progress("")
                print(f"\n{shown(table)}", end="", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench", description="Measure the generator beside others, on an invented catalogue."
    )
    rows = [f"{name}: {(row.__doc__ or '').rstrip('.').lower()}" for name, row in ROWS.items()]
    parser.add_argument("rows", nargs="*", metavar="ROW", help="; ".join(rows))
    parser.add_argument("--number", type=int, nargs="+", default=[1000], help="of programmes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1, help="of the catalogue")
    parser.add_argument("--markdown", action="store_true", help="print tables in Markdown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
