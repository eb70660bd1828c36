"""A published site is whole, is the same for the same files, and stands until a better one does."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.replacement import _A_WHILE
from generator.showing.texts import text
from tests.site.building import (
    CONFIG,
    ENVIRONMENT,
    build,
    digests,
    generator,
    programme_file,
    rewrite,
    run,
    write_site,
)
from tests.site.pages import Document

ANYWHERE = Path("/")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    build(write_site(folder))
    return folder


@pytest.fixture
def config(published: Path, tmp_path: Path) -> Path:
    """The mkdocs.yml of a small site that has been published."""
    shutil.copytree(published, tmp_path, dirs_exist_ok=True)
    return tmp_path / "mkdocs.yml"


def identities(site: Path) -> dict[str, int]:
    """By its path, what tells a file from another of the same name."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.stat().st_ino for file in files}


def broken(config: Path) -> Path:
    """The same site by another file, whose build fails when everything is written."""
    (config.parent / "fails.py").write_text("def on_post_build(*_, **__):\n    raise OSError\n")
    other = config.with_name("broken.yml")
    other.write_text(config.read_text("utf-8") + "hooks: [fails.py]\n", "utf-8")
    return other


def test_a_site_that_was_moved_away_comes_back_whatever_is_wrong(config: Path) -> None:
    """A build was killed between its two renames, and the next one finds errors."""
    before = digests(config.parent / "site")
    (config.parent / "site").rename(config.parent / ".site-old-x")
    time.sleep(_A_WHILE + 0.1)
    rewrite(programme_file(config), "status: unconfirmed", "status: måske")
    assert generator("build", "--config-file", config, cwd=ANYWHERE).returncode == 1
    assert digests(config.parent / "site") == before


def test_an_error_leaves_the_published_site(config: Path) -> None:
    before = digests(config.parent / "site")
    rewrite(programme_file(config), "status: unconfirmed", "status: måske")
    result = generator("build", "--config-file", config, cwd=ANYWHERE)
    assert result.returncode == 1
    assert "forloeb.yaml:2:9" in result.stdout
    assert "Traceback" not in result.stdout
    assert digests(config.parent / "site") == before
    assert sorted(path.name for path in config.parent.iterdir()) == [
        ".cache", "content", "mkdocs.yml", "programmes.yaml", "site",
    ]  # fmt: skip


def test_a_warning_leaves_the_published_site(config: Path) -> None:
    before = digests(config.parent / "site")
    page = config.parent / "content" / "om.md"
    page.write_text("# Om\n\n[En side](nyt.xml)\n", "utf-8")
    result = generator("build", "--config-file", config, cwd=ANYWHERE)
    assert result.returncode == 1
    assert "contains a link 'nyt.xml'" in result.stdout
    assert digests(config.parent / "site") == before
    assert not list(config.parent.glob(".site-*"))


