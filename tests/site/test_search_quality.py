"""The search finds what people mean: graded queries among two hundred invented programmes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.search.browsing import ask, read_queries
from tests.search.collection import read_collection
from tests.search.quality import SHARED, build, misses
from tests.search.scoring import scores


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the collection of programmes is not beside the project"
)
def test_graded_queries(browser: Browser, tmp_path: Path) -> None:
    site = build(tmp_path, read_collection(SHARED / "programmes.json"))
    answers = ask(browser, site, read_queries(SHARED / "queries.json"))
    found = scores(answers)
    assert found.success >= 0.92, misses(answers)
    assert found.recall >= 0.9, misses(answers)
    assert (found.without_result, found.false_hits) == (0, 0), misses(answers)
