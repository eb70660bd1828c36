"""Catalogues of several programmes in one file, and the calendars that are made of them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.exports.calendars import calendar_files
from generator.exports.site import Site
from generator.model.catalogue import Catalogue
from generator.reading.catalogue import read_catalogue
from tests.support.catalogues import write_catalogue

SITE = Site(
    "https://katalog.example.org/",
    datetime(2027, 1, 1, 12, tzinfo=UTC),
    changed={"fuld": datetime.fromisoformat("2026-11-21T01:30:00+02:00")},
)
_REST = {"summary": "Et forløb for nye ledere.", "sources": [{"id": "folder", "title": "Folder"}]}


def catalogue_of(folder: Path, programmes: Mapping[str, Any]) -> Catalogue:
    """The catalogue of some programmes, whose summary and sources are filled in."""
    files = {
        id: yaml.safe_dump({**_REST, **programme}, allow_unicode=True, sort_keys=False).encode()
        for id, programme in programmes.items()
    }
    write_catalogue(folder, **files)
    reading = read_catalogue(folder / "programmes.yaml")
    assert reading.catalogue, reading.problems
    return reading.catalogue


def programmes_in(file: Path) -> dict[str, Any]:
    """The programmes of a case by id, every scalar as text."""
    programmes: dict[str, Any] = yaml.load(file.read_bytes(), yaml.CBaseLoader)
    return programmes


def calendars_of(folder: Path, programmes: Mapping[str, Any], site: Site = SITE) -> dict[str, str]:
    """By address, the files of the calendars of some programmes."""
    made = calendar_files(catalogue_of(folder, programmes), site)
    return {address: "".join(content) for address, content in made}
