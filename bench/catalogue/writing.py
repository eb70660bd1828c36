"""A catalogue as a folder of files, such as an editor would leave behind."""

import shutil
import textwrap
from pathlib import Path

import jinja2

from bench.catalogue.invention import invent, organisation_name

HERE = Path(__file__).parent
PROGRAMMES = Path("content", "programmes")
_WIDTH = 100


def _wrapped(text: str, indent: int) -> str:
    """A long text as the lines of a block that stands `indent` spaces in."""
    return f"\n{' ' * indent}".join(textwrap.wrap(text, _WIDTH - indent))


_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE),
    undefined=jinja2.ChainableUndefined,
    keep_trailing_newline=True,
    autoescape=False,
)
_TEMPLATES.filters["wrapped"] = _wrapped


def write_catalogue(folder: Path, number: int, seed: int) -> None:
    """Write a catalogue of `number` programmes, of which each depends on the seed and its place."""
    files = folder / PROGRAMMES
    files.mkdir(parents=True)
    shutil.copy(HERE / "mkdocs.yml", folder)
    template = _TEMPLATES.get_template("programme.yaml.j2")
    organisations: dict[str, str] = {}
    for place in range(number):
        facts = invent(seed, place)
        organisations[facts["organisation"]] = organisation_name(facts)
        (files / f"{facts['id']}.yaml").write_text(template.render(facts), "utf-8")
    register = _TEMPLATES.get_template("programmes.yaml.j2")
    text = register.render(organisations=dict(sorted(organisations.items())))
    (folder / "programmes.yaml").write_text(text, "utf-8")
