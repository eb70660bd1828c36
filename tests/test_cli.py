"""The command line: exit codes, reports for pipelines, and what wrong use is told."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from generator.each import ProcessEndedError
from generator.problems.markdown import MOST
from tests.conftest import Golden
from tests.support.cases import CASES, GOLDEN, ROOT
from tests.support.catalogues import run, write, write_catalogue

PROBLEMS = CASES / "problems"
FORMATS = ["terminal", "github", "gitlab", "markdown", "sarif"]


def write_examples(folder: Path) -> Path:
    """A catalogue with errors, and with one mistake made twice in words that are the same."""
    repeated = b"elements:\n  - name: A\n    time: 10:30\n  - name: A\n    time: 10:30\n"
    at_once = (PROBLEMS / "errors" / "everything-at-once.yaml").read_bytes()
    least = (PROBLEMS / "errors" / "missing-sources.yaml").read_bytes()
    return write_catalogue(folder, alfa=at_once, beta=least + repeated)


@pytest.mark.parametrize(
    ("case", "code"), [("fine/quotes", 0), ("gaps/everything", 0), ("errors/file-empty", 1)]
)
@pytest.mark.parametrize("form", FORMATS)
def test_exit_code(tmp_path: Path, case: str, code: int, form: str) -> None:
    write_catalogue(tmp_path, program=(PROBLEMS / f"{case}.yaml").read_bytes())
    found = run("check", "--format", form, cwd=tmp_path)
    assert (found.code, found.err) == (code, "")


def test_published_catalogue_is_in_order() -> None:
    """As a pipeline runs it: another process, in another language than the editor's."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=ROOT, env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("form", "ending"),
    [("github", "txt"), ("gitlab", "json"), ("markdown", "md"), ("sarif", "json")],
)
def test_report_for_a_pipeline(tmp_path: Path, golden: Golden, form: str, ending: str) -> None:
    write_examples(tmp_path)
    found = run("check", "--format", form, cwd=tmp_path)
    golden(GOLDEN / f"{form}.{ending}", found.out)


def test_each_annotation_is_one_line(tmp_path: Path) -> None:
    """A line break in a value must not become a command of its own."""
    broken = (PROBLEMS / "errors" / "date-with-line-break.yaml").read_bytes()
    write_catalogue(tmp_path, program=broken.replace(b"2027", b"\\n::stop-commands::x"))
    found = run("check", "--format", "github", cwd=tmp_path)
    command = re.compile(
        r"::(error|warning|notice) file=program\.yaml,line=\d+,col=\d+,title=.+::.+"
    )
    assert found.out.strip()
    assert all(command.fullmatch(line) for line in found.out.splitlines())


