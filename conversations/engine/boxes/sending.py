"""Boxes a whole file is sent to: a list as a workbook, the pictures that go with it as a zip. Both are worked on later."""

from dataclasses import asdict

from conversations.engine.boxes.base import Box, Sheet, T
from conversations.engine.boxes.parts import Template
from conversations.engine.messages import Json, Kind, Received, Said, Words
from rules.findings import Refused

ZIP = "application/zip"


class SentFile(Box[Received]):
    """A file kept as it came."""

    kind = Kind.FILE

    def load(self, kept: Json) -> Received:
        return Received(**kept)

    def dump(self, value: Received) -> Json:
        kept = asdict(value)
        return {name: kept[name] for name in ("file", "media_type", "size")}

    def show(self, value: Received, sheet: Sheet, words: Words) -> str:
        return words.say(f"{self.input}-shown", kilobytes=max(1, round(value.size / 1000)))


class SentWorkbook(Box[T]):
    """A workbook; `template` is the one that is offered with the question."""

    kind = Kind.FILE
    input = "workbook"

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.template = template

    def opened(self, said: Said) -> Received:
        """The file with its sheet; Refused says what was sent instead."""
        file = said.file
        if file is not None and file.problem and file.is_workbook:
            raise Refused(file.problem.key, file.problem.rule, **file.problem.args)
        if file is None or file.sheet is None:
            raise Refused("list-wanted")
        return file


class SentList(SentWorkbook[Received], SentFile):
    """One that is kept as it came."""

    def read(self, said: Said, sheet: Sheet) -> Received:
        return self.opened(said)


class SentPictures(SentFile):
    """A zip of pictures. A form that has one says so to whoever takes files in."""

    input = "pictures"

    def read(self, said: Said, sheet: Sheet) -> Received:
        file = said.file
        if file is not None and file.problem and file.problem.key.startswith("picture-zip-"):
            raise Refused(file.problem.key, file.problem.rule, **file.problem.args)
        if file is None or file.media_type != ZIP:
            raise Refused("picture-zip-wanted")
        return file
