"""The W3C's checker of HTML, run once over a whole site."""

import json
import subprocess
from pathlib import Path

from tests.site.pages import TOOLS

CHECKER = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"

SAFARI = "Safari hears no list where the list has no bullets, unless its role is written out."
ACCEPTED = {
    "The “list” role is unnecessary for element “ul”.": SAFARI,
    "The “list” role is unnecessary for element “ol”.": SAFARI,
}
"""Warnings that are known, each with the reason why it stays."""


def complaints(site: Path) -> list[str]:
    """What the checker has to say of the pages in `site`: `page:line: words`."""
    pages = sorted(site.rglob("*.html"))
    result = subprocess.run(
        ["java", "-jar", CHECKER, "--format", "json", "--exit-zero-always", "--stdout", *pages],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return [
        f"{message['url'].removeprefix(site.as_uri()).removeprefix(f'file:{site}')}"
        f":{message.get('lastLine')}: {message['message']} [{message.get('extract', '').strip()}]"
        for message in json.loads(result.stdout)["messages"]
        if message["message"] not in ACCEPTED
    ]
