"""Texts on disk until they are needed."""

from pathlib import Path

import pytest

from generator.memory import beside
from generator.memory.beside import Beside
from generator.plugin.spool import Spool

# Its file is closed with the last who knows it, which Python calls forgotten.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

TEXTS = [f"{number} æ " * 2000 for number in range(60)]


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "made")
    kept = [spool.keep(text) for text in TEXTS]
    assert [spool.text(stretch) for stretch in reversed(kept)] == TEXTS[::-1]
    assert spool.text(spool.keep("one more")) == "one more"
    assert spool.is_last(spool.text(kept[3]), kept[3])
    assert not [*(tmp_path / "made").iterdir()]


def test_two_processes_find_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each at its own pace, while the first one keeps more."""
    monkeypatch.setattr(beside, "processors", lambda: 2)
    spool = Spool(tmp_path)
    kept = [spool.keep(text) for text in TEXTS]

    def read() -> None:
        for _ in range(20):
            assert [spool.text(stretch) for stretch in kept] == TEXTS

    other = Beside[None](lambda _: read(), plain=False)
    more = [spool.keep(text) for text in TEXTS]
    read()
    other.wait()
    other.end()
    assert [spool.text(stretch) for stretch in more] == TEXTS
