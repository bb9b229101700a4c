"""The faults that `checks/files/planted` describes, a file a rule: what is changed in which of our own files.

A rule's file says for `deck` and for `document` either which faults are planted, or in a sentence why the rule does not
apply. A fault is planted `in` a pack's `deck`, `guide` or
`worksheet`, and changes, in the first part whose name `part` matches and whose text `find` matches, what `find` matches
into `put`: once, or, with `every`, wherever it does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import yaml

FOLDER = Path(__file__).parent / "checks" / "files" / "planted"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault to plant."""

    code: str
    """The rule that finds it."""
    format: str
    """`deck` or `document`."""
    name: str
    pack: str
    file: str
    """Which of a pack's files it is planted in: `deck`, `guide` or `worksheet`."""
    part: str
    find: str
    put: str
    every: bool

    def planted(self, data: bytes) -> bytes:
        """Plant it in a file."""
        out, changed = BytesIO(), 0
        with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
            for item in old.namelist():
                content = old.read(item)
                if not changed and re.fullmatch(self.part, item):
                    text, changed = re.subn(self.find, self.put, content.decode(), count=0 if self.every else 1)
                    content = text.encode()
                new.writestr(item, content)
        assert changed, f"{self.code}, {self.name}: nothing to change"
        return out.getvalue()


def described() -> dict[str, dict[str, object]]:
    """Give what is said of each rule, by its code."""
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.yaml"))}


def faults() -> Iterator[Fault]:
    """Give every fault."""
    for code, about in described().items():
        for kind, found in about.items():
            for item in found if isinstance(found, list) else ():
                pack, _, file = item["in"].partition(".")
                every = item.get("every", False)
                yield Fault(code, kind, item["name"], pack, file, item["part"], item["find"], item["put"], every)
