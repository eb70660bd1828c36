"""Where a site's files are: its mkdocs.yml, and the register that it names."""

from pathlib import Path

import yaml

PLUGIN = "programmes"
REGISTER = "programmes.yaml"
_MOST_PARENTS = 5


def register_of(config_file: Path) -> Path:
    """The register of the site that `config_file` configures.

    Only the plugin's own option is read, so that checking needs neither MkDocs nor a whole config.
    """
    return config_file.parent / (_register_option(config_file, depth=0) or REGISTER)


def _register_option(config_file: Path, depth: int) -> str | None:
    try:
        root = yaml.compose(config_file.read_bytes(), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, OSError, RecursionError):
        return None  # the site builder explains what is wrong with its own file
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
