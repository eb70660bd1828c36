"""What a reader's browser loads before a programme's page stands there."""

import gzip
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bench.project import Project
from tests.site.browser import launched
from tests.site.serving import served

_ZIPPED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
_KINDS = {".html": "HTML kB", ".css": "styles kB", ".js": "scripts kB"}
_BLOCKING = """
performance.getEntriesByType("resource")
  .filter(resource => resource.renderBlockingStatus === "blocking").length
"""


def first_view(project: Project) -> dict[str, float]:
    """kB as gzip at its usual level makes them, without headers, by what they are.

    What blocks is what Chromium waits for before it draws.
    """
    with served(project.site) as address, launched() as chromium:
        page = chromium.new_page()
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(request.url))
        page.goto(f"{address}/programmer/{project.programme}/", wait_until="networkidle")
        blocking = page.evaluate(_BLOCKING)
    files = [_file(project.site, url) for url in asked if url.startswith(address)]
    sizes: Counter[str] = Counter()
    for file in files:
        sizes[_KINDS.get(file.suffix, "other kB")] += _on_the_wire(file)
    kinds = {kind: sizes[kind] / 1000 for kind in (*_KINDS.values(), "other kB")}
    return {
        "all kB": sizes.total() / 1000,
        **kinds,
        "requests": len(files),
        "blocking": blocking,
    }


def _file(site: Path, url: str) -> Path:
    file = site / unquote(urlsplit(url).path).lstrip("/")
    return file / "index.html" if file.is_dir() else file


def _on_the_wire(file: Path) -> int:
    if not file.is_file():
        return 0
    content = file.read_bytes()
    return len(gzip.compress(content, 6) if file.suffix in _ZIPPED else content)
