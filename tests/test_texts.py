"""Every text that is asked for is written, and every text that is written is asked for."""

import re
import string
from collections import Counter

import pytest

from generator.problems.problem import Place, Severity, problem, wordings
from generator.showing.texts import text, texts
from tests.support.calls import first_arguments, template_arguments, words
from tests.support.cases import CASES, ROOT

ASKED = sorted({*first_arguments("text", "counted"), *template_arguments()})
CODES = sorted({*first_arguments("problem", "refusal", "note", "Finding")} - {".*"})
WORDS = words()


@pytest.mark.parametrize("pattern", ASKED)
def test_text_that_is_asked_for_is_written(pattern: str) -> None:
    assert any(re.fullmatch(pattern, key) for key in texts())


@pytest.mark.parametrize("key", texts())
def test_text_that_is_written_is_asked_for(key: str) -> None:
    patterns = [pattern for pattern in ASKED if re.fullmatch(pattern, key)]
    # What fills the gap of `facts.{key}` must be a word that somebody says.
    filled = [re.fullmatch(pattern.replace(".*", "(.*)"), key) for pattern in patterns]
    assert any(found and WORDS.issuperset(found.groups()) for found in filled), "nobody asks for it"


@pytest.mark.parametrize("key", texts())
def test_text_can_be_filled_in(key: str) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(texts()[key]) if name]
    filled = text(key, **dict.fromkeys(names, "ORD"))
    assert filled.strip() == filled
    assert "{" not in filled


@pytest.mark.parametrize("code", CODES)
def test_code_that_is_used_is_worded(code: str) -> None:
    assert re.sub(r"\\(.)", r"\1", code) in wordings()


@pytest.mark.parametrize("code", wordings())
def test_wording_is_used_and_whole(code: str) -> None:
    assert code in WORDS
    wording = wordings()[code]
    assert set(wording) == {"severity", "message", "help"}
    template = wording["message"] + wording["help"]
    names = dict.fromkeys(re.findall(r"\{(\w+)\}", template), "ORD")
    optional = re.findall(r"\{(\w+)\}", "".join(re.findall(r"\[.*?\]", template)))
    full = problem(code, Place("x.yaml"), **names)
    bare = problem(code, Place("x.yaml"), **names | dict.fromkeys(optional, ""))
    for told in (full.message, full.help, bare.message, bare.help):
        assert not re.search(r"[\[\]{}]|  ", told)
        assert not told.endswith((".", " ", ",", ";"))
    assert Counter(full.message)["»"] == Counter(full.message)["«"]


def test_each_wording_is_met_by_a_case() -> None:
    reports = [*CASES.rglob("*.out"), ROOT / "tests" / "golden" / "check.out"]
    text = "\n".join(file.read_text("utf-8") for file in reports)
    met = set(re.findall(rf"^(?:{'|'.join(Severity)})\[(.+?)\]", text, re.MULTILINE))
    met.add("for-stor-fil")  # has a test of its own: the file is too large to keep
    assert set(wordings()) == met
