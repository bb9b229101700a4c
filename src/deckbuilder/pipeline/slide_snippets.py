"""What an editor inserts for a new slide of each kind: its own keys, with places to fill in.

`${3:text}` is a place with what stands there first, `${3|one,two|}` one with a choice; places 1 and 2 are the slide's
id and title.
"""

from collections.abc import Mapping
from typing import Any

SNIPPETS: Mapping[str, Mapping[str, Any]] = {
    "points": {"points": ["${3:A point}", "${4:Another point}"], "minutes": "${5:3}"},
    "voices": {
        "voices": [
            {
                "quote": "${3:The words exactly as spoken}",
                "speaker": "${4|child,parent,professional,interviewee|}",
            }
        ],
        "minutes": "${5:3}",
    },
    "workshop": {
        "activity": {
            "purpose": "${3:What the activity is for}",
            "group_size": "${4:Groups of 3}",
            "steps": ["${5:What happens first}"],
            "questions": ["${6:What participants work on}"],
            "debrief": ["${7:What to bring out at the end}"],
        },
        "minutes": "${8:15}",
    },
    "compare": {
        "columns": [
            {"heading": "Do", "mark": "do", "points": ["${3:What helps}"]},
            {"heading": "Don’t", "mark": "dont", "points": ["${4:What harms}"]},
        ],
        "minutes": "${5:3}",
    },
    "table": {
        "columns": ["${3:Heading}", "${4:Heading}"],
        "rows": ["[${5:A cell}, ${6:A cell}]"],
        "description": "${7:What the table shows, for people who cannot see it}",
        "minutes": "${8:3}",
    },
    "picture": {
        "picture": "pictures/${3:file}.png",
        "description": "${4:What the picture shows, for people who cannot see it}",
        "minutes": "${5:2}",
    },
    "chart": {
        "chart": "${3|bar,column,line|}",
        "categories": ["${4:First}", "${5:Second}"],
        "series": [{"name": "${6:What is counted}", "values": ["${7:1}", "${8:2}"]}],
        "description": "${9:What the chart shows, for people who cannot see it}",
        "minutes": "${10:3}",
    },
    "section": {"subtitle": "${3:A second line}", "minutes": "${4:0}"},
    "title": {"subtitle": "${3:A second line}", "minutes": "${4:1}"},
    "support": {"minutes": "${3:2}"},
}
"""By the kind, those first that are wanted most."""
