"""What stands in a mkdocs.yml, and in what it inherits from, without asking MkDocs."""

import os
from collections.abc import Iterator
from pathlib import Path

import yaml

PLAIN_EXTENSIONS = {
    "abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes",
    "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc",
}  # fmt: skip
"""Extensions of Markdown; others may put other files into a page, or make links of anything."""

_MOST_FILES = 6
_NULL = "tag:yaml.org,2002:null"
_MERGED = "<<"
_NO = {"false", "no", "off"}
_EMPTY = yaml.MappingNode("tag:yaml.org,2002:map", [])


def files(config_file: Path) -> Iterator[Path]:
    """`config_file` and what it inherits from, the nearest first."""
    return (file for file, _ in _roots(config_file))


def has(config_file: Path, name: str) -> bool:
    """Whether anything is said of a setting."""
    return _setting(config_file, name) is not None


def value_of(config_file: Path, *names: str) -> str:
    """The text of a setting, or of a part of it; empty when nobody has told it."""
    node = _setting(config_file, names[0])
    for name in names[1:]:
        node = _value(node, name)
    return _text(node) or ""


def option(config_file: Path, plugin: str, name: str) -> str | None:
    """An option of a plugin, as it is written; None when nobody has told it."""
    for _, root in _roots(config_file):
        plugins = _value(root, "plugins")
        for item in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
            node = _value(_value(item, plugin), name)
            if isinstance(node, yaml.ScalarNode):
                return str(node.value)
    return None


def plugins(config_file: Path) -> set[str] | None:
    """The plugins that MkDocs would run; None where that can't be told."""
    found: dict[str, bool] = {}
    for _, root in _roots(config_file):
        if root is None or _value(root, _MERGED):
            return None
        said = _value(root, "plugins")
        if said is None:
            continue
        if _is_merged(said):
            return None
        is_group = isinstance(said, yaml.MappingNode)
        if found and not is_group:
            break  # MkDocs joins groups with groups alone
        found = {**dict(_named(said)), **found}
        if not is_group:
            break
    return {name for name, is_on in found.items() if is_on}


def _is_merged(said: yaml.Node) -> bool:
    """Whether some of it stands elsewhere in the file."""
    items = said.value if isinstance(said, yaml.SequenceNode) else [said]
    groups = [item for item in items if isinstance(item, yaml.MappingNode)]
    options = [value for group in groups for _, value in group.value]
    return any(_value(node, _MERGED) for node in (*groups, *options))


def _named(said: yaml.Node) -> Iterator[tuple[str, bool]]:
    """Each plugin's name, and whether it is switched on."""
    if isinstance(said, yaml.ScalarNode):
        return  # MkDocs takes no text
    for item in said.value if isinstance(said, yaml.SequenceNode) else [said]:
        pairs = item.value if isinstance(item, yaml.MappingNode) else [(item, None)]
        for name, options in pairs:
            is_off = (_text(_value(options, "enabled")) or "").lower() in _NO
            # The slash says that no plugin of the theme's is meant.
            yield str(name.value).removeprefix("/"), not is_off


def extensions(config_file: Path) -> set[str]:
    """The extensions of Markdown that are asked for, wherever."""
    said = (_value(root, "markdown_extensions") for _, root in _roots(config_file))
    return {name for node in said if node is not None for name, _ in _named(node)}


def _setting(config_file: Path, name: str) -> yaml.Node | None:
    found = (_value(root, name) for _, root in _roots(config_file))
    return next((node for node in found if node is not None), None)


def _roots(config_file: Path) -> Iterator[tuple[Path, yaml.Node | None]]:
    """Each file, the nearest first, with what is in it; None for what is no YAML."""
    file = config_file
    for _ in range(_MOST_FILES):
        root = _root(file)
        yield file, root
        parent = _value(root, "INHERIT")
        if not isinstance(parent, yaml.ScalarNode):
            return
        file = file.parent / str(parent.value)


def _root(file: Path) -> yaml.Node | None:
    try:
        return yaml.compose(file.read_bytes(), Loader=yaml.CSafeLoader) or _EMPTY
    except (yaml.YAMLError, OSError, ValueError, RecursionError):
        return None  # told elsewhere, or by the site builder


def _text(node: yaml.Node | None) -> str | None:
    """A text; under the tag !ENV that of the first variable that is set, or else the last one."""
    if isinstance(node, yaml.ScalarNode) and node.tag != _NULL:
        return os.environ.get(node.value) if node.tag == "!ENV" else str(node.value)
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        names = [str(item.value) for item in node.value[:-1] or node.value]
        otherwise = _text(node.value[-1]) if len(node.value) > 1 else None
        return next((os.environ[name] for name in names if name in os.environ), otherwise)
    return None


def _value(node: object, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)
