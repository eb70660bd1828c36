"""What a site says in its mkdocs.yml of this plugin, and of others."""

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.site import REGISTER


class ProgrammesConfig(Config):
    register = config_options.Type(str, default=REGISTER)
    plain = config_options.Type(bool, default=False)
    """Whether every page is made on its own, the slow way that the quick one is held against."""


def is_alone(config: MkDocsConfig) -> bool:
    """Whether no other plugin and no hook has a say in the site; it might look at all there is."""
    return len(config.plugins) == 1 and not config.hooks
