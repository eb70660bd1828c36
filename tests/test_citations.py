"""The sources of a section are told in as few lines as say which of them it rests on."""

import pytest

from generator.model.programme import Programme
from generator.model.references import Citation
from generator.showing.citations import cited
from tests.site.building import PROGRAMME

SOURCES = [{"id": "a", "title": "En folder"}, {"id": "b", "title": "En bog"}]


@pytest.mark.parametrize(
    ("citations", "lines"),
    [
        ([None], []),
        ([("a", ""), None, ("a", "")], ["Kilde: En folder"]),
        ([("a", "1"), ("a", "2"), ("a", "1")], ["Kilde: En folder, »1« og »2«"]),
        ([("a", "1 / 2"), ("a", "2"), ("a", "3")], ["Kilde: En folder, »1«, »2« og »3«"]),
        (
            [("b", "1"), ("a", "1"), ("b", "2")],
            ["Kilde: En bog, »1« og »2«", "Kilde: En folder, »1«"],
        ),
        # What rests on the whole of it must not seem to rest on the part.
        ([("a", "1"), ("a", "")], ["Kilde: En folder, »1«", "Kilde: En folder"]),
    ],
)
def test_cited(citations: list[tuple[str, str] | None], lines: list[str]) -> None:
    programme = Programme.model_validate({**PROGRAMME, "sources": SOURCES})
    given = [each and Citation(*each) for each in citations]
    assert list(cited(given, programme)) == lines
