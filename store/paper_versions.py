"""What stood on a paper each time it was handed in: the answers, and every line as it read then."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKey, Integer, Table, insert, select

from store.database import dumps
from store.files import FileId
from store.schema import Moment, Sealed, metadata

if TYPE_CHECKING:
    from store.papers import PaperId
    from store.unit import UnitOfWork

paper_versions = Table(
    "paper_versions",
    metadata,
    Column("paper_id", ForeignKey("papers.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", Sealed, nullable=False),
    Column("shown", Sealed, nullable=False),
    Column("filed_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A picture or document on a paper; `preview` is what a chat shows of it, where there is one."""

    file: FileId
    media_type: str
    size: int
    preview: FileId | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a paper as it read when it was handed in, in each language by its code.

    Lists and facts behind an answer may change later; what was signed does not.
    """

    box: str
    title: Mapping[str, str]
    answer: Mapping[str, str] = field(repr=False)
    """Masked where it is private."""
    openly: Mapping[str, str] = field(default_factory=dict, repr=False)
    """In full, where it is private."""
    files: tuple[ShownFile, ...] = ()
    asked: bool = True
    """Whether a person wrote it; the others follow from what they wrote."""


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One version of a paper; `content` are the kept answers of its form, by box."""

    version: int
    filed_at: datetime
    content: Mapping[str, Any] = field(repr=False)
    shown: tuple[Shown, ...] = field(repr=False)


class PaperVersions:
    """Every version stays; their files belong to the paper."""

    def __init__(self, unit: "UnitOfWork") -> None:
        self._unit = unit

    def keep(
        self, paper: "PaperId", version: int, content: Mapping[str, Any], shown: Iterable[Shown]
    ) -> None:
        lines = tuple(shown)
        for file in (one for line in lines for one in line.files):
            for kept in filter(None, (file.file, file.preview)):
                self._unit.files.own(kept, f"paper:{paper}")
        values = {
            "paper_id": paper,
            "version": version,
            "content": self._seal("content", paper, version, content),
            "shown": self._seal("shown", paper, version, [asdict(line) for line in lines]),
            "filed_at": self._unit.now,
        }
        self._unit.connection.execute(insert(paper_versions), values)

    def get(self, paper: "PaperId", version: int) -> PaperVersion:
        question = select(paper_versions).where(
            paper_versions.c.paper_id == paper, paper_versions.c.version == version
        )
        row = self._unit.connection.execute(question).one()
        lines = self._open("shown", paper, version, row.shown)
        return PaperVersion(
            version,
            row.filed_at,
            self._open("content", paper, version, row.content),
            tuple(map(_shown, lines)),
        )

    def _seal(self, column: str, paper: "PaperId", version: int, content: object) -> bytes:
        return self._unit.seal(dumps(content), f"paper_versions.{column}:{paper}.{version}")

    def _open(self, column: str, paper: "PaperId", version: int, sealed: bytes) -> Any:
        context = f"paper_versions.{column}:{paper}.{version}"
        return json.loads(self._unit.unseal(sealed, context))


def _shown(kept: Mapping[str, Any]) -> Shown:
    return Shown(**{**kept, "files": tuple(ShownFile(**file) for file in kept["files"])})
