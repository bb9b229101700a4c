"""A small pack and two themes in a workspace of their own."""

from pathlib import Path

PACK = "id: small\ntitle: A small pack\nversion: '1.0'\nslides: [slides/one.yaml]\n"
SLIDES = """\
section: One
slides:
  - {id: first, kind: points, title: The first slide, points: [A point]}
  - {id: second, kind: points, title: The second slide, points: [Another point]}
"""
THEME = """\
name: {name}
agency: {{name: {name} Partnership, referral: {{summary: Call.}}}}
brand: {{colours: {{brand: "#0F4C4A"}}, fonts: {{heading: Arial, body: Arial}}}}
"""


def make_workspace(root: Path) -> Path:
    pack = root / "content" / "small"
    (pack / "slides").mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (pack / "slides" / "one.yaml").write_text(SLIDES, encoding="utf-8")
    for name in ("north", "south"):
        (root / "themes" / name).mkdir(parents=True)
        (root / "themes" / name / "theme.yaml").write_text(THEME.format(name=name.title()), encoding="utf-8")
    return root
