"""The browser that the tests drive: Debian's where there is one, else Playwright's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# The first has no windows, and opens a page in a third of the time.
PROGRAMS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))

QUIET = (
    "--no-sandbox",  # pipelines run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # The browser must not call home: a pipeline's network may be closed.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = next(filter(Path.exists, PROGRAMS), None)
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
