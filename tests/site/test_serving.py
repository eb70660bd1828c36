"""While somebody writes, each save is shown: a programme's page at once, the rest when whole."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from generator.showing.texts import text
from tests.site.building import (
    ENVIRONMENT,
    PROGRAMME,
    generator,
    programme_file,
    rewrite,
    write_site,
)

PROGRAMMES = {f"forloeb-{n}": {**PROGRAMME, "title": f"Forløb {n}"} for n in range(60)}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The mkdocs.yml of a small site."""
    return write_site(tmp_path)


@contextmanager
def serving(
    config: Path, sign: signal.Signals = signal.SIGTERM, **environment: str
) -> Iterator[str]:
    """The preview of a site that is being edited."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "serve", "-f", str(config), "-a", where]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=ENVIRONMENT | environment, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            yield f"http://{where}/"
        finally:
            # The generator and the processes that it started.
            os.killpg(process.pid, sign)
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise


def read(address: str) -> str:
    """What a browser gets at this moment."""
    try:
        with urlopen(address, timeout=30) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return str(error.code)
    except (URLError, ConnectionError):
        return "no answer"


def wait_for(words: str, address: str) -> str:
    """The page at `address`, once it has `words`."""
    page = ""
    for _ in range(1500):
        page = read(address)
        if words in page:
            return page
        time.sleep(0.02)
    raise AssertionError(f"{words!r} never came: {page[:2000]}")


def without_livereload(page: str) -> str:
    """What the page would be without the script that asks for the next."""
    return re.sub(r"livereload\(\d+, \d+\);", "", page)


def test_a_page_is_shown_before_the_site_is_built(tmp_path: Path) -> None:
    """As it will be when the whole site is: nothing of it changes once more."""
    config = write_site(tmp_path, PROGRAMMES)
    with serving(config) as address:
        page = address + "programmer/forloeb-7/"
        wait_for("Et forløb for nye ledere", page)
        rewrite(programme_file(config, "forloeb-7"), "nye ledere", "erfarne ledere")
        at_once = wait_for("erfarne ledere", page)
        # The list comes with the whole site only.
        assert "erfarne ledere" not in read(address + "programmer/")
        wait_for("erfarne ledere", address + "programmer/")
        assert without_livereload(read(page)) == without_livereload(at_once)


def test_what_is_saved_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """Each save overtakes the site that is being built for the one before."""
    config = write_site(tmp_path, PROGRAMMES)
    with serving(config) as address:
        wait_for("Forløb 7", address)
        for number in (7, 8, 9):
            id = f"forloeb-{number}"
            rewrite(programme_file(config, id), "nye ledere", f"ledere på hold {number}")
            wait_for(f"ledere på hold {number}", f"{address}programmer/{id}/")
        for number in (7, 8, 9):
            wait_for(f"ledere på hold {number}", address + "programmer/")
            assert f"ledere på hold {number}" in read(f"{address}programmer/forloeb-{number}/")


def test_a_file_that_comes_and_goes(config: Path) -> None:
    register = config.parent / "programmes.yaml"
    with serving(config) as address:
        wait_for("Et forløb", address)
        other = programme_file(config, "andet")
        other.write_text(programme_file(config).read_text("utf-8").replace("Et forl", "Andet forl"))
        rewrite(register, "/forloeb.yaml", "/*.yaml")
        wait_for("Andet forløb", address + "programmer/andet/")
        other.unlink()
        wait_for("404", address + "programmer/andet/")
        wait_for("Et forløb", address + "programmer/forloeb/")


def test_a_folder_that_came_meanwhile(config: Path) -> None:
    """It is watched from then on."""
    other = config.parent / "andre" / "nyt.yaml"
    with serving(config) as address:
        wait_for("Et forløb", address)
        other.parent.mkdir()
        other.write_text(programme_file(config).read_text("utf-8"), "utf-8")
        rewrite(config.parent / "programmes.yaml", "programmes:", "programmes:\n- andre/nyt.yaml")
        wait_for("nye ledere", address + "programmer/nyt/")
        rewrite(other, "nye ledere", "erfarne ledere")
        wait_for("erfarne ledere", address + "programmer/nyt/")


def test_settings_that_cannot_be_read_for_a_while(config: Path) -> None:
    with serving(config) as address:
        wait_for("Et forløb", address)
        good = config.read_text("utf-8")
        config.write_text(good + "hooks: [: x\n", "utf-8")
        rewrite(programme_file(config), "nye ledere", "erfarne ledere")
        wait_for("erfarne ledere", address + "programmer/forloeb/")
        wait_for("bliver ikke lukket", address + "programmer/")
        config.write_text(good.replace("- programmes", "- search"), "utf-8")
        page = wait_for("mangler under »plugins«", address + "programmer/")
        assert "erfarne ledere" in page
        config.write_text(good, "utf-8")
        rewrite(programme_file(config), "erfarne ledere", "alle ledere")
        assert "mkdocs.yml, linje" not in wait_for("alle ledere", address + "programmer/")


def test_strict_mode_is_about_the_site_alone(config: Path) -> None:
    """Not about what a browser asks for while it is built."""
    with config.open("a") as settings:
        settings.write("strict: true\n")
    with serving(config) as address:
        wait_for("Et forløb", address)
        for number in range(3):
            rewrite(programme_file(config), "title: ", f"title: Nr. {number} ")
            wait_for("404", address + "favicon.ico")
            wait_for("404", address + "%00")
            wait_for(f"Nr. {number} ", address + "programmer/")


def test_an_address_that_is_taken(config: Path) -> None:
    with serving(config) as address:
        wait_for("Et forløb", address)
        where = address.removeprefix("http://").rstrip("/")
        second = generator("serve", "-f", config, "-a", where, cwd=config.parent)
    assert second.returncode == 1
    assert f"Adressen {where} er optaget." in second.stdout
    assert "Traceback" not in second.stdout


@pytest.mark.parametrize("where", ["192.0.2.1:8000", "localhost:99999"])
def test_an_address_that_is_of_no_use(config: Path, where: str) -> None:
    result = generator("serve", "-f", config, "-a", where, cwd=config.parent)
    assert result.returncode == 1
    assert text("serve.no-address", address=where) in result.stdout
    assert "Traceback" not in result.stdout


def test_nothing_is_left_behind(config: Path, tmp_path: Path) -> None:
    """When an editor ends it by Ctrl-C."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with serving(config, signal.SIGINT, TMPDIR=str(temporary)) as address:
        wait_for("Et forløb", address)
        rewrite(programme_file(config), "nye ledere", "erfarne ledere")
        wait_for("erfarne ledere", address + "programmer/")
        time.sleep(1)  # what was built before is put away
    assert [*temporary.iterdir()] == []