def test_a_build_that_ends_itself_is_no_success(config: Path) -> None:
    (config.parent / "hook.py").write_text("def on_env(*_, **__):\n    raise SystemExit('slut')\n")
    config.write_text(config.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    result = generator("build", "--config-file", config, cwd=ANYWHERE)
    assert result.returncode == 1
    assert "slut" in result.stdout


def test_what_stays_the_same_is_not_written_again(config: Path) -> None:
    site = config.parent / "site"
    before = identities(site)
    kept = {name: (site / name).read_bytes() for name in before}
    rewrite(programme_file(config), "Et forløb", "Et andet forløb")
    failing = generator("build", "--site-dir", site, "--config-file", broken(config), cwd=ANYWHERE)
    assert failing.returncode
    assert {name: (site / name).read_bytes() for name in before} == kept
    after = identities(build(config))
    data = {name for name in before if name.startswith(("data/", "soeg/data/"))}
    assert "data/v1/schema.json" in data
    assert before["data/v1/schema.json"] == after["data/v1/schema.json"]
    told = "data/v1/programmes/forloeb.json"
    assert before[told] != after[told]
    assert all(file.stat().st_nlink == 1 for file in site.rglob("*") if file.is_file())


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_published_site(
    config: Path, sign: signal.Signals
) -> None:
    before = digests(config.parent / "site")
    rewrite(programme_file(config), "Et forløb", "Et andet forløb")
    command = [sys.executable, "-m", "generator", "build", "--config-file", str(config)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
    ) as process:
        # It is stopped amid writing: its new folder has files, and is not yet the site.
        while not any(config.parent.glob(".site-new-*/*")):
            assert process.poll() is None, "the build was too quick to be stopped"
        process.send_signal(sign)
    assert process.returncode != 0
    assert digests(config.parent / "site") == before
    if sign != signal.SIGKILL:
        assert not [*config.parent.glob(".site-*")]
    build(config)
    assert "Et andet forløb" in (config.parent / "site" / "index.html").read_text("utf-8")


def test_a_build_to_which_nobody_listens(config: Path) -> None:
    """None of the files that it opens gets what it tells."""
    before = digests(config.parent / "site")
    shutil.rmtree(config.parent / "site")
    command = ["sh", "-c", 'exec "$0" -m generator build <&- >&- 2>&-', sys.executable]
    assert subprocess.run(command, cwd=config.parent, env=ENVIRONMENT, check=False).returncode == 0
    assert digests(config.parent / "site") == before


def test_another_folder_is_left_alone(config: Path) -> None:
    other = config.parent / "billeder"
    other.mkdir()
    (other / "ferie.txt").write_text("Vi var ved havet.")
    result = generator("build", "--site-dir", other, "-f", config, cwd=ANYWHERE)
    assert result.returncode == 1
    assert text("site.folder-taken", folder=other) in result.stdout
    assert [file.name for file in other.iterdir()] == ["ferie.txt"]


def test_hidden_files_stay_with_the_site(config: Path) -> None:
    """They are those of whoever publishes from the folder: a repository, a server's settings."""
    site = config.parent / "site"
    hidden = {".nojekyll": "", ".git": "gitdir: ../.git/worktrees/site", ".well-known/a.txt": "a"}
    for name, content in hidden.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(content)
    for title in ("Et andet forløb", "Et tredje forløb"):
        rewrite(programme_file(config), "title: ", f"title: {title}, ")
        build(config)
        assert {name: (site / name).read_text() for name in hidden} == hidden


def test_mkdocs_alone_builds_the_same(config: Path) -> None:
    before = digests(config.parent / "site")
    result = run(sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, cwd=ANYWHERE)
    assert result.returncode == 0, result.stdout
    assert digests(config.parent / "site") == before


TAKEN = ("data/v1/catalogue.json", "kalender/forloeb-1.ics", "nyt.xml", "soeg/data/index.js")


def test_what_the_catalogue_writes_itself_comes_from_nowhere_else(config: Path) -> None:
    """A file at its address would be written into the published site, which shares it."""
    before = digests(build(config))
    for name in (*TAKEN, "programmer/forloeb"):
        file = config.parent / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("something else", "utf-8")
    result = generator("build", "-f", config, cwd=ANYWHERE)
    assert result.returncode != 0
    for name in TAKEN:
        assert text("site.file-taken", name=name) in result.stdout
    assert text("site.page-taken", name="programmer/forloeb") in result.stdout
    assert digests(config.parent / "site") == before


def test_the_same_files_make_the_same_bytes(config: Path) -> None:
    # The sitemap has the day of the build; midnight may pass between the two.
    made = []
    for _ in range(2):
        shutil.rmtree(config.parent / "site")
        made.append(digests(build(config, SOURCE_DATE_EPOCH="1800000000")))
    assert made[0] == made[1]


def test_addresses_are_the_same_in_any_language(config: Path) -> None:
    """Python takes its encoding of files' names from the language of the machine."""
    (config.parent / "content" / "æble.md").write_text("# Æbler\n", "utf-8")
    language = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    site = build(config, **language)
    assert "/%C3%A6ble/<" in (site / "sitemap.xml").read_text("utf-8")


def test_descriptions_and_notes_are_not_published(site: Path) -> None:
    kinds = {file.suffix for file in site.rglob("*")}
    assert not kinds & {".yaml", ".yml", ".md", ".py", ".toml", ".j2"}


def test_edit_leads_to_the_file_of_a_page(config: Path) -> None:
    files = {
        "index.html": "programmes.yaml",
        "programmer/index.html": "programmes.yaml",
        "programmer/forloeb/index.html": "content/programmes/forloeb.yaml",
    }
    build(config, CATALOGUE_EDIT_URI="https://example.org/not-asked-for/")
    for page, file in files.items():
        edits = [
            link.attributes["href"]
            for link in Document.read(config.parent / "site" / page).all("a")
            if link.attributes.get("rel") == "edit"
        ]
        assert edits == [f"https://git.example.org/katalog/edit/main/{file}"]


def test_the_projects_addresses_come_from_the_pipeline(clone: Path, tmp_path: Path) -> None:
    python = clone / ".venv" / "bin" / "python"
    result = run(
        python, "-m", "generator", "build", "--site-dir", tmp_path / "site", cwd=clone,
        CATALOGUE_SITE_URL="https://kommune.example.org/katalog/",
        CATALOGUE_EDIT_URI="https://git.example.org/kommune/edit/main/content/",
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    assert "https://kommune.example.org/katalog/" in (tmp_path / "site/sitemap.xml").read_text()
    about = (tmp_path / "site/om/index.html").read_text("utf-8")
    assert "https://git.example.org/kommune/edit/main/content/om.md" in about
    # An unknown address may be at any depth, so its page has to name the site's own folder.
    for _, address in Document.read(tmp_path / "site/404.html").values("src"):
        assert address.startswith("/katalog/")


def test_a_site_chooses_its_pages_and_names(tmp_path: Path) -> None:
    """The navigation and the register's name are the site's own choice."""
    nav = [*CONFIG["nav"], {"Om": "om.md"}]
    config = write_site(tmp_path, nav=nav, plugins=[{"programmes": {"register": "k.yaml"}}])
    (tmp_path / "programmes.yaml").rename(tmp_path / "k.yaml")
    (tmp_path / "content" / "om.md").write_text("# Om\n")
    result = generator("build", "-f", config, cwd=ANYWHERE)
    assert result.returncode == 0, result.stdout
