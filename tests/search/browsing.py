"""Queries put to the built site in a real browser, as a reader puts them."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Page

from tests.search.scoring import Answer, Query
from tests.site.serving import served

# Puts a query as Enter in the box does; the time is from then until the answer stands there.
_ASK = """
query => new Promise(answered => {
  const input = document.querySelector("#soegefelt");
  const results = document.querySelector("[data-results]");
  const began = performance.now();
  const watch = new MutationObserver(() => {
    if (results.ariaBusy !== "false") return;
    watch.disconnect();
    const milliseconds = performance.now() - began;
    const hits = [...document.querySelectorAll("ol [data-programme]")];
    answered({found: hits.slice(0, 10).map(hit => hit.dataset.programme), milliseconds});
  });
  watch.observe(results, {attributes: true, attributeFilter: ["aria-busy"]});
  input.value = query;
  input.form.requestSubmit();
})
"""


def read_queries(file: Path) -> list[Query]:
    """A JSON list of `query`, `category` and `relevant`: grades by the id of a programme."""
    return [
        Query(item["query"], item["category"], item["relevant"])
        for item in json.loads(file.read_text("utf-8"))
    ]


def ask(browser: Browser, site: Path, queries: Sequence[Query]) -> list[Answer]:
    """Put the queries one after the other, each twice: the second time all is loaded."""
    with served(site) as address:
        page = browser.new_page(base_url=address)
        page.goto("/soeg/")
        for query in queries:
            page.evaluate(_ASK, query.text)
        return [_answer(page, query) for query in queries]


def bytes_to_first_result(browser: Browser, site: Path, queries: Sequence[Query]) -> list[int]:
    """For each query, what a new reader loads of scripts and index until the first programme.

    Sizes are those of gzip at its usual level; the page and its styles are left out.
    """
    with served(site) as address:
        return [_loaded(browser, site, address, query) for query in queries]


def _answer(page: Page, query: Query) -> Answer:
    told = page.evaluate(_ASK, query.text)
    return Answer(query, told["found"], told["milliseconds"])


def _loaded(browser: Browser, site: Path, address: str, query: Query) -> int:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"/soeg/?q={quote(query.text)}")
    page.locator("ol [data-programme]").first.wait_for()
    context.close()
    files = {path for path in asked if path == "/scripts/site.js" or "/soeg/data/" in path}
    return sum(len(gzip.compress((site / path.lstrip("/")).read_bytes(), 6)) for path in files)
