"""The theme's scripts and styles, published as few files, and nothing of Material's unused."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rjsmin import jsmin

_MATERIALS = ("assets/javascripts/*", "assets/stylesheets/*", "assets/images/favicon.png")
_BASE = "assets/stylesheets/main.*.css"
"""The part of them that the theme's own styles build upon."""


def list_no_icons(config: MkDocsConfig) -> None:
    """Let MkDocs look for files to publish where there may be some.

    Else it goes through 14,000 icons of Material's, and publishes none of them.
    """
    made = config.theme.get_env

    def env() -> Environment:
        found = made()
        found.loader = _Visible(config.theme.dirs)
        return found

    config.theme.get_env = env  # type: ignore[method-assign]  # it has no other place to say so


class _Visible(FileSystemLoader):
    """Lists no templates in folders that begin with a dot; they can be loaded all the same."""

    def list_templates(self) -> list[str]:
        return sorted({file for folder in self.searchpath for file in _files(folder)})


def _files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] != "."]
        inside = Path(place).relative_to(folder)
        yield from ((inside / name).as_posix() for name in names)


def join_assets(files: Files, config: MkDocsConfig) -> None:
    """Put the files that the theme names in place of their parts."""
    scripts, styles = config.theme["joined_scripts"], config.theme["joined_styles"]
    # A part may belong to several.
    parts = {f"scripts/{part}.js" for each in scripts.values() for part in each}
    parts |= {f"styles/{part}.css" for each in styles.values() for part in each}
    contents = {part: files.src_uris[part].content_string for part in parts}
    (base,) = (file.content_string for file in files if fnmatch(file.src_uri, _BASE))
    for file in list(files):
        if file.src_uri in parts or (file.src_dir != config.docs_dir and _is_materials(file)):
            files.remove(file)
    joined = {
        f"scripts/{name}.js": jsmin("\n".join(contents[f"scripts/{part}.js"] for part in each))
        for name, each in scripts.items()
    }
    joined |= {
        f"styles/{name}.css": "\n".join([base, *(contents[f"styles/{part}.css"] for part in each)])
        for name, each in styles.items()
    }
    for name, content in joined.items():
        files.append(File.generated(config, name, content=content))


def _is_materials(file: File) -> bool:
    return any(fnmatch(file.src_uri, pattern) for pattern in _MATERIALS)
