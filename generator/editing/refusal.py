"""Why an edit is not made."""

from dataclasses import dataclass

from generator.problems.problem import Place, Problem


class EditError(Exception):
    """Why nothing was changed, in Danish."""


class InvalidFileError(EditError):
    """The file has errors, or would have them: they are told as the check tells them."""

    def __init__(self, message: str, problems: list[Problem]) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Given(Place):
    """What was given as an option of the command: it stands in no file yet."""

    field: str = ""

    @property
    def told(self) -> str:
        return f"--{self.field}"
