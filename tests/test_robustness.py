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
from tests.support.cases import CASES, ROOT, files
from tests.support.catalogues import write

MUTATIONS = 2000 * EFFORT

REGISTER = (ROOT / "programmes.yaml").read_bytes().split(b"\nprogrammes:")[0]
SOURCES = [
    *sorted((ROOT / "content" / "programmes").glob("*.yaml")),
    ROOT / "generator" / "specimen.yaml",
    CASES / "register.yaml",
    *files("problems", "*/*.yaml"),
]
TEXTS = [file.read_bytes() for file in SOURCES]

SIGNS = [
    *":-#|>[]{}\"'&*!%@`,?~<=\\\t\r\n\0 ",
    *"\x07\x1b\x85\x9b\xa0\u200b\u2028\ufeff\ud7ff\uffff\U0001f600½–æøåé\u0301",
]
# Bytes that are no UTF-8: a lone continuation, an overlong form, half a surrogate pair, Latin-1.
NO_TEXT = [b"\x80", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe6", b"\xff"]
BYTES = [*(sign.encode() for sign in SIGNS), *NO_TEXT]
SCALARS = [
    *("", "~", "null", "no", "yes", "10:30", "012", "3.10", "1.000", "2027-00-10", "3.-1. marts"),
    *("*a", "&a x", "!!python/object:os.system x", "<<", "---", "...", "[", "{a: b}", "- a", "|"),
    *("javascript:alert(1)", "[x](javascript:x)", '"\\ud800"', '"\\0"', "'", '"', "@x", "x" * 999),
    *("frist", "løbende", "ultimo marts - primo marts", "20 minutter", "0 dage", "½-1 dag"),
    *("folder", 'folder, "Side 2"', "open", "completed", "htk"),
]
ENTRIES = [
    *("program.yaml", "./program.yaml", "*.yaml", "**/*.yaml", "**.yaml", "[.yaml", "[!.yaml", "?"),
    *("../x.yaml", "/x.yaml", "", " ", ".", "/", ".yaml", "a\\b.yaml", "a\0.yaml", "\0*.yaml"),
    *("x" * 300 + ".yaml", "x/" * 3000 + ".yaml", "*" * 50 + ".yaml", "~/x.yaml", "x.yaml/"),
    *("programmes.yaml", "*/", "**", "**/", "a**/x.yaml", "program.yaml/x.yaml"),
    "program.yaml/*.yaml",
]


def mutated(text: bytes, chance: random.Random) -> bytes:
    """The text with one thing done to it, as an editor's slip or a broken transfer would."""
    lines = text.splitlines(keepends=True) or [b"\n"]
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[at]
    match chance.randrange(10):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, line)
        case 2:
            lines[at], lines[other] = lines[other], line
        case 3:
            indent = len(line) - len(line.lstrip(b" "))
            lines[at] = b" " * max(0, indent + chance.randint(-4, 4)) + line.lstrip(b" ")
        case 4 | 5:
            column = chance.randint(0, len(line))
            lines[at] = line[:column] + chance.choice(BYTES) + line[column:]
        case 6:
            return text[: chance.randint(0, len(text))]
        case 7:
            end = chance.choice(TEXTS)
            return text[: chance.randint(0, len(text))] + end[chance.randint(0, len(end)) :]
        case _:
            key, colon, _ = line.partition(b":")
            dash = line[: len(line) - len(line.lstrip(b" -"))]
            start = key + colon + b" " if colon else dash
            lines[at] = start + chance.choice(SCALARS).encode() + b"\n"
    return b"".join(lines)


def lines_of(content: bytes) -> list[str]:
    """The lines that a place can be on, as a report shows them: what is invisible is marked."""
    text = unicodedata.normalize("NFC", content.decode("utf-8-sig", "replace"))
    hidden = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\uffff]"
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