def test_code_quality_report(tmp_path: Path) -> None:
    """GitLab asks for these members, and takes two problems with one fingerprint for one."""
    write_examples(tmp_path)
    found = json.loads(run("check", "--format", "gitlab", cwd=tmp_path).out)
    for problem in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= {*problem}
        assert problem["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (tmp_path / problem["location"]["path"]).is_file()
        assert problem["location"]["lines"]["begin"] >= 1
    assert len({problem["fingerprint"] for problem in found}) == len(found)


def test_code_quality_report_of_nothing(tmp_path: Path) -> None:
    write_catalogue(tmp_path, program=(PROBLEMS / "fine" / "quotes.yaml").read_bytes())
    assert json.loads(run("check", "--format", "gitlab", cwd=tmp_path).out) == []


def test_summary_of_more_than_a_page_holds(tmp_path: Path) -> None:
    """What is left out is said, and the errors are never among it."""
    gaps = (PROBLEMS / "gaps" / "everything.yaml").read_bytes()
    many = {f"p{number}": gaps for number in range(MOST)}
    wrong = (PROBLEMS / "errors" / "amount-no.yaml").read_bytes()
    write_catalogue(tmp_path, **many, wrong=wrong)
    found = run("check", "--format", "markdown", cwd=tmp_path).out
    assert len(re.findall("^- ", found, re.MULTILINE)) == MOST
    assert "ugyldig-mængde" in found
    assert f"de første {MOST}" in found
    assert len(found.encode()) < 1024 * 1024


def test_summary_says_what_an_editor_wrote(tmp_path: Path) -> None:
    """As text, whatever it means to Markdown or HTML, and a fence of hers closes nothing."""
    tricky = "<b>*x*</b> ```` [x](y)"
    broken = (PROBLEMS / "errors" / "status-unknown.yaml").read_text("utf-8")
    text = re.sub("^status: .*", f"status: '{tricky}'", broken, flags=re.MULTILINE)
    write_catalogue(tmp_path, program=text.encode())
    found = run("check", "--format", "markdown", cwd=tmp_path).out
    assert f"\n  `````text\n  2 | status: '{tricky}'\n" in found
    said = next(line for line in found.splitlines() if line.startswith("- "))
    assert r"\<b\>\*x\*\</b\> \`\`\`\` \[x\](y)" in said


def test_fingerprint_outlives_a_move(tmp_path: Path) -> None:
    """Lines put in above a problem do not make it a new one."""
    repeated = (PROBLEMS / "errors" / "amount-no.yaml").read_bytes()
    prints = []
    for text in (repeated, b"# en linje\n" + repeated):
        write_catalogue(tmp_path, program=text)
        [problem] = json.loads(run("check", "--format", "gitlab", cwd=tmp_path).out)
        prints.append(problem["fingerprint"])
    assert prints[0] == prints[1]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("beside", [".", "a", "a/b"])
def test_paths_open_from_where_one_stands(tmp_path: Path, beside: str, form: str) -> None:
    here, site = tmp_path / beside, tmp_path / "site"
    here.mkdir(parents=True, exist_ok=True)
    config = write_examples(site)
    found = run("check", "--format", form, "--config-file", os.path.relpath(config, here), cwd=here)
    named = re.findall(r"[\w./]*(?:alfa|beta)\.yaml(?=[:,\"*])", found.out)
    assert found.code == 1
    assert named
    assert all((here / name).is_file() for name in named)


SITE_ADDRESSES = [
    ("", ""),
    ("site_url: ''", ""),
    ("site_url: https://x.dk/katalog", "https://x.dk/katalog/"),
    ("site_url: !ENV SITE", "https://y.dk/"),
    ("site_url: !ENV [NONE, SITE, 'https://x.dk/']", "https://y.dk/"),
    ("site_url: !ENV [NONE, 'https://x.dk/']", "https://x.dk/"),
    ("site_url: null", ""),
    ("site_url: ~", ""),
    ("site_url: !ENV [NONE]", ""),
    ("site_url: !ENV [SITE]", "https://y.dk/"),
    ("site_url: !ENV [NONE, null]", ""),
    ("INHERIT: other.yml", "https://z.dk/"),
]


@pytest.mark.parametrize(("config", "site"), SITE_ADDRESSES)
@pytest.mark.parametrize("form", FORMATS)
def test_each_finding_leads_to_its_explanation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, config: str, site: str
) -> None:
    """Where the address of the site is known."""
    monkeypatch.setenv("SITE", "https://y.dk/")
    monkeypatch.delenv("NONE", raising=False)
    write_catalogue(tmp_path, wrong=(PROBLEMS / "errors" / "amount-no.yaml").read_bytes())
    write(tmp_path / "mkdocs.yml", config.encode())
    write(tmp_path / "other.yml", b"site_url: https://z.dk/")
    found = run("check", "--format", form, cwd=tmp_path).out
    address = "redaktion/fejl/#ugyldig-m%C3%A6ngde"
    # A percent sign in the data of a workflow command is written as a code itself.
    said = found.replace("%25", "%")
    assert (f"{site}{address}" in said) if site else (address not in said)


REGISTER_OPTIONS = [
    "plugins:\n  - search\n  - programmes:\n      register: katalog/alt.yaml\n",
    "plugins:\n  programmes:\n    register: katalog/alt.yaml\n",
    "site_url: !ENV [X, 'https://x.dk']\nplugins: [{programmes: {register: katalog/alt.yaml}}]\n",
]


@pytest.mark.parametrize("config", REGISTER_OPTIONS)
def test_register_of_the_configuration(tmp_path: Path, config: str) -> None:
    """As MkDocs reads it: plugins may be a list or a mapping, values may have tags."""
    write_catalogue(tmp_path / "katalog", alfa=(PROBLEMS / "fine" / "quotes.yaml").read_bytes())
    (tmp_path / "katalog" / "programmes.yaml").rename(tmp_path / "katalog" / "alt.yaml")
    write(tmp_path / "mkdocs.yml", config.encode())
    assert run("check", cwd=tmp_path).out == "Kataloget er i orden.\n"


