"""The thesaurus that comes along, and what ties its terms."""

import re

import pytest

from generator.search.analysis import is_phrase
from generator.search.thesaurus import Thesaurus, thesaurus
from tests.support.cases import ROOT

_QUERY = (ROOT / "theme" / "scripts" / "search" / "query.js").read_text("utf-8")
[LONGEST_PHRASE] = map(int, re.findall(r"^const LONGEST_PHRASE = ([0-9]+);$", _QUERY, re.MULTILINE))
"""Words of which the browser looks up a phrase that must stand as it is."""

GROUPS = (*thesaurus().same, *thesaurus().near, *thesaurus().narrower)


def only_term(written: str) -> tuple[str, str]:
    """Its key, and what it is to one who asks."""
    [term] = Thesaurus(same=((written,),)).terms.values()
    return term.key, term.sought


def test_every_line_is_read() -> None:
    folder = ROOT / "generator" / "search" / "thesaurus"
    lines = [line for file in folder.iterdir() for line in file.read_text("utf-8").splitlines()]
    assert len(GROUPS) == sum(bool(line) and line[0] != "#" for line in lines)


def test_every_group_ties_different_words() -> None:
    keys = {term.written: term.key for term in thesaurus().terms.values()}
    for group in GROUPS:
        assert len({*group}) == len(group), group
        assert len({keys.get(term, term) for term in group}) > 1, group


def test_every_term_can_be_asked_for() -> None:
    for group in GROUPS:
        for written in group:
            key, sought = only_term(written)
            assert key, written
            assert sought != key or len(key.split("_")) <= LONGEST_PHRASE, written
            assert not set("=~>,#") & set(written), written
            assert written == written.strip()


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        pytest.param("talentpulje", "talentpulj", id="a word"),
        pytest.param("smide mad ud", "mad+smid", id="two that tell"),
        pytest.param("borgere med demens", "borg+demens", id="one like a stop word"),
        pytest.param("møde trækker ud", "mod+traek", id="another like a stop word"),
        pytest.param("barn til skole i tide", "barn+skol+tid", id="three that tell"),
        pytest.param("rolig tale om svære emner", "rolig_tal_om_svaer_emner", id="four that tell"),
        pytest.param("hvem kan søge", "hvem_kan_sog", id="none that tells"),
        pytest.param("uden eksamen eller prøve", "uden_eksamen_eller_prov", id="turned round"),
    ],
)
def test_what_a_term_is_to_one_who_asks(written: str, sought: str) -> None:
    assert only_term(written)[1] == sought


def test_links_to_a_term_are_those_from_others_turned() -> None:
    words = Thesaurus(
        same=(("a1", "a2"), ("b1", "b2")), near=(("a1", "b1"),), narrower=(("b2", "c1", "c2"),)
    )
    from_each = {key: words.links_from(key) for key in words.terms}
    assert from_each["a2"]
    assert all(not is_phrase(key) for key in from_each)
    for key in words.terms:
        turned = {source: links[key] for source, links in from_each.items() if key in links}
        assert words.links_to(key) == turned
