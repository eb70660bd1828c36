"""What every test shares: golden files, and how hard hypothesis searches."""

import difflib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import hypothesis
import pytest

Golden = Callable[[Path, str], None]

# EXAMPLES=20 makes one search twenty times as long; the time of a machine decides, not a test.
EFFORT = int(os.environ.get("EXAMPLES", "1"))
hypothesis.settings.register_profile(
    "project",
    deadline=None,
    # The same examples everywhere: a merge request never fails for what it did not change.
    derandomize=EFFORT == 1,
    database=None,
    max_examples=200 * EFFORT,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("a pipeline compares golden files, it does not write them")


class Then(date):
    """The day on which the tests take place, lest what was checked grows old under them."""

    @classmethod
    def today(cls) -> "Then":
        return cls(2026, 12, 1)


@pytest.fixture(autouse=True)
def on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.catalogue.date", Then)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file; `--update-golden` writes the file instead."""

    def compare(file: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(actual, "utf-8", newline="\n")
        expected = file.read_text("utf-8") if file.exists() else ""
        if actual != expected:
            lines = difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), file.name, "now", lineterm=""
            )
            pytest.fail("\n".join([str(file), *lines]), pytrace=False)

    return compare
