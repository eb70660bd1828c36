"""A catalogue: the register and the programmes that it lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.programme import Programme
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a site is made of. All mappings go by programme id, in display order."""

    register: Register
    programmes: Mapping[str, Programme]
    files: Mapping[str, str]
    """The YAML file of each programme, relative to the register."""
    versions: Mapping[str, str]
    """What is another whenever something is that a programme's file or the register says."""

    @property
    def is_comparable(self) -> bool:
        """Whether there are several programmes, so that one can be held against another."""
        return len(self.programmes) > 1

    @property
    def living_first(self) -> list[str]:
        """The ids in display order, but what is over comes last."""
        return sorted(self.programmes, key=lambda id: self.programmes[id].is_over)
