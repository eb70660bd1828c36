"""Files with slips in them, as an editor's hand or a broken transfer makes them."""

import random

from tests.support.cases import CASES, ROOT, files

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
