"""A catalogue: the register and the programmes that it lists."""

from collections.abc import Iterable, Mapping
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
    """What is another whenever the id is, or something that its file or the register says."""

    def only(self, ids: Iterable[str]) -> "Catalogue":
        """The same with these programmes and no others."""
        left = list(ids)
        return Catalogue(
            self.register,
            {id: self.programmes[id] for id in left},
            {id: self.files[id] for id in left},
            {id: self.versions[id] for id in left},
        )

    @property
    def is_comparable(self) -> bool:
        """Whether there are several programmes, so that one can be held against another."""
        return len(self.programmes) > 1

    @property
    def living_first(self) -> list[str]:
        """The ids in display order, but what is over comes last."""
        return sorted(self.programmes, key=lambda id: self.programmes[id].is_over)
