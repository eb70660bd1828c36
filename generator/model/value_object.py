"""Values that are told by their fields alone."""

from typing import Any, ClassVar


class ValueObject:
    """A frozen dataclass with slots, which pickle makes again of its fields in a row.

    Dataclasses have such ones restored field by field, each looked up by its name: a third of the
    time that remembered programmes took to be read.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type["ValueObject"], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
