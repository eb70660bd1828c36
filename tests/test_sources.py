"""The programmes against their sources: each document is there, and none is copied."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.cases import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"
PROGRAMMES = sorted((ROOT / "content" / "programmes").glob("*.yaml"))
COPIED = 8
"""So many words in a row are a source's sentence, not a fact in words of our own."""
NAMES = {"title", "name", "document", "publisher", "aliases", "source"}
"""What a thing is called is the source's to say."""

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the sources are not at {SEEDS}")


def load(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)


def told(value: Any) -> Iterator[str]:
    """The texts of our own in a programme."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in NAMES:
                yield from told(item)
    elif isinstance(value, list):
        for item in value:
            yield from told(item)
    else:
        yield value


def runs(text: str) -> set[tuple[str, ...]]:
    """Every row of so many words."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}


@pytest.mark.parametrize("file", PROGRAMMES, ids=lambda file: file.stem)
def test_documents_are_there(file: Path) -> None:
    documents = [source["document"] for source in load(file)["sources"]]
    assert documents
    assert [name for name in documents if not (SEEDS / name).is_file()] == []


@pytest.mark.parametrize("file", PROGRAMMES, ids=lambda file: file.stem)
def test_no_sentence_is_copied(file: Path) -> None:
    programme = load(file)
    source = " ".join(
        (SEEDS / source["document"]).read_text("utf-8") for source in programme["sources"]
    )
    copied = [run for text in told(programme) for run in sorted(runs(text) & runs(source))]
    assert [" ".join(run) for run in copied] == []


def test_copied_sentence_would_be_found() -> None:
    text = "Der er kick-off på forløbet, og alle skal være med fra begyndelsen af"
    assert runs(text.upper().replace(" ", "\n")) & runs(f"Hør: {text}!")
