"""Abbreviations: found as whole words, explained where they first stand, and named in addresses."""

from pathlib import Path

import pytest

from generator.showing.terms import anchors, explained, used
from tests.conftest import Golden
from tests.support.cases import Row, files, rows

MEANINGS = {
    "MED": "Medbestemmelse",
    "HR": "Human Resources",
    "HR-P": "HR-partner",
    "R&D": 'Forskning & "udvikling"',
    "f.eks.": "for eksempel",
    "amp": "et tegn",
    "<b>": "fed <skrift>",
}


@pytest.mark.parametrize("case", files("terms", "*.html"), ids=lambda file: file.stem)
def test_explained(case: Path, golden: Golden) -> None:
    html = case.read_text("utf-8")
    done = explained(html, MEANINGS)
    golden(case.with_suffix(".out"), done)
    assert explained(html, {}) == html


@pytest.mark.parametrize("row", rows("terms"), ids=str)
def test_used(row: Row) -> None:
    text, words = row.cells
    assert used(text, MEANINGS) == {word for word in words.split() if word}


@pytest.mark.parametrize("row", rows("anchors"), ids=str)
def test_anchors(row: Row) -> None:
    words, names = row.cells
    assert list(anchors(words.split(", ")).values()) == names.split(", ")
