"""What a rule found in a programme, before it has a place in a file."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    path: tuple[str | int, ...] = ()
    """The field in the programme; the file's beginning when empty."""
    context: dict[str, Any] = field(default_factory=dict)
    earlier: tuple[str | int, ...] = ()
    """The field that it repeats, of which the line is told."""
    quote: str = ""
    """The words of the field's text that it is about; all of it when empty."""
