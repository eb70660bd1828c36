"""Files that are not as they should be, and cells of every kind: never a traceback."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from generator.model.programme import Programme
from generator.model.register import Publisher, Register
from generator.problems.problem import errors
from generator.reading import parsing
from generator.reading.validation import validate
from generator.spreadsheets import delimited
from generator.spreadsheets.columns import FIELDS, table_of
from generator.spreadsheets.items import read_items
from generator.spreadsheets.rows import written_rows
from generator.spreadsheets.sheet import MAX_COLUMNS, MAX_MEGABYTES, MAX_ROWS, cell_text
from generator.spreadsheets.yaml_text import as_yaml
from tests.conftest import EFFORT
from tests.support.catalogues import run, write, write_catalogue
from tests.support.fragments import LEAST_PROGRAMME, completed
from tests.support.workbooks import workbook

LEAST = completed("", LEAST_PROGRAMME).encode()
ONE_ROW = "Navn;Tid\nDage;2 dage\n"


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def changed(part: str, old: bytes, new: bytes, encoding: str = "utf-8") -> bytes:
    """Excel's file with something else in one of its parts, which is encoded anew."""
    raw = workbook('[[sheets]]\nname = "Ark"\nrows = [["Navn", "Tid"], ["Dage", "1 dag"]]')
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert old in parts[part]
    text = parts[part].replace(old, new).decode()
    return archive(**{**parts, part: text.encode(encoding)})


def linked(cells: str) -> bytes:
    """What ends the rows of a sheet, and links some of its cells."""
    return f'</sheetData><hyperlinks><hyperlink ref="{cells}"/></hyperlinks>'.encode()


SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet"
LETTERS = b"<?xml version='1.0' encoding='x'?><worksheet"
UNREADABLE = {
    "old excel": (b"\xd0\xcf\x11\xe0" + bytes(600), "en ældre Excel-fil"),
    "locked": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "låst med adgangskode"
    ),
    "opendocument": (archive(mimetype=b"application/vnd.oasis"), "et OpenDocument-regneark"),
    "binary": (archive(**{"xl/workbook.bin": b"x"}), "en binær Excel-fil"),
    "word": (archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}), ""),
    "cut": (changed(SHEET, b"<row", b"<row")[:-400], ""),
    "no xml": (changed(SHEET, b"<sheetData>", b"<sheetData"), ""),
    "no number": (changed(SHEET, b'r="1"', b'r="x"'), ""),
    "no sheets": (changed(BOOK, b"<sheets>", b"<sheets/><x>"), ""),
    "entities": (changed(SHEET, b"<worksheet", ENTITIES), ""),
    "entities in UTF-16": (changed(SHEET, b"<worksheet", ENTITIES, "utf-16"), ""),
    "unknown letters": (changed(SHEET, b"<worksheet", LETTERS), ""),
    "no range": (changed(SHEET, b"</sheetData>", linked("1x")), ""),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", ""),
    "empty archive": (archive(), ""),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "kind"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable(tmp_path: Path, raw: bytes, kind: str) -> None:
    write_catalogue(tmp_path, program=LEAST)
    write(tmp_path / "ark.xlsx", raw)
    found = run("import", "ark.xlsx", cwd=tmp_path)
    assert found.code == 1
    assert found.err.startswith("fejl[ark-ulæseligt] ark.xlsx\n  filen kan ikke læses som regneark")
    assert kind in found.err.splitlines()[1]
    assert found.err.endswith("\n1 fejl.\n")


def test_merged_beyond_measure(tmp_path: Path) -> None:
    """A whole column is a few bytes in the file, and a million cells when it is loaded."""
    write_catalogue(tmp_path, program=LEAST)
    merged = b'</sheetData><mergeCells><mergeCell ref="D1:D1048576"/></mergeCells>'
    write(tmp_path / "ark.xlsx", changed(SHEET, b"</sheetData>", merged))
    found = run("import", "ark.xlsx", cwd=tmp_path)
    assert found.code == 1
    assert found.err.startswith("fejl[ark-flettet] ark.xlsx\n  cellerne D1:D1048576 er flettet")


TOO_LARGE = {
    "bytes": b"Navn\n" + b"x" * MAX_MEGABYTES * 1024 * 1024,
    "rows": b"Navn;Tid\n" * (MAX_ROWS + 1),
    "columns": b"Navn;Tid" + b";" * MAX_COLUMNS,
    "empty rows": changed(SHEET, b"</sheetData>", b"<row/>" * 600_000 + b"</sheetData>"),
    "linked cells": changed(SHEET, b"</sheetData>", linked("A1:XFD1048576")),
    "unpacked": archive(**{"xl/workbook.xml": bytes(60 * 1024 * 1024)}),
}


