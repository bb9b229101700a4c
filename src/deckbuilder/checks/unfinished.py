"""What people write where a value is still to come, and numbers and addresses that lead to nobody."""

import re

_PLACEHOLDER = re.compile(
    r"\b(?:T\.B\.C\.|TODO|FIXME|X{3,}(?!\s+[A-Z][a-z])"
    r"|(?i:tbc|tba|to be (?:confirmed|added|decided)|lorem ipsum))(?!\w)"
    r"|\[(?!sic\])[^\[\]]+\](?![(\[])|<[^<>]*>|_{3,}|\.{4,}|\?{3,}"
)
"""What stands in a short value for one to come; a Markdown link is none."""

_IN_ANY_TEXT = re.compile(r"\b(?:TODO|FIXME|(?i:lorem ipsum))(?!\w)")
_IN_OWN_TEXT = re.compile(
    r"\b(?:T\.B\.C\.|X{3,}(?!\s+[A-Z][a-z])|CHECK(?=:)|(?i:tbc|tba))(?!\w)"
    r"|\\?\[(?i:insert|agency|organisation|venue|tbc|tba|to be|x{2,})\b[^\[\]]*\](?![(\[])"
)
"""What no prose means in earnest. Square brackets often hold what an editor put in."""
_TO_FILL_IN = re.compile(r"\\?\[(?i:add|enter|fill in|your)\b[^\[\]]*\](?![(\[])")
_ALL_IN_BRACKETS = re.compile(r"\s{0,9}\\?\[(?!sic\b|[.…]+\\?\])[^\[\]]+\][.:]?\s*")
"""Brackets that to a facilitator may say what to do."""
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")

_ADDRESS = re.compile(r"<?(?:https?://|mailto:)[^\s>]+>?|<?[\w.+-]{1,254}@[\w.-]+>?")
"""Addresses, which may hold what would stand for something still to come elsewhere."""

_DIGITS = re.compile(r"[+(]?\d(?:[ \t\N{NO-BREAK SPACE}().–/-]{0,3}\d){9,24}")
_FICTION = re.compile(
    r"(?:(?:00)?440?|0)(?:1632960\d{3}|1(?:1[3-8]|[2-6]1)4960\d{3}|1914980\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}"
    r"|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})"
)
"""Telephone numbers that the regulator Ofcom keeps for drama and examples."""

_EXAMPLE = re.compile(
    r"(?:[@./]|^)example\.(?:com|org|net|co\.uk|org\.uk)\b|\.(?:example|invalid|test)(?![\w.-])", re.IGNORECASE
)
"""Addresses kept for examples (RFC 2606)."""


def still_to_come(value: str) -> str:
    """Give what stands for something still to come in a short value, such as a contact's; empty for nothing."""
    match = _PLACEHOLDER.search(_ADDRESS.sub("", value))
    return match.group() if match else ""


def still_to_write(text: str, *, quoted: bool, cue: bool) -> str:
    """Give what stands for something still to come in running text; empty for nothing.

    `quoted` says that the words are somebody else's, `cue` that a text in square brackets may tell a facilitator
    what to do.
    """
    text = _ADDRESS.sub("", text)
    match = _IN_ANY_TEXT.search(text)
    if not match and not quoted:
        own = _QUOTATION.sub("", text)
        match = _IN_OWN_TEXT.search(own) or (
            None if cue else _TO_FILL_IN.search(own) or _ALL_IN_BRACKETS.fullmatch(text)
        )
    return match.group().strip().replace("\\", "") if match else ""


def fiction_number(text: str) -> str:
    """Give the first telephone number of a text that is kept for fiction, as it is written; empty for none."""
    for written in _DIGITS.finditer(text):
        places = [index for index, character in enumerate(written[0]) if character.isdecimal()]
        found = _FICTION.search("".join(written[0][index] for index in places))
        if found:
            start = places[found.start()]
            start -= start > 0 and written[0][start - 1] in "+("
            return written[0][start : places[found.end() - 1] + 1]
    return ""


def example_address(text: str) -> str:
    """Give the text where it holds an address kept for examples; empty where it does not."""
    return text if _EXAMPLE.search(text) else ""
