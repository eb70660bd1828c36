"""How words become keys, and what the index of small pages comes to."""

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.analysis import family, fold, place, word, words
from generator.search.compounds import splitter
from generator.search.document import Document, Passage
from generator.search.files import packed, search_files, shown
from generator.search.index import Entry, Index, Postings
from generator.search.thesaurus import Thesaurus
from generator.search.vocabulary import answers, vocabulary
from generator.search.weighing import Weigher
from generator.showing.prose import prose_document
from tests.support.cases import ROOT, Row, rows

NO_WORDS = Thesaurus()


def index_of(*documents: Document, words: Thesaurus = NO_WORDS) -> Index:
    weigher = Weigher(splitter(), words.terms)
    postings = Postings()
    for document in documents:
        postings.add(weigher.weigh(document))
    return postings.index(words, splitter())


def pages_of(entry: Entry) -> set[int]:
    return {number for numbers in entry.pages.values() for number in numbers}


def page(title: str, text: str = "", **more: Any) -> Document:
    return Document("side/", title, passages=(Passage("Om", "om", text),), **more)


def data(script: str) -> Any:
    """What a file of the index hands to the browser."""
    call = re.fullmatch(r'searchData\("[a-z0-9-]+","[0-9a-f]{12}",(.*)\);\n', script, re.DOTALL)
    assert call
    return json.loads(call[1])


def entry(files: dict[str, Any], key: str) -> Any:
    """What the files of an index say of a key."""
    shards = [shard for name, shard in files.items() if "words-" in name]
    return next(shard["entries"][key] for shard in shards if key in shard["entries"])


@pytest.mark.parametrize("row", rows("search/keys"), ids=str)
def test_keys(row: Row) -> None:
    text, keys = row.cells
    assert " ".join("-" * word.is_stop + word.key for word in words(text)) == keys


@pytest.mark.parametrize("row", rows("search/compounds"), ids=str)
def test_compounds(row: Row) -> None:
    written, parts = row.cells
    assert " ".join(splitter().parts_of(word(written))) == parts


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    for found in words(text):
        assert found.key
        assert " " not in found.key


@given(st.sampled_from("æøåÆØÅ"), st.text("abcdefæøå", max_size=6))
def test_folding_again_changes_nothing(letter: str, text: str) -> None:
    folded = fold(letter + text)
    assert fold(folded.upper()) == folded or "aa" in folded or "oe" in folded


def test_a_family_is_what_words_made_from_one_another_share() -> None:
    assert family("undervisning") == family("underviser") == "undervis"
    assert family("traening") == "traen"
    assert family("led") == ""


class TestIndex:
    def test_a_title_says_more_than_a_text(self) -> None:
        index = index_of(page("Mentor"), page("Kursus", "Du får en mentor."))
        strengths = {number: strength for strength, [number] in index["mentor"].pages.items()}
        assert strengths[0] > strengths[1]

    def test_a_compound_is_found_by_its_parts_too(self) -> None:
        index = index_of(page("Ledertalentudvikling"))
        assert pages_of(index["talent"]) == {0}
        assert index["ledertalentudvikling"].parts == ("leder", "talent", "udvikling")

    def test_stop_words_are_left_out_but_not_their_namesakes(self) -> None:
        index = index_of(page("MED-udvalg", "Vi er med til det."))
        assert pages_of(index["MED"]) == {0}
        assert index["med"].links == {"MED": 1.0}
        assert "til" not in index

    def test_neighbours_in_a_title_are_one_key(self) -> None:
        assert pages_of(index_of(page("Leder i praksis"))["leder_praksis"]) == {0}

    def test_a_synonym_leads_to_what_the_pages_say(self) -> None:
        words = Thesaurus(same=(("chef", "leder", "høvding"),))
        index = index_of(page("Leder"), words=words)
        assert "leder" in index["chef"].links
        assert "hovding" not in index["chef"].links

    def test_what_means_the_same_as_a_near_word_is_near_too(self) -> None:
        words = Thesaurus(
            same=(("energistyring", "energiledelse"),), near=(("strøm", "energistyring"),)
        )
        assert "energiledels" in index_of(page("Energiledelse"), words=words)["strom"].links

    def test_the_only_word_of_a_phrase_that_nobody_says_answers_less(self) -> None:
        words = Thesaurus(same=(("fundraising", "søge fonde", "pulje"),))
        links = index_of(page("Fonde"), page("Puljer"), words=words)["fundraising"].links
        assert links["pulj"] > links["fond"]

    def test_a_term_of_several_words_must_stand_as_such(self) -> None:
        words = Thesaurus(same=(("ældrechef", "leder i pleje"),))
        together = page("Kursus", "For en leder i pleje.")
        apart = page("Kursus", "Pleje kræver en leder.")
        index = index_of(together, apart, words=words)
        [target] = [key for key in index["aeldrechef"].links if "_" in key]
        assert pages_of(index[target]) == {0}

    def test_a_term_is_asked_for_by_its_telling_words_in_any_order(self) -> None:
        words = Thesaurus(same=(("madspild", "smide mad ud", "uden rester af mad"),))
        index = index_of(page("Madspild"), words=words)
        assert index["mad+smid"].links == {"madspild": 0.9}
        assert index["uden_rest_af_mad"].links == {"madspild": 0.9}

    def test_narrower_words_are_nearer_than_broader_ones(self) -> None:
        words = Thesaurus(narrower=(("køretøj", "truck"),))
        index = index_of(page("Truck"), page("Køretøj"), words=words)
        assert index["koretoj"].links["truck"] > index["truck"].links["koretoj"]


KNOWN = ("avis", "zebra", "osteklok")


