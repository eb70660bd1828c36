"""Where a site's files are: its mkdocs.yml, its register, and where one edits them."""

import os
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, urljoin, urlsplit

import yaml

PLUGIN = "programmes"
REGISTER = "programmes.yaml"
MEMORY = ".cache/programmes"
"""The folder beside mkdocs.yml in which a build finds what was made before."""
PREVIEW = "CATALOGUE_PREVIEW"
"""The variable of the environment that makes a build a preview, when it is not empty."""

_EDITED_AT = ("repo_url", "edit_uri")
_MOST_PARENTS = 5
_NULL = "tag:yaml.org,2002:null"


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
    return config_file.parent / (_register_option(config_file, depth=0) or REGISTER)


def site_address_of(config_file: Path) -> str:
    """Where the site is published, as MkDocs reads it; empty when nobody has told it."""
    return _setting(config_file, "site_url", depth=0) or ""


def editing_of(config_file: Path) -> Editing:
    """Where the site's files are edited, as MkDocs reads it."""
    folder = _setting(config_file, "docs_dir", depth=0) or "docs"
    repository, pages = (_setting(config_file, name, depth=0) or "" for name in _EDITED_AT)
    return Editing.at(config_file.parent / folder, repository, pages)


def _setting(config_file: Path, name: str, depth: int) -> str | None:
    root = _root(config_file)
    value = _value(root, name)
    parent = _value(root, "INHERIT")
    if value is None and isinstance(parent, yaml.ScalarNode) and depth < _MOST_PARENTS:
        return _setting(config_file.parent / str(parent.value), name, depth + 1)
    return _text(value)


def _text(node: yaml.Node | None) -> str | None:
    """A text; under the tag !ENV that of the first variable that is set, or else the last one."""
    if isinstance(node, yaml.ScalarNode) and node.tag != _NULL:
        return os.environ.get(node.value) if node.tag == "!ENV" else str(node.value)
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        names = [str(item.value) for item in node.value[:-1] or node.value]
        otherwise = _text(node.value[-1]) if len(node.value) > 1 else None
        return next((os.environ[name] for name in names if name in os.environ), otherwise)
    return None


def _root(config_file: Path) -> yaml.Node | None:
    try:
        return yaml.compose(config_file.read_bytes(), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, OSError, RecursionError):
        return None  # the site builder explains what is wrong with its own file


def _register_option(config_file: Path, depth: int) -> str | None:
    root = _root(config_file)
    plugins = _value(root, "plugins")
    for plugin in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
        option = _value(_value(plugin, PLUGIN), "register")
        if isinstance(option, yaml.ScalarNode):
            return str(option.value)
    parent = _value(root, "INHERIT")
    if isinstance(parent, yaml.ScalarNode) and depth < _MOST_PARENTS:
        return _register_option(config_file.parent / str(parent.value), depth + 1)
    return None


def _value(node: object, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)
