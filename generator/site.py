"""Where a site's files are: its mkdocs.yml, and the register that it names."""

import os
from pathlib import Path

import yaml

PLUGIN = "programmes"
REGISTER = "programmes.yaml"
MEMORY = ".cache/programmes"
"""The folder beside mkdocs.yml in which a build finds what was made before."""
_MOST_PARENTS = 5


def register_of(config_file: Path) -> Path:
    """The register of the site that `config_file` configures.

    Only the plugin's own option is read, so that checking needs neither MkDocs nor a whole config.
    """
    return config_file.parent / (_register_option(config_file, depth=0) or REGISTER)


def site_address_of(config_file: Path) -> str:
    """Where the site is published, as MkDocs reads it; empty when nobody has told it."""
    return _site_url(config_file, depth=0) or ""


def _site_url(config_file: Path, depth: int) -> str | None:
    root = _root(config_file)
    address = _value(root, "site_url")
    parent = _value(root, "INHERIT")
    if address is None and isinstance(parent, yaml.ScalarNode) and depth < _MOST_PARENTS:
        return _site_url(config_file.parent / str(parent.value), depth + 1)
    return _text(address)


def _text(node: yaml.Node | None) -> str | None:
    """A text; under the tag !ENV that of the first variable that is set, or else the last."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value) if node.tag == "!ENV" else str(node.value)
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV" and node.value:
        *names, otherwise = (str(item.value) for item in node.value)
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
