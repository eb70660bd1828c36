"""Excel's files, made of a description in TOML that a person can read.

`sheets` holds tables with a `name` and `rows`, each row a list of what stands in its cells; further
`cells` by address. TOML's own dates, times and numbers are Excel's; a cell with more to it is a
table: `{value, format}`, `{formula}`, `{formula, result}` or `{error}`.
"""

import io
import re
import tomllib
import zipfile
from typing import Any

from openpyxl import Workbook


def workbook(description: str) -> bytes:
    """The file that is described."""
    book = Workbook()
    for spare in book.worksheets:
        book.remove(spare)
    results: dict[str, str] = {}
    for described in tomllib.loads(description)["sheets"]:
        sheet = book.create_sheet(described["name"])
        sheet.sheet_state = described.get("state", "visible")
        for number, row in enumerate(described["rows"], 1):
            for column, content in enumerate(row, 1):
                _put(sheet.cell(number, column), content, results)
        for address, content in described.get("cells", {}).items():
            _put(sheet[address], content, results)
        for cells in described.get("merged", ()):
            sheet.merge_cells(cells)
        for hidden in described.get("hidden_rows", ()):
            sheet.row_dimensions[hidden].hidden = True
        for letter in described.get("hidden_columns", ()):
            sheet.column_dimensions[letter].hidden = True
    file = io.BytesIO()
    book.save(file)
    return _with_results(file.getvalue(), results)


def _put(cell: Any, content: Any, results: dict[str, str]) -> None:
    if not isinstance(content, dict):
        cell.value = content or None if isinstance(content, str) else content
        return
    if "formula" in content:
        cell.value = content["formula"]
        if "result" in content:
            results[content["formula"].removeprefix("=")] = content["result"]
        return
    cell.value = content.get("error", content.get("value"))
    if "error" in content:
        cell.data_type = "e"
    if "format" in content:
        cell.number_format = content["format"]


def _with_results(raw: bytes, results: dict[str, str]) -> bytes:
    """With the texts that Excel has worked out for its formulas, which openpyxl never writes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for formula, result in results.items():
                done = f' t="str"><f>{formula}</f><v>{result}</v>'
                found = re.escape(f"><f>{formula}</f>") + "(?:<v */>|<v></v>)"
                text = re.sub(found.encode(), done.encode(), text)
            new.writestr(name, text)
    return out.getvalue()
