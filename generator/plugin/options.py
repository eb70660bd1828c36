"""What a site may say of the plugin in its mkdocs.yml."""

from mkdocs.config import config_options
from mkdocs.config.base import Config

from generator.site import REGISTER


class ProgrammesConfig(Config):
    register = config_options.Type(str, default=REGISTER)
    plain = config_options.Type(bool, default=False)
    """Whether every page is made on its own, the slow way that the quick one is held against."""
