"""A collection of invented programmes as a catalogue beside the project's own, to search in.

A collection is a JSON list of programmes with `id`, `title`, `org`, `unit`, `audience`, `themes`,
`status`, `duration`, `deadline`, `start`, `place`, `price`, `seats`, `aliases`, `summary` and four
`sections`: what it is, what one learns, whom it is for, how one signs up.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model.text import suggest_identifier
from tests.support.cases import ROOT

Invented = Mapping[str, Any]

_STATUS = {
    "Åben for tilmelding": "open",
    "Venteliste": "open",
    "Planlagt": "planned",
    "Afsluttet": "completed",
}
_ROLLING = "Løbende tilmelding"
_SOURCE = {"id": "opslag", "title": "Opfundet til prøver"}


def write_project(folder: Path, collection: Iterable[Invented]) -> None:
    """The project in a new folder, with the collection's programmes among its own."""
    invented = list(collection)
    for name in ("content", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    register = yaml.safe_load((ROOT / "programmes.yaml").read_text("utf-8"))
    for vocabulary, names in _vocabularies(invented):
        entries = {_id(name): name for name in names}
        register[vocabulary] |= entries
    register["organisations"] |= {_id(item["org"]): {"name": item["org"]} for item in invented}
    # One line for them all: a register of ten thousand names would be refused.
    register["programmes"].append("content/programmes/*.yaml")
    for item in invented:
        _write(folder / "content" / "programmes" / f"{item['id']}.yaml", _programme(item))
    _write(folder / "programmes.yaml", register)


def read_collection(file: Path) -> list[Invented]:
    collection: list[Invented] = json.loads(file.read_text("utf-8"))
    return collection


def multiplied(collection: Iterable[Invented], number: int) -> Iterator[Invented]:
    """As many programmes as asked for: the collection again and again, under further names."""
    items = list(collection)
    for place in range(number):
        item, round = items[place % len(items)], place // len(items)
        if round:
            title = f"{item['title']}, hold {round + 1}"
            item = {**item, "id": f"{item['id']}-{round + 1}", "title": title}
        yield item


def _vocabularies(collection: list[Invented]) -> Iterator[tuple[str, set[str]]]:
    yield "audiences", {name for item in collection for name in item["audience"]}
    yield "fields", {name for item in collection for name in item["themes"]}


def _programme(item: Invented) -> dict[str, Any]:
    what, learning, audience, signing_up = item["sections"]
    waiting = item["status"] == "Venteliste"
    return {
        "title": item["title"],
        "aliases": item["aliases"],
        "organisation": _id(item["org"]),
        "status": _STATUS[item["status"]],
        **({"status_note": "Der er venteliste."} if waiting else {}),
        "summary": item["summary"],
        "audiences": [_id(name) for name in item["audience"]],
        "fields": [_id(name) for name in item["themes"]],
        "time_note": item["duration"],
        "price": item["price"],
        "purpose": what["text"],
        "topics": [{"name": line.removeprefix("- ")} for line in learning["text"].splitlines()],
        "eligibility": {"note": audience["text"]},
        "selection": {"note": signing_up["text"]},
        **_time(item["duration"]),
        "offerings": [
            {
                "name": f"Hold i {item['start']}",
                "deadline": "løbende" if item["deadline"] == _ROLLING else item["deadline"],
                "start": item["start"],
                "places": item["seats"],
                "location": item["place"],
            }
        ],
        "contacts": [{"name": item["unit"]}],
        "sources": [_SOURCE],
    }


def _time(duration: str) -> dict[str, Any]:
    """What of a duration in words the model has a field for."""
    words = duration.lower().split()
    if words[:2] == ["et", "halvt"]:
        return {"duration": "et halvt år"}
    if "over tre måneder" in duration:
        return {"duration": "3 måneder", "total": {"time": " ".join(words[:2])}}
    if words[:2] == ["en", "halv"]:
        return {"total": {"time": "en halv dag"}}
    if words[1] in ("dag", "dage", "timer"):
        return {"total": {"time": " ".join(words[:2])}}
    return {}


def _id(name: str) -> str:
    return suggest_identifier(name)


def _write(file: Path, content: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
