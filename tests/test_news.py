"""News is what git tells of the programmes, in words; never a guess, never what is for editors.

A catalogue of few lines is changed day by day in a repository of its own.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import news as module
from generator.changes import past
from generator.exports.feed import feed
from generator.exports.site import Site
from generator.model.programme import Programme
from generator.news import FOR_EDITORS, read_news
from generator.reading.listing import listed_files, listed_names
from generator.reading.parsing import read as read_yaml
from generator.showing.addresses import FEED
from generator.showing.news import News, news_page
from generator.showing.wording import NBSP
from tests.conftest import Golden
from tests.support.cases import CASES
from tests.support.catalogues import REGISTER, write
from tests.support.publishing import BUILT, read
from tests.support.repository import commit, git

START = "2026-03-01"
OFFERING = "offerings:\n  - {{name: Hold 1, deadline: {}, places: {}}}\n"


class Kept:
    """A catalogue that is kept in git."""

    def __init__(self, folder: Path, repository: Path | None = None) -> None:
        self.folder = folder
        self.repository = repository or folder
        self.texts: dict[str, str] = {}

    @property
    def register(self) -> Path:
        return self.folder / "programmes.yaml"

    def put(self, id: str, more: str = "", title: str = "") -> None:
        """Describe a programme anew, with more than it must have."""
        told = f"title: {title or id.title()}\nstatus: open\nsummary: Om {id}.\n"
        self.texts[id] = told + "sources: [{id: folder, title: En folder}]\n" + more

    def save(self, day: str, time: str = "T12:00:00+01:00") -> None:
        names = "".join(f"  - {id}.yaml\n" for id in self.texts)
        write(self.register, REGISTER + f"programmes:\n{names}".encode())
        for file in self.folder.glob("*.yaml"):
            if file != self.register:
                file.unlink()
        for id, words in self.texts.items():
            write(self.folder / f"{id}.yaml", words.encode())
        commit(self.repository, day + time)

    def news(self) -> News | None:
        return read_news(read(self.register), self.register)

    def told(self) -> list[str]:
        """`day id kind: words` for each entry, with ordinary spaces."""
        news = self.news()
        assert news
        return [
            f"{entry.when.date()} {entry.programme} {entry.kind}: {'; '.join(entry.words)}".replace(
                NBSP, " "
            )
            for entry in news.entries
        ]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Two programmes from the first of March."""
    kept = Kept(tmp_path / "repository" / "æøå katalog")
    kept.put("alfa", OFFERING.format("1. marts", 20))
    kept.put("beta")
    kept.save(START)
    return kept


DEADLINE = "Frist for Hold 1 ændret fra 1. marts til 15. marts"


def test_page_and_feed(kept: Kept, golden: Golden) -> None:
    """Two months, a day of each kind of news, and markup that is text."""
    kept.put("alfa", OFFERING.format("15. marts", "20-24"))
    kept.put("gamma", title="<b>Gamma</b> & søn")
    kept.save("2026-03-09")
    kept.put("alfa", OFFERING.format("15. marts", "20-24") + 'price: "<i>Gratis</i> & godt"\n')
    del kept.texts["beta"]
    kept.save("2026-04-02")
    news = kept.news()
    assert news
    golden(CASES / "news" / "page.html", news_page(news, "programmes.yaml", FEED).html)
    site = Site("https://katalog.example.org/", BUILT, {}, news.entries)
    golden(CASES / "news" / "feed.xml", feed(read(kept.register), site))


def test_nothing_is_new_at_the_start(kept: Kept) -> None:
    news = kept.news()
    assert news
    assert not news.entries
    assert (
        news.closing.replace(NBSP, " ")
        == "Listen går tilbage til 1. marts 2026. Da var der 2 programmer i kataloget."
    )
    assert "Der er ikke noget nyt at fortælle." in news_page(news, "programmes.yaml", "").html


def test_latest_first_and_new_programmes_before_others(kept: Kept) -> None:
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("2026-03-02")
    del kept.texts["beta"]
    kept.put("alfa", OFFERING.format("15. marts", 24))
    kept.put("gamma")
    kept.save("2026-03-03")
    assert kept.told() == [
        "2026-03-03 gamma added: Om gamma.",
        "2026-03-03 alfa changed: Pladser for Hold 1 ændret fra 20 til 24",
        "2026-03-03 beta removed: ",
        f"2026-03-02 alfa changed: {DEADLINE}",
    ]


def test_of_a_day_only_its_end_counts(kept: Kept) -> None:
    for deadline, time in (("16. marts", "T09:00:00+01:00"), ("15. marts", "T10:00:00+01:00")):
        kept.put("alfa", OFFERING.format(deadline, 20))
        kept.save("2026-03-02", time)
    assert kept.told() == [f"2026-03-02 alfa changed: {DEADLINE}"]
    kept.put("alfa", OFFERING.format("1. marts", 20))
    kept.save("2026-03-02", "T11:00:00+01:00")
    assert kept.told() == []


