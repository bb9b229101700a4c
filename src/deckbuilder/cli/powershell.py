"""Answering PowerShell, by the protocol of `builtin/completion.ps1`.

It asks with `COMP_WORDS`, the words before the cursor's as an array in JSON, and `COMP_WORD`, what stands of the
word at the cursor. It is answered with an object in JSON on a line for each completion, in ASCII: a console of
Windows reads what programs print in a code page of its own.
"""

import json
import os
from typing import Any

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class


class PowerShellComplete(ShellComplete):
    """Completion for Windows PowerShell 5.1 and PowerShell 7."""

    name = "powershell"
    source_template = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Read the words before the cursor's, and what stands of that one; none where they cannot be read."""
        try:
            words = json.loads(os.environ.get("COMP_WORDS") or "[]")
        except (ValueError, RecursionError):
            words = []
        words = words if isinstance(words, list) else [words]
        return [word for word in words if isinstance(word, str)], os.environ.get("COMP_WORD", "")

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """Write a completion as an object in JSON."""
        return json.dumps({"type": item.type, "value": item.value, "help": item.help or item.value})


add_completion_class(PowerShellComplete)
