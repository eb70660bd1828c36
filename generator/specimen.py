"""The commented specimen, and its comments taken for what they are: examples."""

import re
from importlib.resources import files

_HEADING = re.compile(r"# -{3} ")
_FIELD = re.compile(r"(\s*)# ((?:  )*(?:- )?[a-z_]+:(?: .*|$))")
_BELOW_A_FIELD = re.compile(r"()# (  .*)")


def specimen() -> str:
    """The commented specimen: every field, with what it is for and an example."""
    return files("generator").joinpath("specimen.yaml").read_text("utf-8")


def uncommented() -> str:
    """The specimen as the editor has it who takes the `# ` from every example.

    An example is a field, or stands below one, further in. What comes before the first heading is
    the manual's own introduction.
    """
    lines: list[str] = []
    begun = False
    for line in specimen().splitlines():
        begun = begun or bool(_HEADING.match(line))
        example = (_FIELD.fullmatch(line) or _BELOW_A_FIELD.fullmatch(line)) if begun else None
        if example:
            lines.append(example[1] + example[2])
        else:
            lines.append("" if line == "#" else line)
    return "\n".join(lines) + "\n"
