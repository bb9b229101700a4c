"""An editor that reads our schemas says what each key means, offers whole slides, and finds the fault that is there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from PIL import Image

from deckbuilder.cli.main import cli
from deckbuilder.content.slides import KINDS
from deckbuilder.pipeline.schemas import schemas
from small_workspace import make_workspace

_PLACE = re.compile(r"\$\{\d+(?::(?P<text>[^}]*)|\|(?P<choice>[^,|]*)[^}]*)\}")


@pytest.fixture(scope="module", name="given")
def _given() -> dict[str, dict[str, Any]]:
    return schemas()


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Give every mapping in a schema."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(part)


@pytest.mark.parametrize("name", ["pack", "section", "edition", "theme"])
def test_every_key_says_what_it_means(name: str, given: dict[str, dict[str, Any]]) -> None:
    schema = given[name]
    models = {"": schema, **schema["definitions"]}
    silent = [
        f"{model}.{key}"
        for model, definition in models.items()
        for key, field in definition.get("properties", {}).items()
        if not field.get("description")
    ]
    assert silent == []
    # The name of a class or of a key, once more, would help nobody.
    assert [part["title"] for part in parts(schema) if re.match(r"[A-Z]", str(part.get("title", "a")))] == []


@pytest.mark.parametrize("name", ["pack", "section", "edition", "theme"])
def test_every_pattern_says_in_words_what_it_wants(name: str, given: dict[str, dict[str, Any]]) -> None:
    for part in parts(given[name]):
        if isinstance(part.get("pattern"), str):
            assert part["patternErrorMessage"].endswith(".")


def test_the_kind_of_a_slide_decides_its_keys(given: dict[str, dict[str, Any]]) -> None:
    check = Draft7Validator(given["section"])
    slide = {"id": "a", "kind": "points", "title": "A", "points": ["b"]}

    def faults(**changes: object) -> list[str]:
        found = check.iter_errors({"section": "S", "slides": [{**slide, **changes}]})
        return [error.message for error in found]

    assert faults() == []
    (misspelt,) = faults(titel="B")
    assert "'titel' was unexpected" in misspelt
    (unknown,) = faults(kind="pionts")
    assert "'pionts' is not one of" in unknown
    assert all(kind in unknown for kind in KINDS)
    assert any("'voices'" in message for message in faults(voices=[]))


def test_lists_of_slides_offer_a_whole_one_of_every_kind(given: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    offered = given["section"]["properties"]["slides"]["defaultSnippets"]
    assert {snippet["label"] for snippet in offered} == {f"new slide: {kind}" for kind in KINDS}
    assert all(snippet["description"] for snippet in offered)
    insertion = given["edition"]["definitions"]["Insertion"]["properties"]["slides"]
    assert insertion["defaultSnippets"] == offered
    # What is inserted, with its places left as they are, is a slide that builds.
    pack = make_workspace(tmp_path) / "content" / "small"
    (pack / "pictures").mkdir()
    Image.new("RGB", (1600, 900)).save(pack / "pictures" / "file.png")
    bodies = json.loads(_PLACE.sub(lambda place: place["text"] or place["choice"] or "", json.dumps(offered)))
    slides = [{**item["body"], "id": f"s-{at}", "title": f"Slide {at}"} for at, item in enumerate(bodies)]
    text = yaml.safe_dump({"section": "One", "slides": slides}, allow_unicode=True, sort_keys=False, width=200)
    # A row is written in brackets, which safe_dump takes for words.
    text = re.sub(r"'(\[[^']*\]|\d+)'", r"\1", text)
    (pack / "slides" / "one.yaml").write_text(text, encoding="utf-8")
    checked = CliRunner().invoke(cli, ["check", str(pack), "--json"])
    found = json.loads(checked.stdout)["diagnostics"]
    assert [item for item in found if item["severity"] == "error"] == []
    assert checked.exit_code == 0
