"""The pipelines run commands that there are, and keep previews away from what is published."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.cases import ROOT
from tests.support.catalogues import run

Jobs = dict[str, dict[str, Any]]

GITHUB: Jobs = yaml.safe_load((ROOT / ".github/workflows/catalogue.yml").read_text("utf-8"))["jobs"]
GITLAB: Jobs = {
    name: job
    for name, job in yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8")).items()
    if "script" in job
}
JOBS = [("github", *job) for job in GITHUB.items()] + [("gitlab", *job) for job in GITLAB.items()]


def scripts(job: dict[str, Any]) -> str:
    """What a job runs, line by line, with broken lines joined."""
    runs = [step.get("run", "") for step in job.get("steps", [])]
    return "\n".join([*runs, *job.get("script", [])]).replace("\\\n", " ")


def commands(job: dict[str, Any]) -> Iterator[list[str]]:
    for found in re.findall(r"-m generator ([^|>\n]+)", scripts(job)):
        yield [word for word in shlex.split(found) if not word.startswith("2")]


@pytest.mark.parametrize(("forge", "name", "job"), JOBS, ids=lambda value: str(value)[:20])
def test_commands_exist(forge: str, name: str, job: dict[str, Any], tmp_path: Path) -> None:
    for command in commands(job):
        # What is told first is a command that is written wrong.
        found = run(*command, "--config-file", "mkdocs.yml", cwd=tmp_path)
        assert "har intet katalog (mkdocs.yml)" in found.err, command
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([\w-]+)", scripts(job))) <= targets


def previews(jobs: Jobs) -> set[str]:
    return {name for name, job in jobs.items() if "--preview" in scripts(job)}


def test_what_is_published_is_no_preview() -> None:
    """A preview is offered for a request and nightly; what is published comes from another job."""
    assert previews(GITHUB) == previews(GITLAB) == {"preview"}
    assert GITHUB["preview"]["if"] == "github.event_name != 'push'"
    assert "preview" not in GITHUB["deploy"]["needs"]
    [uploaded] = [s["with"] for s in GITHUB["build"]["steps"] if "upload" in s.get("uses", "")]
    [offered] = [s["with"] for s in GITHUB["preview"]["steps"] if "upload" in s.get("uses", "")]
    assert (uploaded["path"], offered["path"]) == ("site", "preview")
    assert (GITLAB["pages"]["artifacts"]["paths"], GITLAB["preview"]["artifacts"]["paths"]) == (
        ["public"], ["preview/"],
    )  # fmt: skip


RUN = {
    "PATH": "/usr/bin:/bin",
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "kommunen/katalog",
    "GITHUB_REPOSITORY_OWNER": "kommunen",
    "BRANCH": "ny/frist",
}
OWN_DOMAIN = {"DOMAIN": "https://ledelse.kommunen.dk/"}


@pytest.mark.parametrize(
    ("told", "site", "edited"),
    [
        ({}, "https://kommunen.github.io/katalog/", "kommunen/katalog"),
        (OWN_DOMAIN, "https://ledelse.kommunen.dk/", "kommunen/katalog"),
        ({"REPOSITORY": "anden/kopi"}, "https://kommunen.github.io/katalog/", "anden/kopi"),
    ],
)
def test_addresses(told: dict[str, str], site: str, edited: str) -> None:
    command = [ROOT / ".ci" / "addresses"]
    done = subprocess.run(command, env={**RUN, **told}, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == [
        f"CATALOGUE_SITE_URL={site}",
        f"CATALOGUE_EDIT_URI=https://github.com/{edited}/edit/ny/frist/content/",
    ]


@pytest.mark.parametrize("name", [name for name, job in GITLAB.items() if "artifacts" in job])
def test_gitlab_takes_the_names_of_links(name: str) -> None:
    """Source: GitLab's own rule, `EXPOSE_AS_REGEX`; another name stops the whole pipeline."""
    shown = GITLAB[name]["artifacts"].get("expose_as", "x")
    assert re.fullmatch(r"[a-z0-9_][-a-z0-9_ ]*", shown, re.IGNORECASE | re.ASCII)
