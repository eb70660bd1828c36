"""The quick way to build gives the bytes of the plain one, which makes each page on its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.building import PROGRAMME, build, copy_project, digests, write_site
from tests.site.searching import PROGRAMMES, PROSE, REGISTER

AT = {"SOURCE_DATE_EPOCH": "1800000000"}


def _own(folder: Path) -> Path:
    copy_project(folder)
    return folder / "mkdocs.yml"


def _without_address(folder: Path) -> Path:
    return write_site(folder, site_url="", edit_uri="")


def _with_markup(folder: Path) -> Path:
    marked = {
        "title": 'Ledelse & <b>mod</b> "nu" {{ page.title }}',
        "summary": "Hvad siger <script>alert(1)</script> & 'alle'?",
    }
    programmes = {id: {**programme, **marked} for id, programme in PROGRAMMES.items()}
    return write_site(folder, programmes, {**REGISTER, "title": "Katalog & <i>mere</i>"})


def _with_odd_letters(folder: Path) -> Path:
    """Which nobody but a program writes."""
    nav = [{"Forside": "index.md"}, {"Om \ue000title\ue001 og \ue002 os": "om.md"}]
    config = write_site(folder, PROGRAMMES, REGISTER, nav=nav)
    (folder / "content" / "om.md").write_text("# Om \ue002\n", "utf-8")
    return config


def _with_prose(folder: Path) -> Path:
    config = write_site(folder, PROGRAMMES, REGISTER)
    for name, text in PROSE.items():
        (folder / "content" / name).write_text(text, "utf-8")
    return config


def _with_stray_files(folder: Path) -> Path:
    """Of which one is linked, and so for readers."""
    config = write_site(folder, PROGRAMMES, REGISTER)
    (folder / "content" / "om.md").write_text("# Om\n\n[Skema](programmes/skema.docx)\n", "utf-8")
    for name in ("om.md~", "programmes/noter.docx", "programmes/skema.docx"):
        (folder / "content" / name).write_text("x", "utf-8")
    return config


def _with_templates_of_its_own(folder: Path) -> Path:
    """What a site's own template tells of a page is told of each."""
    config = write_site(
        folder, PROGRAMMES, REGISTER, theme={"name": "programmes", "custom_dir": "look"}
    )
    part = folder / "look" / "parts" / "breadcrumbs.html"
    part.parent.mkdir(parents=True)
    part.write_text("<p>{{ page.url }}</p>", "utf-8")
    return config


def _with_templates_behind_a_link(folder: Path) -> Path:
    config = _with_templates_of_its_own(folder)
    parts = folder / "look" / "parts"
    parts.rename(folder / "elsewhere")
    parts.symlink_to("../elsewhere")
    return config


def _with_pages_of_its_choice_in_the_menu(folder: Path) -> Path:
    """Where the menu looks another on each of them."""
    nav = [
        {"Programmer": [{"Alle": "programmer/index.md"}, {"Et": "./programmer/samtaler.md"}]},
        {"Beregn": [{"Sammenlign": "sammenlign/index.md"}]},
        "programmer/med.md",
    ]
    return write_site(folder, PROGRAMMES, REGISTER, nav=nav)


def _with_a_template_beside(folder: Path) -> Path:
    """It can show what stands on each page."""
    config = write_site(folder, PROGRAMMES, REGISTER, extra_templates=["all.txt"])
    template = "{% for page in pages %}{{ page.url }}: {{ page.page.content }}{% endfor %}"
    (folder / "content" / "all.txt").write_text(template, "utf-8")
    return config


def _with_many(folder: Path) -> Path:
    """More pages than one process writes."""
    many = {f"forloeb-{n}": {**PROGRAMME, "title": f"Forløb {n}"} for n in range(90)}
    return write_site(folder, many)


_HOOKS = {
    "on_page_content": "(html, page, **_):\n    return f'{html}<p>{page.url}'",
    "on_post_page": "(output, page, **_):\n    return f'{output}<p>{page.url}'",
    "on_env": "(env, **_):\n    env.trim_blocks = env.lstrip_blocks = True",
    "on_template_context": "(context, **_):\n    context['pages'] = context['pages'][:2]",
    "on_post_build": """(config):
    for page in __import__('pathlib').Path(config.site_dir).rglob('*.html'):
        page.write_text(page.read_text('utf-8') + '<!-- seen -->', 'utf-8')
""",
}


def _with_a_hook_at(event: str) -> Callable[[Path], Path]:
    """Somebody else has a say in pages, or looks at all of them."""

    def write(folder: Path) -> Path:
        config = write_site(folder, PROGRAMMES, REGISTER, hooks=["hook.py"])
        (folder / "hook.py").write_text(f"def {event}{_HOOKS[event]}\n", "utf-8")
        return config

    write.__name__ = event
    return write


@pytest.mark.parametrize(
    "write",
    [
        _own,
        _without_address,
        _with_markup,
        _with_odd_letters,
        _with_prose,
        _with_stray_files,
        _with_templates_of_its_own,
        _with_templates_behind_a_link,
        _with_pages_of_its_choice_in_the_menu,
        _with_a_template_beside,
        _with_many,
        *map(_with_a_hook_at, _HOOKS),
    ],
)
def test_quick_and_plain_are_the_same(write: Callable[[Path], Path], tmp_path: Path) -> None:
    quick = write(tmp_path / "catalogue")
    plain = quick.with_name("plain.yml")
    text = quick.read_text("utf-8")
    asked = text.replace("- programmes\n", "- programmes: {plain: true}\n", 1)
    assert asked != text
    plain.write_text(asked + "\nsite_dir: plain\n", "utf-8")
    build(plain, **AT)
    build(quick, **AT)
    made = digests(quick.parent / "site")
    assert made == digests(quick.parent / "plain")
    assert len(made) > 20
