"""Where a site's files are: its mkdocs.yml, its register, and where one edits them."""

import os
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, urljoin, urlsplit

from generator import settings

PLUGIN = "programmes"
REGISTER = "programmes.yaml"
MEMORY = ".cache/programmes"
"""The folder beside mkdocs.yml in which a build finds what was made before."""
PREVIEW = "CATALOGUE_PREVIEW"
"""The variable of the environment that makes a build a preview, when it is not empty."""

_EDITED_AT = ("repo_url", "edit_uri")
_LEFT_OUT = ("exclude_docs", "draft_docs")
_OTHERS = ("hooks", "validation")
"""Settings by which others have a say in what a page may lead to."""


@dataclass(frozen=True, slots=True)
class Editing:
    """Where the files of a site are edited in a browser, as MkDocs' `edit_uri` tells it."""

    folder: Path
    """The pages' folder, which the address is that of."""
    address: str
    """Absolute; empty when nobody has told it."""

    @classmethod
    def at(cls, folder: Path, repository: str, pages: str) -> "Editing":
        """By MkDocs' `repo_url` and `edit_uri`, of which the second may stand within the first."""
        whole = urljoin(f"{repository.rstrip('/')}/", pages) if repository else pages
        return cls(folder, f"{whole.rstrip('/')}/" if pages else "")

    def line(self, file: Path, number: int) -> str:
        """The address of a line, or of the file for number 0; empty when it is not known.

        GitLab's editor opens at the line of `#L12`. Others may not, so whoever gives the link
        tells the number as well.
        """
        if not urlsplit(self.address).netloc:
            return ""
        parts = urlsplit(self.address + quote(Path(os.path.relpath(file, self.folder)).as_posix()))
        # The register lies above the pages' folder: take the ".." out of its address.
        fragment = f"L{number}" if number else ""
        return parts._replace(path=normpath(parts.path), fragment=fragment).geturl()


def register_of(config_file: Path) -> Path:
    """The register of the site that `config_file` configures.

    Only the plugin's own option is read, so that checking needs neither MkDocs nor a whole config.
    """
    return config_file.parent / (settings.option(config_file, PLUGIN, "register") or REGISTER)


def site_address_of(config_file: Path) -> str:
    """Where the site is published, as MkDocs reads it; empty when nobody has told it."""
    return settings.value_of(config_file, "site_url")


def editing_of(config_file: Path) -> Editing:
    """Where the site's files are edited, as MkDocs reads it."""
    repository, pages = (settings.value_of(config_file, name) for name in _EDITED_AT)
    return Editing.at(pages_folder_of(config_file), repository, pages)


def pages_folder_of(config_file: Path) -> Path:
    """Where the prose pages lie."""
    return config_file.parent / (settings.value_of(config_file, "docs_dir") or "docs")


def left_out_of(config_file: Path) -> str:
    """The patterns of pages that MkDocs does not publish."""
    return "\n".join(settings.value_of(config_file, name) for name in _LEFT_OUT)


def custom_folder_of(config_file: Path) -> Path | None:
    """The folder of the site's own files for the theme, if it has one."""
    name = settings.value_of(config_file, "theme", "custom_dir")
    return config_file.parent / name if name else None


def lacks_plugin(config_file: Path) -> bool:
    """Whether MkDocs would surely build the site without the catalogue."""
    plugins = settings.plugins(config_file)
    return plugins is not None and PLUGIN not in plugins


def is_left_to_us(config_file: Path) -> bool:
    """Whether nobody else makes pages, or has a say in what they may lead to."""
    plugins = settings.plugins(config_file)
    others = any(settings.has(config_file, name) for name in _OTHERS)
    is_plain = settings.extensions(config_file) <= settings.PLAIN_EXTENSIONS
    return plugins == {PLUGIN} and is_plain and not others
