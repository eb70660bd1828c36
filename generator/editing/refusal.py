"""Why an edit is not made."""

from generator.problems.problem import Problem


class EditError(Exception):
    """Why nothing was changed, in Danish."""


class InvalidFileError(EditError):
    """The file has errors, or would have them: they are told as the check tells them."""

    def __init__(self, message: str, problems: list[Problem]) -> None:
        super().__init__(message)
        self.problems = problems
