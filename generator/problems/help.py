"""What an editor can look up about a finding: an example of it, the same mended, and where."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from urllib.parse import quote

from generator.problems.problem import as_sentence, in_general, wordings

HELP = "redaktion/fejl/"
"""The page that explains every finding, from the site's root; a finding's code is its anchor."""


@dataclass(frozen=True, slots=True)
class Example:
    """A part of a file."""

    right: str
    wrong: str = ""
    """Empty where the finding is about what is not there."""
    of: Literal["programme", "register", "page", "settings"] = "programme"
    """Which file that is."""
    files: tuple[str, ...] = ()
    """Those that are there, where the finding is about how they are named."""


@cache
def examples() -> Mapping[str, Example]:
    """By code; a finding that no text can show, such as a file in the wrong encoding, has none."""
    text = files("generator.problems").joinpath("examples.toml").read_text("utf-8")
    return {
        code: Example(
            right=fields["right"].strip("\n"),
            wrong=fields.get("wrong", "").strip("\n"),
            of=fields.get("of", "programme"),
            files=tuple(fields.get("files", ())),
        )
        for code, fields in tomllib.loads(text).items()
    }


def advice(code: str) -> str:
    """How the finding is mended, as far as it does not depend on the case; may be empty."""
    clauses = in_general(wordings()[code]["help"]).split("; ")
    always = "; ".join(clause for clause in clauses if "…" not in clause)
    return as_sentence(always) if always else ""


def help_address(site: str, code: str) -> str:
    """Where a finding is explained on the published site; empty when its address is not known."""
    return f"{site.rstrip('/')}/{HELP}#{quote(code)}" if site else ""
