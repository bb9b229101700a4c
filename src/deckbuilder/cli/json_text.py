"""Values as JSON, safe to show on a terminal."""

import json


def in_json(data: object, indent: int | None = None) -> str:
    """Write values in JSON: on one line, or indented.

    What is no visible character is escaped, such as control characters and what turns the order of letters: texts out
    of other people's files may hold them, and the JSON may be shown on a terminal.
    """
    # Outside its texts JSON holds only characters of ASCII, so whatever is not visible stands in a text.
    return "".join(
        character if character.isprintable() or character == "\n" else _escaped(character)
        for character in json.dumps(data, ensure_ascii=False, indent=indent)
    )


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