@pytest.mark.parametrize("raw", TOO_LARGE.values(), ids=TOO_LARGE)
def test_too_large(tmp_path: Path, raw: bytes) -> None:
    write_catalogue(tmp_path, program=LEAST)
    write(tmp_path / "ark.csv", raw)
    found = run("import", "ark.csv", cwd=tmp_path)
    assert found.code == 1
    assert found.err.startswith("fejl[ark-for-stort] ark.csv\n")


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=LEAST)
    described = '[[sheets]]\nname = "Ark"\nrows = [["Navn", "Tid"], ["Dage", "2 dage"]]'
    write(tmp_path / "excel.csv", workbook(described))
    write(tmp_path / "tekst.xlsx", ONE_ROW.encode())
    found = [run("import", name, cwd=tmp_path) for name in ("excel.csv", "tekst.xlsx")]
    assert [run.out for run in found] == ["elements:\n  - name: Dage\n    time: 2 dage\n"] * 2


# --- any cells at all ---

REGISTER = Register(
    title="Katalog",
    description="Programmer.",
    publisher=Publisher(name="Min Kommune"),
    element_kinds={"samling": "Samlinger", "praktik": "Praktik"},
    programmes=("x.yaml",),
)

FREE = ["Formål", "Beskrivelse", "Bemærkning", "Del: navn"]
"""Columns of which most texts can be read, so that much is written as well as refused."""
ALL = [column.heading for field in FIELDS for column in table_of(field, REGISTER).columns]
HEADINGS = st.one_of(
    st.permutations(["Slags", *FREE]),
    st.permutations(["Tid", *FREE]),
    st.lists(st.sampled_from([*ALL, "Tids", "Ansvarlig", ""]), max_size=8),
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200),
    st.sampled_from(
        ["Dage", "Eksempel: x", "2 dage", "1. marts 2027", "løbende", "Samlinger", "praktik", "ja"]
    ),
    st.lists(
        st.sampled_from(["- a", "# b", ": c", '"', "'", "{", "|", "&x", "  ", "\n", "null", "%"]),
        max_size=4,
    ).map(" ".join),
)
VALUES = st.one_of(
    st.none(), TEXTS, TEXTS, st.booleans(), st.integers(), st.floats(),
    st.dates(date(1901, 1, 1)), st.datetimes(datetime(1901, 1, 1)), st.times(), st.timedeltas(),
)  # fmt: skip
FORMATS = st.sampled_from(
    ["General", "@", "0%", "d-mmm", "mmm-yy", "d. mmmm yyyy", "h:mm", "[h]:mm"]
)


@given(
    headings=HEADINGS,
    rows=st.lists(st.lists(st.tuples(VALUES, FORMATS), max_size=8), max_size=6),
    title=st.sampled_from(["Elementer", "Hold", "Ark1"]),
)
@settings(max_examples=100 * EFFORT)
def test_any_workbook_is_read_or_refused(
    tmp_path: Path, headings: list[str], rows: list[list[tuple[Any, str]]], title: str
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    sheet.append(["Navn", *headings])
    for number, row in enumerate(rows, 2):
        for column, (value, form) in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            cell.number_format = form
    book.save(tmp_path / "ark.xlsx")
    read_well(tmp_path / "ark.xlsx")


@given(
    headings=HEADINGS,
    rows=st.lists(st.lists(TEXTS, max_size=8), max_size=6),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    delimiter=st.sampled_from(";,\t"),
)
def test_any_text_is_read_or_refused(
    tmp_path: Path, headings: list[str], rows: list[list[str]], encoding: str, delimiter: str
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([["Navn", *headings], *rows])
    file = write(tmp_path / "ark.csv", out.getvalue().encode(encoding))
    read_well(file)


@given(raw=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    read_well(write(tmp_path / "ark.csv", raw))


@given(texts=st.lists(TEXTS.map(cell_text), min_size=1, max_size=3))
def test_any_text_reads_as_it_is_written(texts: list[str]) -> None:
    kept = [text for text in texts if text and not parsing.CONTROL.search(text)]
    items = [{"name": " ".join(text.split()), "description": text} for text in kept]
    document = parsing.read("", as_yaml(table_of("elements", REGISTER), items).encode())
    assert not document.problems
    found = document.data()["elements"] or []
    assert [(item["name"], item["description"].strip()) for item in found] == [
        (item["name"], item["description"]) for item in items
    ]


def read_well(file: Path) -> None:
    """What is not refused says, as YAML, what a programme can have; and the same once more."""
    found, problems = read_items(file, REGISTER)
    assert (found is None) == errors(problems)
    if found:
        text = completed(as_yaml(found.table, found.items), LEAST_PROGRAMME)
        document = parsing.read("", text.encode())
        vocabulary = {"element_kinds": REGISTER.element_kinds}
        assert validate(document, Programme, vocabulary), document.problems
        items = document.data()[found.table.field]
        again = written_rows(found.table, items)
        sheet = delimited.write([[column.heading for column in found.table.columns], *again])
        repeated, _ = read_items(write(file.with_name("igen.csv"), sheet), REGISTER)
        assert repeated
        assert repeated.items == found.items
