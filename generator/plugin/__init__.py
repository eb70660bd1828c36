"""The catalogue as a MkDocs plugin. The only part that knows MkDocs."""

from generator.plugin.events import ProgrammesPlugin

__all__ = ["ProgrammesPlugin"]