@pytest.mark.parametrize(
    "more",
    [
        "# En note.\n",
        "aliases: [Et andet navn]\n",
        "elements: [{name: Kursus, source: folder, involves_manager: ja}]\n",
        "contacts: [{name: HR, checked: 2026-03-01}]\n",
    ],
)
def test_what_is_for_editors_is_no_news(kept: Kept, more: str) -> None:
    without = re.sub(r", (source|involves_manager|checked): [^,}]+", "", more)
    if without != more:
        kept.put("beta", without)
        kept.save(START)
    kept.put("beta", more)
    kept.save("2026-03-02")
    assert kept.told() == []


def test_only_fields_are_for_editors(kept: Kept) -> None:
    """What an editor calls something is no field, whatever it is called."""
    kept.put("beta", "contacts: [{name: source}]\n")
    kept.save("2026-03-02")
    assert kept.told() == ["2026-03-02 beta changed: Kontakt tilføjet: source"]


def test_fields_for_editors_are_fields() -> None:
    schema = str(Programme.model_json_schema())
    assert [name for name in FOR_EDITORS if f"'{name}': {{" not in schema] == []


@pytest.mark.parametrize(
    ("field", "is_told"), [("elements", False), ("selection: {steps", True)], ids=["list", "steps"]
)
def test_order_is_news_only_where_it_is_a_fact(kept: Kept, field: str, is_told: bool) -> None:
    items = ["{name: A}", "{name: B}"] if field == "elements" else _steps("A", "B")
    end = "}" if "{" in field else ""
    for day, order in ((START, items), ("2026-03-02", items[::-1])):
        kept.put("beta", f"{field}: [{', '.join(order)}]{end}\n")
        kept.save(day)
    assert bool(kept.told()) == is_told


def _steps(*names: str) -> list[str]:
    return [f"{{who: {name}, does: Gør {name}}}" for name in names]


@pytest.mark.parametrize("broken", ["alfa", "programmes"])
def test_what_could_not_be_read_is_told_when_it_can(kept: Kept, broken: str) -> None:
    """It was not published before, either."""
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.put("beta", "price: Gratis\n")
    kept.save("2026-03-02")
    git(kept.folder, "reset", "--hard", "HEAD~1")
    file = kept.folder / f"{broken}.yaml"
    whole = file.read_bytes()
    write(file, b"title: 'A\n")
    commit(kept.folder, "2026-03-02T12:00:00+01:00")
    write(file, whole)
    kept.save("2026-03-03")
    assert kept.told() == [
        f"2026-03-03 alfa changed: {DEADLINE}",
        "2026-03-03 beta changed: Pris tilføjet: »Gratis«",
    ]


def test_a_new_address_is_the_same_programme(kept: Kept) -> None:
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("2026-03-02")
    kept.texts["delta"] = kept.texts.pop("alfa")
    kept.save("2026-03-03")
    assert kept.told() == [
        "2026-03-03 delta changed: Adressen ændret fra /programmer/alfa/ til /programmer/delta/",
        f"2026-03-02 alfa changed: {DEADLINE}",
    ]
    assert addresses(kept) == ["programmer/delta/", "programmer/delta/"]


def test_another_programme_at_an_old_address(kept: Kept) -> None:
    """What was told of the first must not lead to the second."""
    kept.put("beta", "price: Gratis\n")
    kept.save("2026-03-02")
    del kept.texts["beta"]
    kept.save("2026-03-03")
    kept.put("beta", title="Noget helt andet")
    kept.save("2026-03-04")
    news = kept.news()
    assert news
    assert [(entry.title, entry.address) for entry in news.entries] == [
        ("Noget helt andet", "programmer/beta/"), ("Beta", ""), ("Beta", ""),
    ]  # fmt: skip


def addresses(kept: Kept) -> list[str]:
    news = kept.news()
    assert news
    return [entry.address for entry in news.entries]


def test_a_merged_change_is_of_the_day_of_the_merge(kept: Kept) -> None:
    git(kept.folder, "switch", "--create", "forslag")
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("2026-03-02")
    git(kept.folder, "switch", "main")
    at = "2026-03-06T12:00:00Z"
    git(kept.folder, "merge", "--no-ff", "--no-edit", "forslag", at=at)
    assert kept.told() == [f"2026-03-06 alfa changed: {DEADLINE}"]


def test_a_day_is_that_of_the_one_who_committed(kept: Kept) -> None:
    """An older commit that seems to be of a later day is of the day of the one after it."""
    kept.put("beta", "price: Gratis\n")
    kept.save("2026-03-03", "T00:30:00+01:00")
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("2026-03-02", "T23:50:00+00:00")
    assert [entry.split(":")[0] for entry in kept.told()] == [
        "2026-03-02 alfa changed", "2026-03-02 beta changed",
    ]  # fmt: skip


