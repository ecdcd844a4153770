"""Boxes something is handed in at: photos, documents and passwords."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace

from conversations.engine.boxes.base import Box, Sheet
from conversations.engine.messages import Json, Kind, Received, Said, SecretRead, Words
from rules.findings import Finding, Refused

PDF = "application/pdf"


class Photo(Box[Received]):
    """A picture, shown back and confirmed before it counts (R5.3). `check` judges its numbers."""

    kind = Kind.PHOTO
    input = "photo"

    def __init__(
        self, check: Callable[[Received], Iterable[Finding]] | None = None, *, pdf: bool = False
    ) -> None:
        super().__init__()
        self.check = check
        self.pdf = pdf
        self.is_confirmed = True
        if pdf:
            self.input = "file"

    def read(self, said: Said, sheet: Sheet) -> Received:
        if said.file is None or said.file.is_workbook:
            raise Refused("photo-wanted-pdf" if self.pdf else "photo-wanted")
        if said.file.problem:
            raise Refused(said.file.problem.key, said.file.problem.rule, **said.file.problem.args)
        self.fits(said.file, sheet)
        return said.file

    def fits(self, value: Received, sheet: Sheet) -> None:
        if value.media_type == PDF and not self.pdf:
            raise Refused("photo-no-pdf", "R5.3")
        for finding in self.check(value) if self.check and value.width else ():
            raise Refused(finding.key, finding.rule, **finding.args)

    def load(self, kept: Json) -> Received:
        return Received(**kept)

    def dump(self, value: Received) -> Json:
        return {
            k: v
            for k, v in asdict(value).items()
            if v is not None and k not in {"problem", "sheet"}
        }

    def show(self, value: Received, sheet: Sheet, words: Words) -> str:
        kind = "pdf" if value.media_type == PDF else "picture"
        return words.say("photo-shown", kind=kind, kilobytes=round(value.size / 1000))


class FieldPhoto(Photo):
    """A picture taken on site: it counts at once, with the time it was handed over beside the camera's own (R7.3)."""

    def __init__(self, check: Callable[[Received], Iterable[Finding]] | None = None) -> None:
        super().__init__(check)
        self.is_confirmed = False

    def read(self, said: Said, sheet: Sheet) -> Received:
        picture = super().read(said, sheet)
        return replace(picture, noted_at=said.at.isoformat() if said.at else None)


class Document(Box[Received]):
    """A Word or PDF file, taken as it came. A form that has one says so to whoever takes files in."""

    kind = Kind.FILE
    input = "document"

    def read(self, said: Said, sheet: Sheet) -> Received:
        if said.file is None or (said.file.problem is None and said.file.digest is None):
            raise Refused("document-wanted")
        problem = said.file.problem
        if problem and problem.key.startswith("document-"):
            raise Refused(problem.key, problem.rule, **problem.args)
        if problem:
            raise Refused("document-wanted")
        return said.file

    def fits(self, value: Received, sheet: Sheet) -> None:
        if value.digest is None:
            raise Refused("document-wanted")

    def load(self, kept: Json) -> Received:
        return Received(**kept)

    def dump(self, value: Received) -> Json:
        return {
            "file": value.file,
            "media_type": value.media_type,
            "size": value.size,
            "digest": value.digest,
        }

    def show(self, value: Received, sheet: Sheet, words: Words) -> str:
        kind = "pdf" if value.media_type == PDF else "word"
        return words.say("document-shown", kind=kind, kilobytes=round(value.size / 1000))


class Scan(Document):
    """A page as a picture, or pages as a PDF of any length; taken at once, for pages come one after another."""

    kind = Kind.PHOTO
    input = "file"

    def read(self, said: Said, sheet: Sheet) -> Received:
        file = said.file
        if file is None or file.is_workbook or (file.digest and file.media_type != PDF):
            raise Refused("photo-wanted-pdf")
        if file.problem:
            raise Refused(file.problem.key, file.problem.rule, **file.problem.args)
        self.fits(file, sheet)
        return file

    def fits(self, value: Received, sheet: Sheet) -> None:
        """Whether it is a picture or a PDF was judged when it came."""

    def dump(self, value: Received) -> Json:
        return {**super().dump(value), "preview": value.preview}


class Secret(Box[SecretRead]):
    """A password. Asked last, checked or hashed before the turn, and never kept in the draft.

    `against_stored`: compare with the form's `stored_password`; otherwise hash it as a new password.
    """

    kind = Kind.SECRET
    input = "password"

    def __init__(self, *, against_stored: bool = False) -> None:
        super().__init__()
        self.is_private = True
        self.against_stored = against_stored

    def read(self, said: Said, sheet: Sheet) -> SecretRead:
        if said.secret is None:
            raise Refused("text-empty")
        if said.secret.weak:
            raise Refused(said.secret.weak.key, said.secret.weak.rule, **said.secret.weak.args)
        return said.secret
