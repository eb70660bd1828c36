"""Prints how well search finds: the table of `make search-quality`.

A set of queries belongs to a collection of programmes. That of the sets in `queries/` is not part
of the project; they were written by people who had seen no engine, the later ones after the earlier
ones had been used to find faults.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.search.browsing import ask, bytes_to_first_result, read_queries
from tests.search.collection import Invented, multiplied, read_collection, write_project
from tests.search.scoring import Answer, is_right, scores
from tests.site.browser import launched
from tests.support.cases import ROOT

SHARED = ROOT.parent / "shared" / "search"
_COLD = 8
"""Queries for which the bytes until the first result are counted."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="search-quality", description="Print how well search finds."
    )
    parser.add_argument("queries", nargs="*", type=Path, help="JSON files of graded queries")
    parser.add_argument("--collection", type=Path, default=SHARED / "programmes.json")
    parser.add_argument("--programmes", type=int, help="as many of the collection, again and again")
    parser.add_argument("--misses", action="store_true", help="list the queries that went wrong")
    options = parser.parse_args(arguments)
    files = options.queries or [SHARED / "queries.json"]
    missing = [str(file) for file in (*files, options.collection) if not file.is_file()]
    if missing:
        print(f"There is no {', '.join(missing)}.", file=sys.stderr)
        return 2
    collection = read_collection(options.collection)
    if options.programmes:
        collection = list(multiplied(collection, options.programmes))
    with tempfile.TemporaryDirectory() as folder, launched() as chromium:
        site = build(Path(folder), collection)
        print(_HEADING)
        for file in files:
            queries = read_queries(file)
            answers = ask(chromium, site, queries)
            print(table(file.stem, answers))
            if options.misses:
                print(misses(answers))
        answerable = [answer.query for answer in answers if answer.found][:_COLD]
        sizes = bytes_to_first_result(chromium, site, answerable)
        if sizes:
            print(f"until the first result: {max(sizes) / 1000:.1f} kB at most (gzip)")
    return 0


def build(folder: Path, collection: Sequence[Invented]) -> Path:
    """The site of the project and a collection, in a folder of its own."""
    write_project(folder, collection)
    command = [sys.executable, "-m", "generator", "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return folder / "site"


_HEADING = f"{'queries':24}  n  s@1   r@5   nDCG  none  false    p50    p95 ms"


def table(name: str, answers: Sequence[Answer]) -> str:
    """The scores of a set of queries, and of each category in it."""
    categories = dict.fromkeys(answer.query.category for answer in answers)
    of = {each: [a for a in answers if a.query.category == each] for each in categories}
    lines = [_line(name, answers), *(_line(f"  {each}", found) for each, found in of.items())]
    return "\n".join(lines)


def misses(answers: Sequence[Answer]) -> str:
    wrong = [answer for answer in answers if not is_right(answer)]
    return "\n".join(f"    {a.query.text!r} found {', '.join(a.found[:3])}" for a in wrong)


def _line(name: str, answers: Sequence[Answer]) -> str:
    found = scores(answers)
    return (
        f"{name:24}{found.number:4} {found.success:.3f} {found.recall:.3f} {found.gain:.3f}"
        f"{found.without_result:5}  {found.false_hits:2}/{found.negatives:<3}"
        f"{found.median:6.1f} {found.nearly_all:6.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
