"""Abbreviations: found as whole words, explained where they first stand, and named in addresses."""

from pathlib import Path

import pytest

from generator.reading.catalogue import read_catalogue
from generator.showing.glossary import glossary
from generator.showing.terms import anchors, explained, used
from tests.conftest import Golden
from tests.support.cases import Row, files, rows
from tests.support.catalogues import write, write_catalogue

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


def test_glossary_names_the_first_who_use_a_word(tmp_path: Path) -> None:
    """Seven use it: six are named, and the search finds the seventh."""
    program = b"title: Et kursus\nstatus: open\nsummary: Tal med HR.\n"
    program += b"sources: [{id: a, title: Folder}]\n"
    names = [f"p{number}" for number in range(7)]
    write_catalogue(tmp_path, **dict.fromkeys(names, program))
    register = tmp_path / "programmes.yaml"
    write(register, register.read_bytes() + b"abbreviations: {HR: Human Resources, MED: Udvalg}\n")
    catalogue = read_catalogue(register).catalogue
    assert catalogue
    hr, med = glossary(catalogue)
    assert [piece.address for piece in hr.programmes] == [f"programmer/{id}/" for id in names[:6]]
    assert hr.has_more
    assert (med.programmes, med.has_more) == ((), False)


@pytest.mark.parametrize("row", rows("anchors"), ids=str)
def test_anchors(row: Row) -> None:
    words, names = row.cells
    assert list(anchors(words.split(", ")).values()) == names.split(", ")
