"""An id that nobody has defined: what may have been meant by it, and where it stands."""

import re
from typing import Any

from generator.model.text import suggest_identifier
from generator.problems.problem import Place, Problem, listed, problem
from generator.reading.nodes import Document, Mapping, Path, Scalar, Sequence
from generator.reading.suggestions import nearest

_SEPARATORS = re.compile(r"[ ,;/&+]+(?:(?:og|eller|samt) )?")


def unknown_reference(document: Document, path: Path, context: dict[str, Any]) -> Problem:
    kind, text = str(context["kind"]), str(context["text"])
    vocabulary, _, question = kind.partition(".")
    place = _place_of_reference(document, path, question, text)
    several = _SEPARATORS.split(text)
    is_item = bool(question) or isinstance(path[-1], int)
    if is_item and len(several) > 1 and {*several} <= {*context["known"]}:
        names = listed(f"»{name}«" for name in several)
        is_alone = place.excerpt[: place.column - 1].strip() == "-"
        mend = "" if is_alone else f"[{', '.join(several)}]"
        return problem("flere-i-ét", place, names=names, mend=mend)
    context["known"] = [id for id in context["known"] if id == suggest_identifier(id)]
    return problem(
        "ukendt-henvisning",
        place,
        where="»sources« i filen" if kind == "sources" else f"»{vocabulary}« i programmes.yaml",
        meant=nearest(text, context["known"]),
        how="skriv et af disse",
        **context,
    )


def _place_of_reference(document: Document, path: Path, question: str, text: str) -> Place:
    """Where the unknown id stands; a profile's answers are refused as a group."""
    node = document.node(path)
    if not isinstance(node, Mapping):
        return document.place_of(path, text)
    if not question:
        return document.place((*path, text), of_key=True)
    answers = node.values.get(question)
    items = answers.items if isinstance(answers, Sequence) else []
    texts = [item.text if isinstance(item, Scalar) else "" for item in items]
    return document.place((*path, question, texts.index(text)))
