"""The table of requirements and answers that Python and the browser are held to."""

from tests.support.cases import Row

MARKS = {True: "+", False: "-", None: "?"}
Rule = dict[str, list[str]]


def rules(row: Row) -> list[Rule]:
    """`rolle=leder/chef,sted=her .` is two requirements, the second without questions."""
    return [
        {
            question: answers.split("/")
            for question, answers in (part.split("=") for part in written.split(",") if "=" in part)
        }
        for written in row.cells[0].split()
    ]


def answers(row: Row) -> dict[str, str]:
    return dict(_pair(written) for written in row.cells[1].split())


def expected(row: Row) -> tuple[list[str], str]:
    """The mark of each requirement, and that of the programme."""
    return row.cells[2].split(), row.cells[3]


def _pair(written: str) -> tuple[str, str]:
    question, answer = written.split("=")
    return question, answer
