"""When a file was last changed is what git says, or nothing: never a guess, never a failure."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from generator.history import History, last_changes
from generator.reading.catalogue import read_catalogue
from tests.support.cases import files
from tests.support.catalogues import write, write_catalogue
from tests.support.repository import commit, git

MONDAY = "2026-03-02T08:00:00+01:00"
TUESDAY = "2026-03-03T23:30:00+01:00"
FRIDAY = "2026-03-06T12:00:00+00:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of Monday, of which `changed.yaml` was changed on Tuesday."""
    folder = tmp_path / "repository"
    write(folder / "changed.yaml", b"1")
    write(folder / "old.yaml", b"1")
    commit(folder, MONDAY)
    write(folder / "changed.yaml", b"2")
    commit(folder, TUESDAY)
    return folder


def told(folder: Path) -> dict[str, str]:
    """By the name of each file in a folder, when it was changed."""
    found = last_changes(folder, sorted(path for path in folder.rglob("*.yaml")))
    return {path.relative_to(folder).as_posix(): when.isoformat() for path, when in found.items()}


def test_last_change_counts(folder: Path) -> None:
    commit(folder, FRIDAY)  # changes no file
    assert told(folder) == {"changed.yaml": TUESDAY, "old.yaml": MONDAY}


def test_nothing_is_known_without_a_repository(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", b"1")
    assert told(tmp_path) == {}


def test_nothing_is_known_in_a_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init")
    write(tmp_path / "a.yaml", b"1")
    assert told(tmp_path) == {}


def test_nothing_is_known_without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert told(folder) == {}


def test_nothing_is_known_where_the_rest_cannot_be_fetched(folder: Path, tmp_path: Path) -> None:
    """Nor from a clone without the contents of files, of which git fetches what it is asked for."""
    write(folder / "changed.yaml", b"3")
    commit(folder, FRIDAY)
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--filter", "blob:none", folder.as_uri(), "partial")
    clone = tmp_path / "partial"
    described = [clone / "changed.yaml"]
    assert last_changes(clone, [], described)[described[0]].isoformat() == FRIDAY
    git(tmp_path, "clone", "--filter", "blob:none", folder.as_uri(), "apart")
    apart = tmp_path / "apart"
    git(apart, "remote", "set-url", "origin", (tmp_path / "gone").as_uri())
    assert last_changes(apart, [], [apart / "changed.yaml"]) == {}


@pytest.mark.parametrize("form", ["combined", "off", "remerge", "separate"])
def test_settings_of_a_person_make_no_difference(
    folder: Path, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(folder, "checkout", "-b", "side")
    write(folder / "old.yaml", b"3")
    commit(folder, FRIDAY)
    git(folder, "checkout", "main")
    git(folder, "merge", "--no-ff", "side", at=FRIDAY)
    before = told(folder)
    settings = write(tmp_path / "gitconfig", f"[log]\n\tdiffMerges = {form}\n".encode())
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert told(folder) == before != {}


def test_nothing_is_known_from_a_shallow_clone(folder: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", folder.as_uri(), "shallow")
    assert told(tmp_path / "shallow") == {}
    git(tmp_path / "shallow", "fetch", "--unshallow")
    assert told(tmp_path / "shallow") == told(folder)


@pytest.mark.parametrize("staged", [False, True])
def test_what_is_not_committed_is_not_known(folder: Path, staged: bool) -> None:
    write(folder / "changed.yaml", b"3")
    write(folder / "new.yaml", b"1")
    if staged:
        git(folder, "add", "--all")
    assert told(folder) == {"old.yaml": MONDAY}


def test_what_was_removed_and_is_back_is_not_known(folder: Path) -> None:
    git(folder, "rm", "--cached", "old.yaml")
    git(folder, "commit", "--message", "En ændring", at=FRIDAY)
    assert told(folder) == {"changed.yaml": TUESDAY}


def test_a_new_name_is_a_change(folder: Path) -> None:
    """The name is the address of the page."""
    git(folder, "mv", "old.yaml", "new.yaml")
    commit(folder, FRIDAY)
    assert told(folder) == {"changed.yaml": TUESDAY, "new.yaml": FRIDAY}


@pytest.mark.parametrize("place", ["katalog", "a b/æøå [1]/*"])
def test_catalogue_may_lie_in_a_folder_of_the_repository(folder: Path, place: str) -> None:
    name = "forløb for »nye« ledere.yaml"
    write(folder / place / name, b"1")
    commit(folder, FRIDAY)
    assert told(folder / place) == {name: FRIDAY}


def test_files_elsewhere_are_not_known(folder: Path) -> None:
    write(folder / "inner" / "a.yaml", b"1")
    commit(folder, FRIDAY)
    assert last_changes(folder / "inner", [folder / "old.yaml"]) == {}


def test_a_merged_change_counts_from_the_merge(folder: Path) -> None:
    git(folder, "switch", "--create", "forslag")
    write(folder / "old.yaml", b"2")
    commit(folder, "2026-03-04T12:00:00+01:00")
    git(folder, "switch", "main")
    git(folder, "merge", "--no-ff", "--no-edit", "forslag", at=FRIDAY)
    assert told(folder) == {"changed.yaml": TUESDAY, "old.yaml": FRIDAY}


def test_linked_folder_is_the_same_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert told(tmp_path / "link") == told(folder)


def test_hook_of_another_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build may be started by a hook, which git tells where its own repository is."""
    expected = told(folder)
    monkeypatch.setenv("GIT_DIR", os.devnull)
    assert told(folder) == expected == {"changed.yaml": TUESDAY, "old.yaml": MONDAY}


def test_commit_with_a_date_that_is_none(folder: Path) -> None:
    """A commit may be made by any program, with any figures for its time zone."""
    write(folder / "old.yaml", b"2")
    commit(folder, "@1772800000 +9900")
    assert told(folder) == {"changed.yaml": TUESDAY}


def test_history_of_a_catalogue(tmp_path: Path) -> None:
    case = files("views", "*.yaml")[0].read_bytes()
    write_catalogue(tmp_path, alfa=case, beta=case)
    register = tmp_path / "programmes.yaml"
    prose = write(tmp_path / "om.md", b"# Om")
    commit(tmp_path, MONDAY)
    write(tmp_path / "alfa.yaml", case + b"\nprice: Gratis\n")
    commit(tmp_path, TUESDAY)
    catalogue = read_catalogue(register).catalogue
    assert catalogue
    history = History.read(catalogue, register, [prose])
    monday, tuesday = map(datetime.fromisoformat, (MONDAY, TUESDAY))
    assert history.programmes == {"alfa": tuesday, "beta": monday}
    assert history.of(register) == tuesday, "the list shows what any of the programmes tells"
    assert history.of(prose) == monday
    assert history.of(tmp_path / "mkdocs.md") is None


FORMS = {
    "note": (b"# En note.\nstatus: open # her\ntitle: A\n", True),
    "order": (b"title: A\nstatus: open\n", True),
    "quotation marks": (b"status: 'open'\ntitle: \"A\"\n", True),
    "line breaks": (b"status: open\r\ntitle: >-\r\n  A\r\n", True),
    "nothing": (b"status: open\ntitle: A\n\n", True),
    "value": (b"status: open\ntitle: B\n", False),
    "values exchanged": (b"status: A\ntitle: open\n", False),
    "field": (b"status: open\ntitle: A\nprice: B\n", False),
    "broken": (b"status: open\ntitle: 'A\n", False),
    "empty": (b"", False),
    "note in a text": (b"status: open\ntitle: |\n  A\n  # B\n", False),
}


@pytest.mark.parametrize("form", FORMS)
def test_change_of_form_is_none_of_a_programme(tmp_path: Path, form: str) -> None:
    changed, same = FORMS[form]
    for when, content in ((MONDAY, b"status: open\ntitle: A\n"), (TUESDAY, changed)):
        for name in ("alfa", "beta"):
            write(tmp_path / f"{name}.yaml", content)
        commit(tmp_path, when)
    alfa, beta = tmp_path / "alfa.yaml", tmp_path / "beta.yaml"
    expected = {alfa: MONDAY if same else TUESDAY, beta: TUESDAY}
    found = last_changes(tmp_path, [beta], programmes=[alfa])
    assert {file: when.isoformat() for file, when in found.items()} == expected


def test_changes_of_form_one_after_the_other(tmp_path: Path) -> None:
    """As far back as a change of what is said, or as the file has its name."""
    file = tmp_path / "alfa.yaml"
    for day in range(1, 5):
        write(file, b"title: A\n" + b"# En note.\n" * day)
        commit(tmp_path, f"2026-03-0{day}T08:00:00+01:00")
    found = last_changes(tmp_path, [], programmes=[file])
    assert found[file].isoformat() == "2026-03-01T08:00:00+01:00"
    write(file, b"title: B\n")
    assert last_changes(tmp_path, [], programmes=[file]) == {}
