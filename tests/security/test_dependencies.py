"""What is depended on is listed with its licence, and locked with hashes within the bounds of `pyproject.toml`."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata

import pytest
from packaging.requirements import Requirement

from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = [Requirement(line) for line in PROJECT["dependencies"]]
TEST = [*RUN, *(Requirement(line) for line in PROJECT["optional-dependencies"]["test"])]
_ROW = re.compile(r"^\| ([A-Za-z0-9-]+) \|(?:[^|]*\|){0,2} ([^|]*) \|(?: [^|]* \|)?$", re.MULTILINE)
LISTED = {
    name.lower(): licence
    for name, licence in _ROW.findall((ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"))
    if licence != "Licence" and name.strip("-")
}
"""The licence of each package by its name, as the documentation has it."""


def _locked(name: str) -> dict[str, str]:
    """Give the locked versions by the packages' names; every one has a hash."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in block for block in blocks)
    pairs = (re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", block) for block in blocks)
    return {pair[1].lower(): pair[2] for pair in pairs if pair is not None}


@pytest.mark.parametrize("requirement", TEST, ids=[requirement.name for requirement in TEST])
def test_a_dependency_is_locked_within_its_bounds(requirement: Requirement) -> None:
    locks = ("run", "test") if requirement in RUN else ("test",)
    for lock in locks:
        assert requirement.specifier.contains(_locked(lock)[requirement.name.lower()])


def test_the_lock_for_users_is_part_of_that_for_tests() -> None:
    assert _locked("run").items() <= _locked("test").items()


@pytest.mark.parametrize("name", sorted(_locked("test")))
def test_a_package_is_listed_with_the_licence_that_it_states(name: str) -> None:
    listed = LISTED[name]
    try:
        known = metadata(name)
    except PackageNotFoundError:
        pytest.skip("it is for another system, or another version of Python")
    fields = ("License-Expression", "License", "Classifier")
    said = " ".join(line[:200] for field in fields for line in known.get_all(field) or () if "Status" not in line)
    families = {"MIT", "BSD", "Apache", "MPL", "PSF", "ISC", "HPND", "Python Software Foundation"}
    stated = {family for family in families if family in said}
    assert stated, f"{name} states no licence that is known: {said}"
    aliases = {"Python Software Foundation": "PSF"}
    assert any(aliases.get(family, family) in listed for family in stated), f"{listed} is listed, {said} stated"
