"""Linked data is schema.org's: held against Google's types of the vocabulary by their compiler."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.exports.linked_data import Thing
from generator.specimen import uncommented
from tests.site.pages import TOOLS
from tests.support.cases import files
from tests.support.catalogues import filled, write_catalogue
from tests.support.publishing import CATALOGUE, NOWHERE, linked_data, read, site

PROGRAMME = {"@type": "EducationalOccupationalProgram", "name": "Ny leder"}
MISTAKES: list[dict[str, Any]] = [
    {"timeRequired": "P1D"},
    {"startDate": 2027},
    {"maximumEnrollment": "mange"},
    {"provider": {"@type": "Course", "name": "Ny leder"}},
    {"hasCourse": {"@type": "Course", "courseMode": "online"}},
    {"hasCourse": {"@type": "Course", "hasCourseInstance": {"courseWorkload": 12}}},
    {"@type": "LeadershipProgram"},
]


def refused(things: list[Thing], folder: Path) -> dict[int, str]:
    """The complaint about each thing that does not fit the vocabulary, by its number."""
    options = {
        "noEmit": True, "strict": True, "skipLibCheck": True, "types": [], "target": "ES2022",
        "module": "ESNext", "moduleResolution": "Bundler",
        "paths": {"schema-dts": [str(TOOLS / "schema-dts")]},
    }  # fmt: skip
    constants = [
        f"const t{number}: {_type(thing)} = {json.dumps(thing)};"
        for number, thing in enumerate(things)
    ]
    kinds = "EducationalOccupationalProgram, WebPage, WebSite, WithContext"
    source = [*constants, f'import type {{ {kinds} }} from "schema-dts";']
    (folder / "things.ts").write_text("\n".join(source))
    project = folder / "tsconfig.json"
    project.write_text(json.dumps({"compilerOptions": options, "files": ["things.ts"]}))
    checked = subprocess.run(
        ["node", TOOLS / "typescript" / "bin" / "tsc", "--project", project, "--pretty", "false"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    found = re.findall(r"things\.ts\((\d+),\d+\): (.*)", checked.stdout)
    assert bool(found) == bool(checked.returncode), checked.stdout
    return {int(line) - 1: complaint for line, complaint in found}


def _type(thing: Thing) -> str:
    if "@context" in thing:
        return f"WithContext<{thing['@type']}>"
    return "EducationalOccupationalProgram"


def things(folder: Path) -> Iterator[Thing]:
    """Every page of the catalogue, with and without an address, and programmes of many shapes."""
    for where in site(CATALOGUE), NOWHERE:
        yield from linked_data(CATALOGUE, where).values()
    cases = [*files("linked-data", "*.yaml"), *files("views", "*.yaml")]
    texts = {f"p{number}": case.read_bytes() for number, case in enumerate(cases)}
    write_catalogue(folder, **texts, every=filled(uncommented()))
    catalogue = read(folder / "programmes.yaml")
    yield from linked_data(catalogue, site(catalogue)).values()


def test_every_page_fits_the_vocabulary(tmp_path: Path) -> None:
    assert refused([*things(tmp_path)], tmp_path) == {}


def test_the_vocabulary_refuses_mistakes(tmp_path: Path) -> None:
    """Else the other test would tell nothing."""
    wrong = [PROGRAMME | mistake for mistake in MISTAKES]
    found = refused([PROGRAMME, *wrong], tmp_path)
    assert {*found} == {*range(1, len(wrong) + 1)}


def test_mistakes_within_a_page_are_seen(tmp_path: Path) -> None:
    page: Thing = {"@context": "https://schema.org", "@type": "WebPage", "name": "Ny leder"}
    wrong = [page | {"mainEntity": PROGRAMME | MISTAKES[0]}, page | {"breadcrumb": 1}]
    assert {*refused([page, *wrong], tmp_path)} == {1, 2}