def test_preview_shows_errors_over_the_last_good_page(config: Path) -> None:
    file = programme_file(config)
    with serving(config) as address:
        wait_for("Et forløb for nye ledere", address + "programmer/forloeb/")
        rewrite(file, "status: unconfirmed", "status: måske")
        page = wait_for("forloeb.yaml, linje 2", address + "programmer/forloeb/")
        assert "Et forløb for nye ledere" in page
        wait_for("Hvem man kan spørge: ikke oplyst", address + "redaktion/mangler/")
        rewrite(file, "status: måske", "status: [")
        wait_for("klamme", address)
        rewrite(file, "status: [", "status: planned")
        page = wait_for("Planlagt", address + "programmer/forloeb/")
        assert "forloeb.yaml, linje" not in page


def test_preview_of_prose_with_errors(config: Path) -> None:
    """A page in another encoding is shown as far as it can be."""
    page = config.parent / "content" / "regler.md"
    page.write_bytes("# Regler\n\nVilkår for alle.\n".encode("latin-1"))
    with serving(config) as address:
        assert "Regler" in wait_for("ikke er UTF-8", address + "regler/")
        page.write_text("# Regler\n\n[Om](findes-ikke.md)\n", "utf-8")
        wait_for("regler.md, linje 3", address)
        page.write_text("# Regler\n\nVilkår for alle.\n", "utf-8")
        wait_for("Vilkår for alle", address + "regler/")
        assert "linje 3" not in read(address)


def test_preview_keeps_the_schemas(config: Path) -> None:
    """Who adds an organisation while the preview runs finds it offered in VS Code."""
    schema = config.parent / ".schemas" / "programme.json"
    with serving(config) as address:
        wait_for("Et forløb", address)
        assert "Vores Kommune" not in schema.read_text("utf-8")
        added = "title: Et nyt katalog\norganisations: {vores: {name: Vores Kommune}}"
        rewrite(config.parent / "programmes.yaml", "title: Et lille katalog", added)
        wait_for("Et nyt katalog", address)
        assert "Vores Kommune" in schema.read_text("utf-8")


def test_preview_of_a_catalogue_that_was_never_good(tmp_path: Path) -> None:
    config = write_site(tmp_path, {"forloeb": {**PROGRAMME, "status": "måske"}})
    with serving(config) as address:
        wait_for("forloeb.yaml, linje 2", address)
        rewrite(programme_file(config), "status: måske", "status: planned")
        wait_for("Et forløb", address + "programmer/forloeb/")
