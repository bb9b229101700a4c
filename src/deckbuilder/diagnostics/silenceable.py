"""Which codes a pack may silence: the warnings and the advice on what its author wrote.

Errors are none of them: while one stands, nothing is written. Nor is what concerns a theme, a file or the machine,
nor a silence that is not needed.
"""

CAN_BE_SILENCED = frozenset(
    {
        "all-capitals",
        "coarse-picture",
        "contacts-not-shown",
        "dense-slide",
        "empty-slide",
        "hard-to-read",
        "header-without-words",
        "link-left-out",
        "long-emphasis",
        "long-sentence",
        "minutes-do-not-add-up",
        "missing-minutes",
        "needlessly-large-picture",
        "open-checks",
        "outcome-without-slides",
        "session-without-activity",
        "slide-in-no-session",
        "slide-in-two-sessions",
        "strong-language-not-marked",
        "strong-word-unknown",
        "term-to-avoid",
        "unpaired-quotes",
        "vague-link",
        "weak-description",
    }
)
"""The codes, by their names."""

OF_SOME_THEMES = frozenset({"contacts-not-shown"})
"""Those that one agency's theme brings about and another's does not: under the other, a silence is needed still."""
