"""Several themes at the same time, and shares of the work: the same files, whoever builds them."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuilder.cli.main import cli
from small_workspace import make_workspace


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.glob("*/*.*x")}


def test_any_number_of_jobs_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_workspace(tmp_path))
    for jobs in ("1", "2"):
        command = [sys.executable, "-m", "deckbuilder", "build", "--theme", "all", "--jobs", jobs, "--out", jobs]
        subprocess.run(command, check=True, capture_output=True)
    assert len(_files(tmp_path / "1")) == 9
    assert _files(tmp_path / "1") == _files(tmp_path / "2")


def test_shares_have_every_theme_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_workspace(tmp_path))
    built = [
        CliRunner().invoke(cli, ["build", "--theme", "all", "--shard", f"{share}/2"]).stdout.splitlines()
        for share in (1, 2)
    ]
    whole = CliRunner().invoke(cli, ["build", "--theme", "all", "--out", "whole"]).stdout.splitlines()
    assert sorted(path.replace("output", "whole") for paths in built for path in paths) == sorted(whole)
    assert built[0]
    assert built[1]


def test_a_share_without_a_theme_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_workspace(tmp_path))
    said = CliRunner().invoke(cli, ["build", "--theme", "north", "--shard", "2/2"])
    assert (said.exit_code, said.stdout, said.stderr) == (0, "", "This share has no theme.\n")


@pytest.mark.parametrize("share", ["0/2", "3/2", "2", "a/b", "1/0"])
def test_what_is_no_share_is_wrong_usage(share: str) -> None:
    said = CliRunner().invoke(cli, ["build", "--shard", share])
    assert said.exit_code == 2
    assert "is no share, such as 2/8" in said.stderr
