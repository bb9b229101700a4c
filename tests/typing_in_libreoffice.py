"""Types into a worksheet in LibreOffice, as somebody would who has no Word. Run by a Python that has its `uno`.

Arguments: the worksheet, the file to save it as, a folder for LibreOffice's profile. Prints what each field should
be read as, in the order of the worksheet, as JSON. Needs LibreOffice 7.4 or newer, which knows content controls.
"""

# ruff: noqa: FBT003  # the methods of `uno` take no names

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

PROMPTS = {"Write your answer here", "Write here", "Action", "Who"}
WORDS = "=1+1 “trust” & <patience>, ‘Größe’ 😀"


def option(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def items(listed: Any) -> Iterator[Any]:
    each = listed.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def paragraphs(text: Any) -> Iterator[Any]:
    for item in items(text):
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in item.getCellNames():
                yield from paragraphs(item.getCellByName(name))
        else:
            yield item


class Typist:
    """Types into the fields of one document, in their order."""

    def __init__(self, document: Any, context: Any) -> None:
        self._document = document
        self._controller = document.CurrentController
        self._keys = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.typed: list[str] = []

    def fill(self) -> None:
        just_filled = False
        for paragraph in list(paragraphs(self._document.Text)):
            if paragraph.ParaStyleName == "Answer" and not paragraph.String and just_filled and self._turn(4, 0):
                self._go_to(paragraph.Start)
                self._press("InsertText", Text="On a ruled line.")
                self.typed[-1] += "\nOn a ruled line."
            just_filled = False
            for portion in list(items(paragraph)):
                if portion.TextPortionType == "ContentControl":
                    self._use_control(portion.ContentControl, paragraph)
                elif paragraph.ParaStyleName == "Answer" and portion.String in PROMPTS:
                    self._write(portion)
                    just_filled = True

    def _turn(self, out_of: int, turn: int) -> bool:
        return len(self.typed) % out_of == turn

    def _write(self, prompt: Any) -> None:
        lines = [f"{len(self.typed) + 1}. {WORDS}"]
        if self._turn(5, 4):  # clicks behind the prompt, and leaves it
            lines = [f"Answer {lines[0]}"]
            self._go_to(prompt.End)
        else:
            self._controller.select(prompt)
        self._press("InsertText", Text=lines[0])
        for turn, key in ((1, "InsertLinebreak"), (2, "InsertPara")):
            if self._turn(5, turn):
                lines.append("Another line.")
                self._press(key)
                self._press("InsertText", Text=lines[-1])
        self.typed.append("\n".join(lines))

    def _use_control(self, control: Any, paragraph: Any) -> None:
        """Click into a control and choose: what LibreOffice then does is to note the choice and write it there."""
        before = "".join(portion.String for portion in items(control))
        read = "yes"
        if control.Checkbox:
            if self._turn(3, 0):
                self.typed.append("")
                return
            control.Checked = True
            shown = control.CheckedState
        elif control.Date:
            day = len(self.typed) % 28 + 1
            shown, read = f"{day} November 2026", f"2026-11-{day:02}"
            control.CurrentDate = f"{read}T00:00:00Z"
        else:
            listed = [{named.Name: named.Value for named in item} for item in control.ListItems]
            item = listed[len(self.typed) % len(listed)]
            shown, read = item["DisplayText"], item["Value"]
        inside = paragraph.Text.createTextCursorByRange(paragraph.Start)
        inside.goRight(1, False)
        inside.goRight(len(before), True)
        if control.Checkbox:
            inside.setString(shown)  # a click writes the mark; there is no typing into a check box
        else:
            self._controller.select(inside)
            self._press("InsertText", Text=shown)
        control.ShowingPlaceHolder = False
        after = "".join(portion.String for portion in items(control))
        if after != shown:
            raise SystemExit(f"LibreOffice shows “{after}”, not “{shown}”")
        self.typed.append(read)

    def _go_to(self, place: Any) -> None:
        self._controller.select(place.Text.createTextCursorByRange(place))

    def _press(self, key: str, **more: str) -> None:
        options = tuple(option(name, value) for name, value in more.items())
        self._keys.executeDispatch(self._controller.Frame, f".uno:{key}", "", 0, options)


def answering(address: str) -> Any:
    """Wait for the LibreOffice that was started, and give its context."""
    local = uno.getComponentContext()
    finder = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return finder.resolve(f"uno:{address};StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


def main() -> None:
    source, target, profile = (Path(argument).resolve() for argument in sys.argv[1:4])
    address = f"pipe,name=typing{abs(hash(target))};urp"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", f"--accept={address};"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = answering(address)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        try:
            document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (option("Hidden", True),))
            typist = Typist(document, context)
            typist.fill()
            document.storeToURL(target.as_uri(), (option("FilterName", "MS Word 2007 XML"),))
            document.close(True)
        finally:
            desktop.terminate()  # `soffice` may be a script, and killing it would leave the program
            office.wait(30)
    finally:
        office.kill()
    sys.stdout.write(json.dumps(typist.typed))


main()
