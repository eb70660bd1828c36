"""The theme's scripts hold to the types that their comments declare."""

import subprocess
from pathlib import Path

from tests.site.pages import TOOLS

HERE = Path(__file__).parent


def test_types_of_the_scripts() -> None:
    compiler = TOOLS / "typescript" / "bin" / "tsc"
    checked = subprocess.run(
        ["node", compiler, "--project", HERE / "tsconfig.json", "--pretty", "false"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
