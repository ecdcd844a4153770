"""Examiners who declined after an exam was moved, and who could take their place (R4.4, R4.7)."""

from collections.abc import Iterator, Mapping

from conversations.engine.messages import Choosable, Json, Page
from store.exam_calls import CallId, CallState, ExamCall
from store.examiners import Examiner
from store.pages import page_of
from store.unit import UnitOfWork


class Absent:
    """Values are the numbers of the calls that were declined."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(work.exam_calls.declined(), page)
        return Page([absent_option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        found = absent_named(work, value)
        return absent_option(work, found) if found else None


class StandIns:
    """Values are ids of the register: of the same station, whoever nothing stands against."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = page_of(suitable(work, str(answers.get("absent", "")), query.strip()), page)
        return Page([stand_in_option(one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        there = suitable(work, str(answers.get("absent", "")))
        found = next((one for one in there if str(one.id) == value), None)
        return stand_in_option(found) if found else None


def absent_named(work: UnitOfWork, value: str) -> ExamCall | None:
    number = CallId(int(value)) if value.isdecimal() else None
    return next((one for one in work.exam_calls.declined() if one.id == number), None)


def absent_option(work: UnitOfWork, call: ExamCall) -> Choosable:
    batch = work.batches.get(call.batch)
    name = work.people.get(call.person).name or ""
    args = {"name": name, "number": batch.number, "exam_on": batch.exam_on}
    return Choosable(str(call.id), key="absent-option", args=args)


def suitable(work: UnitOfWork, value: str, query: str = "") -> Iterator[Examiner]:
    absent = absent_named(work, value)
    if absent is None or absent.state is not CallState.DECLINED:
        return
    station = work.batches.get(absent.batch).station_code
    for one in work.examiners.of(station):
        if query in one.name and not work.exam_calls.against(absent, one.id):
            yield one


def stand_in_option(one: Examiner) -> Choosable:
    args = {"name": one.name, "kind": one.kind, "number": one.number}
    return Choosable(str(one.id), key="stand-in-option", args=args)
