"""Whatever is in a file, reading it ends in a report on lines that it has, never in a crash."""

import json
import random
import re
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems.problem import errors
from generator.problems.terminal import report
from generator.reading.catalogue import read_catalogue
from generator.showing.pages import pages
from tests.conftest import EFFORT
from tests.support.catalogues import write
from tests.support.mutations import REGISTER, TEXTS, mutated

MUTATIONS = 2000 * EFFORT

ENTRIES = [
    *("program.yaml", "./program.yaml", "*.yaml", "**/*.yaml", "**.yaml", "[.yaml", "[!.yaml", "?"),
    *("../x.yaml", "/x.yaml", "", " ", ".", "/", ".yaml", "a\\b.yaml", "a\0.yaml", "\0*.yaml"),
    *("x" * 300 + ".yaml", "x/" * 3000 + ".yaml", "*" * 50 + ".yaml", "~/x.yaml", "x.yaml/"),
    *("programmes.yaml", "*/", "**", "**/", "a**/x.yaml", "program.yaml/x.yaml"),
    "program.yaml/*.yaml",
]


def lines_of(content: bytes) -> list[str]:
    """The lines that a place can be on, as a report shows them: what is invisible is marked."""
    text = unicodedata.normalize("NFC", content.decode("utf-8-sig", "replace"))
    hidden = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\uffff]"
    return re.sub("[\u00a0\u202f]", " ", re.sub(hidden, "\ufffd", text)).splitlines() or [""]


def check(folder: Path, written: dict[str, bytes]) -> None:
    """Read a catalogue, and show it if it can be shown."""
    for name, content in written.items():
        write(folder / name, content)
    reading = read_catalogue(folder / "programmes.yaml")
    for found in reading.problems:
        place, lines = found.place, lines_of(written[found.place.file])
        assert 1 <= place.line <= len(lines), found
        assert 1 <= place.column <= len(place.excerpt) + 1, found
        assert place.excerpt in ("", lines[place.line - 1]), found
    assert report(reading.problems)
    assert errors(reading.problems) == (reading.catalogue is None)
    if reading.catalogue:
        assert all(page.html for page in pages(reading.catalogue, "programmes.yaml"))


@settings(max_examples=MUTATIONS)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 3), one_in_ten=st.integers(0, 9))
def test_mutated_files(tmp_path: Path, seed: int, times: int, one_in_ten: int) -> None:
    """Mostly a programme is changed, now and then the register."""
    chance = random.Random(seed)
    programme, register = chance.choice(TEXTS), REGISTER + b"\nprogrammes:\n  - program.yaml\n"
    for _ in range(times):
        if one_in_ten:
            programme = mutated(programme, chance)
        else:
            register = mutated(register, chance)
    check(tmp_path, {"programmes.yaml": register, "program.yaml": programme})


@given(entries=st.lists(st.one_of(st.text(), st.sampled_from(ENTRIES)), max_size=4))
def test_entries_of_the_register(tmp_path: Path, entries: list[str]) -> None:
    """Whatever a register lists, as a name or a pattern; JSON is YAML."""
    programmes = f"\nprogrammes: {json.dumps(entries)}\n".encode()
    check(tmp_path, {"programmes.yaml": REGISTER + programmes, "program.yaml": TEXTS[0]})


@given(content=st.binary(max_size=300))
def test_bytes_from_anywhere(tmp_path: Path, content: bytes) -> None:
    register = REGISTER + b"\nprogrammes:\n  - program.yaml\n"
    check(tmp_path, {"programmes.yaml": register, "program.yaml": content})
    check(tmp_path, {"programmes.yaml": content, "program.yaml": content})