@pytest.mark.parametrize(
    ("config", "code"),
    [
        (b"", "uden-programmes"),
        (b"plugins: [\n", "yaml-klamme"),
        (b"plugins: programmes\n", "uden-programmes"),
        (b"\xff\xfe", "uden-programmes"),
        (b"\xff\xfex", "ikke-utf-8"),
        (b"- a\n", "uden-programmes"),
        (b"a: &a [*a]\n", "uden-programmes"),
    ],
)
def test_configuration_that_says_nothing(tmp_path: Path, config: bytes, code: str) -> None:
    """That alone is told; the register has its usual name."""
    write_catalogue(tmp_path, alfa=(PROBLEMS / "fine" / "quotes.yaml").read_bytes())
    write(tmp_path / "mkdocs.yml", config)
    found = run("check", cwd=tmp_path)
    assert found.code == 1
    assert re.findall(r"^\w+\[(.+?)\] (\S+):", found.out, re.MULTILINE) == [(code, "mkdocs.yml:1")]


def test_wrong_use(tmp_path: Path, golden: Golden) -> None:
    """Exit code 2, and what is wrong in one line on the error output: a case is a line."""
    write_catalogue(tmp_path, program=(PROBLEMS / "fine" / "quotes.yaml").read_bytes())
    told = []
    for command in (CASES / "wrong-use.txt").read_text("utf-8").splitlines():
        found = run(*shlex.split(command), cwd=tmp_path)
        assert (found.code, found.out) == (2, ""), command
        assert re.fullmatch("fejl: .*\n", found.err), command
        told.append(f"$ {command}\n{found.err}")
    golden(GOLDEN / "wrong-use.txt", "\n".join(told).replace(str(tmp_path), "/katalog"))


@pytest.mark.parametrize("command", [[], ["new"]])
def test_half_a_command(tmp_path: Path, command: list[str]) -> None:
    """What it can be followed by is told."""
    found = run(*command, cwd=tmp_path)
    assert (found.code, found.out) == (2, "")
    assert found.err == run(*command, "--help", cwd=tmp_path).out


def test_folder_without_a_catalogue(tmp_path: Path) -> None:
    found = run("check", cwd=tmp_path)
    assert found.code == 2
    assert f"Terminalen står i mappen {tmp_path}, og den har intet katalog" in found.err


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["check"],
        ["changes"],
        ["build"],
        ["serve"],
        ["new"],
        ["new", "offering"],
        ["close-offering"],
        ["schema"],
        ["template"],
        ["import"],
    ],
)
def test_help(tmp_path: Path, command: list[str]) -> None:
    """Danish throughout, also where the words are Python's own."""
    found = run(*command, "--help", cwd=tmp_path)
    assert (found.code, found.err) == (0, "")
    assert not re.search(r"\b(usage|options|positional|show|exit|default)\b", found.out)
    assert "--help" in found.out


def test_a_build_whose_process_was_ended(
    tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a machine does that runs out of memory."""

    def ended(*_: object, **__: object) -> None:
        raise ProcessEndedError

    monkeypatch.setattr("runpy.run_module", ended)
    write(tmp_path / "mkdocs.yml", b"plugins: [programmes]")
    found = run("build", cwd=tmp_path)
    assert (found.code, found.out) == (1, "")
    golden(GOLDEN / "process-ended.txt", found.err)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_nobody_listens(closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m generator check {closed}', sys.executable],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("seconds", ["abc", "-5", "1e9", "253402300799"])
def test_a_moment_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    write_catalogue(tmp_path, program=(PROBLEMS / "fine" / "quotes.yaml").read_bytes())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    found = run("check", cwd=tmp_path)
    assert found.code == 2
    assert found.err == "fejl: SOURCE_DATE_EPOCH skal være et helt antal sekunder siden 1970.\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert run("check", cwd=tmp_path).code == 0


def test_a_reader_who_is_gone() -> None:
    """As a shell tells of it: no success, for the report may have told of errors."""
    here, there = os.pipe()
    os.close(here)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=ROOT, stdout=there, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(there)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have such a device")
def test_what_the_system_refuses_is_told_in_danish() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "fejl: Der er ikke mere plads på drevet.\n")
