"""The commented specimen, and its comments taken for what they are: examples."""

import re
from importlib.resources import files

_EXAMPLE = re.compile(r"^( *)# ", re.MULTILINE)
"""Begins one; what explains begins with `##`."""


def specimen() -> str:
    """The commented specimen: every field, with what it is for and an example."""
    return files("generator").joinpath("specimen.yaml").read_text("utf-8")


def uncommented() -> str:
    """The specimen as the editor has it who takes the `# ` from every example."""
    return _EXAMPLE.sub(r"\1", specimen())
