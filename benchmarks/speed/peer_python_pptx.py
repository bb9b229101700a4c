"""The deck as a plain python-pptx script makes it: `python peer_python_pptx.py slides.json deck.pptx`."""

import json
import sys
from pathlib import Path

from pptx import Presentation

deck = Presentation()
layout = deck.slide_layouts[1]
for each in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = each["title"]
    slide.placeholders[1].text = "\n".join(each["points"])
    slide.notes_slide.notes_text_frame.text = each["notes"]
deck.save(sys.argv[2])