def test_commit_with_a_date_that_is_none(kept: Kept) -> None:
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("@1772800000", " +9900")
    assert kept.told() == []
    kept.put("beta", "price: Gratis\n")
    kept.save("2026-03-08")
    assert [entry.split(":")[0] for entry in kept.told()] == [
        "2026-03-08 alfa changed", "2026-03-08 beta changed",
    ]  # fmt: skip


def test_nothing_is_known_without_a_whole_history(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("2026-03-02")
    git(tmp_path, "clone", "--depth", "1", kept.folder.as_uri(), "shallow")
    shallow = tmp_path / "shallow" / "programmes.yaml"
    assert read_news(read(shallow), shallow) is None
    git(shallow.parent, "fetch", "--unshallow")
    assert read_news(read(shallow), shallow) == kept.news()
    monkeypatch.setenv("PATH", "")
    assert kept.news() is None


def test_nothing_is_known_without_a_commit(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("alfa")
    kept.save(START)
    git(tmp_path, "update-ref", "-d", "HEAD")
    assert kept.news() is None


def test_what_is_not_committed_is_no_news(kept: Kept) -> None:
    write(kept.folder / "beta.yaml", kept.texts["beta"].encode() + b"price: Gratis\n")
    assert kept.told() == []


def test_catalogue_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "andet.txt", b"1")
    commit(tmp_path, "2026-02-01T12:00:00Z")
    kept = Kept(tmp_path / "a b" / "katalog", repository=tmp_path)
    for day, price in ((START, ""), ("2026-03-02", "price: Gratis\n")):
        kept.put("alfa", price)
        kept.save(day)
    assert kept.told() == ["2026-03-02 alfa changed: Pris tilføjet: »Gratis«"]


def test_only_the_latest_are_told(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    for day in (2, 3, 4):
        kept.put("beta", f"price: {day} kr.\n")
        kept.save(f"2026-03-0{day}")
    assert [entry.split()[0] for entry in kept.told()] == ["2026-03-04", "2026-03-03"]
    news = kept.news()
    assert news
    assert news.closing == ("Her er de 2 seneste nyheder. Det, der er ældre, står ikke på listen.")


def test_more_at_once_than_is_read(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "MOST_FILES", 2)
    for id in ("gamma", "delta", "epsilon"):
        kept.put(id)
    kept.save("2026-03-02")
    kept.put("beta", "price: Gratis\n")
    kept.save("2026-03-03")
    assert kept.told() == ["2026-03-03 beta changed: Pris tilføjet: »Gratis«"]
    news = kept.news()
    assert news
    assert news.closing.replace(NBSP, " ").startswith(
        "2. marts 2026 blev 3 programmer ændret på én gang."
    )


def test_a_page_leads_to_the_change_of_its_day(kept: Kept) -> None:
    kept.put("alfa", OFFERING.format("15. marts", 20))
    kept.save("2026-03-02")
    kept.put("alfa", OFFERING.format("15. marts", 24))
    kept.save("2026-03-03")
    news = kept.news()
    assert news
    changed = {"programmer/alfa/": news.entries[0].when.date()}
    assert news.of_programmes(changed) == {"programmer/alfa/": "nyt/#2026-03-03-alfa"}
    # A later change that is for editors is told nowhere.
    assert news.of_programmes({"programmer/alfa/": BUILT.date()}) == {}


def test_what_was_never_at_an_address_is_no_news(kept: Kept) -> None:
    """The check refuses such an id, but it can be committed."""
    kept.put("Et navn")
    kept.save("2026-03-02")
    del kept.texts["Et navn"]
    kept.save("2026-03-03")
    assert kept.told() == []


NAMES = ["a.yaml", "b.yml", "x/a.yaml", "x/b.yaml", "x/y/c.yaml", "x/.d.yaml", "programmes.yaml"]


@pytest.mark.parametrize(
    "entries",
    [
        ["a.yaml", "x/b.yaml"], ["x/b.yaml", "x/*.yaml"], ["*.y*ml"], ["x/**/*.yaml"],
        ["**/*.yaml"], ["x/[ab].yaml"], ["x/?.yaml", "ikke.yaml"], ["../a.yaml", "/x/a.yaml", ""],
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_old_version_lists_what_the_files_would(tmp_path: Path, entries: list[str]) -> None:
    for name in NAMES:
        write(tmp_path / name, b"")
    data: Mapping[str, list[str]] = {"programmes": entries}
    listed = "".join(f"  - '{entry}'\n" for entry in entries)
    document = read_yaml("programmes.yaml", f"programmes:\n{listed}".encode())
    files = [item.file for item in listed_files(tmp_path, document, dict(data), [])]
    assert listed_names(dict(data), "programmes.yaml", NAMES) == files
