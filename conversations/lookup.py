"""The read-only look into the store a form may take while it is being filled."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from conversations.engine.form import Form
from conversations.engine.messages import Choosable, Json, Page
from store.unit import UnitOfWork


class Source(Protocol):
    """A list a person picks from by searching."""

    def options(
        self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int
    ) -> Page: ...

    def find(
        self, work: UnitOfWork, value: str, answers: Mapping[str, Json]
    ) -> Choosable | None: ...


class StoreLookup:
    """Facts and lists out of a running unit of work, each read once a turn."""

    def __init__(
        self, work: UnitOfWork, sources: Mapping[str, Source], forms: Mapping[str, type[Form]]
    ) -> None:
        self.work = work
        self.sources = sources
        self.forms = forms
        self.remembered: dict[tuple[str, ...], Any] = {}

    def facts(self, form: str, answers: Mapping[str, Json]) -> Any:
        key = ("facts", form, kept(answers))
        if key not in self.remembered:
            self.remembered[key] = self.forms[form].look_up(self.work, answers)
        return self.remembered[key]

    def options(self, source: str, answers: Mapping[str, Json], query: str, page: int) -> Page:
        key = ("options", source, kept(answers), query, str(page))
        if key not in self.remembered:
            self.remembered[key] = self.sources[source].options(self.work, answers, query, page)
        found: Page = self.remembered[key]
        return found

    def find(self, source: str, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        key = ("find", source, kept(answers), value)
        if key not in self.remembered:
            self.remembered[key] = self.sources[source].find(self.work, value, answers)
        found: Choosable | None = self.remembered[key]
        return found


def kept(answers: Mapping[str, Json]) -> str:
    """What a look-up depends on; most lists depend on nothing."""
    return json.dumps(answers, sort_keys=True) if answers else ""