class TestFiles:
    def files(self, *documents: Document, words: Thesaurus = NO_WORDS) -> dict[str, Any]:
        index = index_of(*documents, words=words)
        made = search_files([*map(shown, documents)], index, KNOWN, {"time": {"dag": 1}}, {})
        return {name: data(script) for name, script in made}

    def test_each_key_lies_where_the_contents_say(self) -> None:
        files = self.files(*(page(text) for text in _TITLES))
        starts = files["index"]["shards"]
        assert len(starts) > 1
        for number, start in enumerate(starts):
            words = files[f"words-{start.encode().hex()}"]
            assert words["before"] == (starts[number + 1] if number + 1 < len(starts) else "")
            for key in (*words["entries"], *words["known"].split()):
                assert start <= place(key)
                assert number + 1 == len(starts) or place(key) < starts[number + 1]

    def test_a_word_that_is_spelt_right_is_known_once(self) -> None:
        files = self.files(page("Zebraen"))
        shards = [shard for name, shard in files.items() if "words-" in name]
        known = [key for shard in shards for key in shard["known"].split()]
        assert sorted({*known}) == sorted(known) == ["avis", "osteklok"]

    def test_pages_are_told_by_their_distances(self) -> None:
        files = self.files(page("Leder"), page("Andet"), page("Leder"))
        [[_, *distances]] = entry(files, "leder")["pages"]
        assert distances == [0, 2]

    def test_the_pages_of_a_near_word_are_told_with_it(self) -> None:
        files = self.files(page("Leder"), words=Thesaurus(same=(("chef", "leder"),)))
        [[key, _, pages]] = entry(files, "chef")["links"]
        assert (key, pages) == ("leder", entry(files, "leder")["pages"])

    def test_a_phrase_of_stop_words_alone_is_told_of(self) -> None:
        words = Thesaurus(same=(("hvem kan søge", "hvad koster", "pris"),))
        assert self.files(page("Pris"), words=words)["index"]["stopPhrases"] == ["hvem_kan_sog"]

    def test_a_word_of_many_pages_has_a_file(self) -> None:
        files = self.files(*(page("Leder", "og " * number) for number in range(2000)), page("Mål"))
        assert entry(files, "mal")["pages"] == [[32, 2000]]
        assert len(files["index"]["shards"]) > 1

    def test_every_page_has_a_label_and_a_text(self) -> None:
        for number, a_file in ((3, 1), (300, 4)):
            files = self.files(*(page(f"Side {each}") for each in range(number)))
            assert files["index"]["pagesAFile"] == a_file
            for kind in ("hits", "texts"):
                of_kind = [files[f"{kind}-{each}"] for each in range(-(-number // a_file))]
                assert sum(map(len, of_kind)) == number

    def test_the_version_tells_of_a_change(self) -> None:
        versions = set()
        for title, more in (("Et", {}), ("To", {}), ("To", {"cards-6": packed("<li>")})):
            made = search_files([shown(page(title))], index_of(page(title)), (), {}, more)
            versions.add(data(dict(made)["index"])["version"])
        assert len(versions) == 3

    def test_a_new_word_is_a_matter_of_its_file_and_the_next(self) -> None:
        """Wherever files come to end elsewhere: one tells its own beginning and end."""

        def words(*more: str) -> dict[str, str]:
            index = index_of(*(page(text) for text in (*_TITLES, *more)))
            return dict(search_files([], index, (), {}, {}))

        before = words()
        for letters in range(1, 40):
            after = words(f"mo{'a' * letters}rte")
            assert len(after) > 6
            assert len({*after.items()} - {*before.items()}) <= 5

    def test_files_of_one_structure_go_together(self) -> None:
        """What an edit changes is told by few of them; where pages lie is told by all."""

        def scripts(*documents: Document) -> dict[str, str]:
            return dict(search_files([*map(shown, documents)], index_of(*documents), (), {}, {}))

        one, edited = (Document("et/", "Et", about=(about,)) for about in ("Talent", "Leder"))
        others = [Document(f"{title}/", title) for title in _TITLES]
        before, after = scripts(one, *others), scripts(edited, *others)
        changed = {name for name in after if after[name] != before[name]}
        assert "index" in changed
        assert len(changed) < 4 < len(after)
        moved = scripts(*others, one)
        assert not {*before.values()} & {*moved.values()}


_TITLES = [
    f"{first}{last}"
    for first in ("leder", "talent", "skole", "syge", "mentor", "projekt")
    for last in ("kursus", "dag", "plan", "samtale", "aften", "uge", "gruppe", "opgave")
]


def test_the_index_is_the_same_on_every_machine() -> None:
    """Whatever the order in which a machine keeps its sets."""
    program = (
        "from pathlib import Path\n"
        "from generator.reading.catalogue import read_catalogue\n"
        "from generator.showing.search import search_files\n"
        "catalogue = read_catalogue(Path('programmes.yaml')).catalogue\n"
        "print(''.join(text for _, text in search_files(catalogue, [])))\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    ("term", "is_answered"),
    [
        ("skoler", True),
        ("lederuddannelse", True),
        ("chef for skoler", False),
        ("gaffeltruck", False),
    ],
)
def test_what_a_text_can_answer(term: str, is_answered: bool) -> None:
    assert answers(vocabulary(["En lederuddannelse i skolen"]), term) is is_answered


def test_prose_is_read_by_its_headings() -> None:
    html = (
        "<h1>Om</h1><p>Først &amp; <em>fremmest</em>.</p>"
        '<h2 id="hvad">Hvad <code>er</code> det?</h2><ul><li>Et</li><li>To</li></ul>'
        "<script>nej()</script><table><tr><td>A</td><td>B</td></tr></table>"
    )
    document = prose_document("om/", "Om", html)
    assert document.summary == "Først & fremmest."
    assert document.passages == (Passage("Hvad er det?", "hvad", "Et To A B"),)
