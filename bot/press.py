"""The press: which export a message may offer, what it is printed from, and who may have it."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from bot import filled_certificates, filled_results, plan_papers
from bot import filled_rosters as rosters
from bot.filled import application_form
from bot.filled_calendar import calendar_of_caller
from bot.filled_evaluations import evaluation_report, reports_of_batch
from bot.filled_examiners import examiner_form, register_row
from bot.filled_scores import scores_of_batch
from bot.filled_settlements import (
    labels_of_batch,
    settlement_of_batch,
    slip_of_batch,
)
from bot.filled_stations import empty_equipment, printed_licence, register_rows, station_form
from bot.filled_supervision_reports import supervision_report
from bot.own_data import own_data
from bot.roster_template import empty_roster
from conversations.engine.messages import Paper
from exports import application_form as form
from exports import calendar, certificate, photo_labels, sign_in_sheet
from exports import evaluation_report as evaluations
from exports import examiner_form as examiners
from exports import licence as licences
from exports import settlement as settlements
from exports import station_application as stations
from exports import supervision_report as supervision_reports
from exports.examiner_register import RegisterRow, examiner_register
from exports.plan_summary import plan_summary
from exports.received_workbook import MEDIA_TYPE as WORKBOOK
from exports.score_sheet import score_sheet
from exports.sign_in_sheet import SignInSheet, Subject
from exports.station_register import StationRow, station_register
from exports.template import template
from handlers.web.desk import CHANNEL, Printed
from rules.findings import Finding, NotPossible
from store.batches import BatchId
from store.examiner_applications import ApplicationId
from store.licences import LicenceId
from store.paper_receipts import ReceiptId
from store.people import PersonId
from store.registrations import RegistrationId
from store.rights import roles_of
from store.station_applications import StationApplicationId
from store.unit import Caller, Store, UnitOfWork

PRINTED_KEPT = 64
"""Documents kept in memory: the one just looked at is usually fetched again, to be stamped."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All a document is printed from, read in one unit; printing needs the store no more."""

    export: str
    name: str
    content: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Export:
    """A document a message may offer. `collect` checks the caller's right in the store."""

    ending: str
    media_type: str
    collect: Callable[[UnitOfWork, int], tuple[str, Any]]
    """The name of the file without its ending, and a hashable content."""
    print: Callable[[Any], bytes]
    kept: bool = True
    """Whether the latest prints stay in memory; sealed papers do not."""


def filled_form(work: UnitOfWork, subject: int) -> tuple[str, form.ApplicationForm]:
    """The application form of a registration, for its candidate and for who may see the roster."""
    printed = work.registrations.printed(RegistrationId(subject))
    photo = work.files.content(printed.photo) if printed.photo else None
    return f"application-form-{printed.registration.number}", application_form(printed, photo)


def filled_examiner_form(work: UnitOfWork, subject: int) -> tuple[str, examiners.ExaminerForm]:
    """The approval form of an examiner, for its institution and the officers above it."""
    filled = examiner_form(work, ApplicationId(subject))
    return f"examiner-form-{filled.number}", filled


Register = tuple[date, tuple[RegisterRow, ...]]


def register_of_caller(work: UnitOfWork, _: int) -> tuple[str, Register]:
    """The examiners of all institutions the caller may see."""
    rows = tuple(register_row(work, one) for one in work.examiners.everyone())
    return f"examiner-register-{work.today.isoformat()}", (work.today, rows)


def register_workbook(register: Register) -> bytes:
    on, rows = register
    out = io.BytesIO()
    examiner_register(on, rows, out)
    return out.getvalue()


def filled_station_form(work: UnitOfWork, subject: int) -> tuple[str, stations.StationForm]:
    """The approval form of a station application, for its unit and the officers above it."""
    filled = station_form(work, StationApplicationId(subject))
    return f"station-application-{subject}", filled


def roster_of_batch(work: UnitOfWork, subject: int) -> tuple[str, rosters.FilledRoster]:
    """The roster of a batch, for its station and the officers above it."""
    batch = work.batches.get(BatchId(subject))
    return f"roster-{batch.number}", rosters.filled_roster(work, batch)


def sign_in_sheets(part: Subject) -> Callable[[UnitOfWork, int], tuple[str, Any]]:
    """The sheets of one subject, for those who may see the roster."""

    def collect(work: UnitOfWork, subject: int) -> tuple[str, tuple[SignInSheet, ...]]:
        batch = work.batches.get(BatchId(subject))
        sheets = rosters.sign_in_sheets(work, batch, (part,))
        if not sheets:
            raise NotPossible(Finding("roster-empty", "R5.7"))
        return f"sign-in-{part}-{batch.number}", sheets

    return collect


def licence(work: UnitOfWork, subject: int) -> tuple[str, licences.PrintedLicence]:
    """A station's licence, for itself and the officers above it."""
    printed = printed_licence(work, LicenceId(subject))
    return f"licence-{printed.code}", printed


Stations = tuple[date, tuple[StationRow, ...]]


def stations_of_caller(work: UnitOfWork, _: int) -> tuple[str, Stations]:
    """The stations the caller may see, with their licences."""
    rows = tuple(register_rows(work))
    return f"station-register-{work.today.isoformat()}", (work.today, rows)


def stations_workbook(register: Stations) -> bytes:
    on, rows = register
    out = io.BytesIO()
    station_register(on, rows, out)
    return out.getvalue()


def exam_paper(work: UnitOfWork, subject: int) -> tuple[str, bytes]:
    """The paper somebody signed for, for nobody else, and only as long as the receipt holds (R4.7)."""
    handed = work.paper_receipts.handed_out(ReceiptId(subject))
    batch = work.batches.get(handed.paper.batch)
    place = handed.paper.place
    return f"paper-{batch.number}-{place.unit.code}-{int(place.level)}-{place.part}", handed.content


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "application_form_pdf": Export("pdf", "application/pdf", filled_form, form.pdf),
        "application_form_word": Export(
            "docx",
            WORD,
            filled_form,
            form.word,
        ),
        "examiner_form_pdf": Export("pdf", "application/pdf", filled_examiner_form, examiners.pdf),
        "examiner_form_word": Export("docx", WORD, filled_examiner_form, examiners.word),
        "examiner_register": Export("xlsx", EXCEL, register_of_caller, register_workbook),
        "annual_plan_template": Export("xlsx", WORKBOOK, plan_papers.empty_plan, template),
        "plan_summary": Export("xlsx", WORKBOOK, plan_papers.summary, plan_summary),
        "station_application_pdf": Export(
            "pdf", "application/pdf", filled_station_form, stations.pdf
        ),
        "station_application_word": Export("docx", WORD, filled_station_form, stations.word),
        "licence_pdf": Export("pdf", "application/pdf", licence, licences.pdf),
        "station_register": Export("xlsx", EXCEL, stations_of_caller, stations_workbook),
        "equipment_template": Export("xlsx", EXCEL, empty_equipment, template),
        "certificate_sheets": Export(
            "pdf", "application/pdf", filled_certificates.of_batch, certificate.pdf, kept=False
        ),
        "certificate_copy": Export(
            "pdf", "application/pdf", filled_certificates.copy_for_holder, certificate.pdf
        ),
        "calendar": Export("ics", calendar.MEDIA_TYPE, calendar_of_caller, calendar.ics),
        "roster_template": Export("xlsx", EXCEL, empty_roster, template),
        "roster": Export("xlsx", EXCEL, roster_of_batch, rosters.roster_workbook),
        "score_sheet": Export("xlsx", EXCEL, scores_of_batch, score_sheet),
        "sign_in_sheet_theory": Export(
            "pdf", "application/pdf", sign_in_sheets(Subject.THEORY), sign_in_sheet.pdf
        ),
        "sign_in_sheet_practice": Export(
            "pdf", "application/pdf", sign_in_sheets(Subject.PRACTICE), sign_in_sheet.pdf
        ),
        "qualified_roster": Export(
            "xlsx", EXCEL, filled_results.qualified_of_batch, filled_results.qualified_workbook
        ),
        "certificate_register": Export(
            "xlsx", EXCEL, filled_results.register_of_year, bytes, kept=False
        ),
        "paper_pdf": Export("pdf", "application/pdf", exam_paper, bytes, kept=False),
        "paper_word": Export("docx", WORD, exam_paper, bytes, kept=False),
        "settlement": Export("xlsx", EXCEL, settlement_of_batch, settlements.settlement),
        "payment_slip": Export("pdf", "application/pdf", slip_of_batch, settlements.slip),
        "photo_labels": Export("pdf", "application/pdf", labels_of_batch, photo_labels.pdf),
        "evaluation_report_pdf": Export(
            "pdf", "application/pdf", evaluation_report, evaluations.pdf
        ),
        "reports": Export(
            "pdf", "application/pdf", reports_of_batch, lambda reports: evaluations.pdf(*reports)
        ),
        "supervision_report": Export(
            "pdf", "application/pdf", supervision_report, supervision_reports.pdf
        ),
        "my_data": Export("json", "application/json", own_data, str.encode),
    }
)


BY_LINK = frozenset(name for name, export in EXPORTS.items() if not export.kept)
"""Sealed papers are fetched from the page: they pass through no chat network."""


class Press:
    """Prints for any number of threads, and keeps the latest prints."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._printed = lru_cache(PRINTED_KEPT)(printed)

    def collect(self, paper: Paper, person: PersonId) -> Sheet:
        """What the paper is printed from; NotPossible when it is not the person's to have."""
        export = EXPORTS.get(paper.export)
        if export is None:
            raise NotPossible(Finding("file-gone"))
        with self._store.reading() as work:
            work.caller = caller_of(work, person)
            name, content = export.collect(work, paper.subject)
        return Sheet(paper.export, f"{name}.{export.ending}", content)

    def print(self, sheet: Sheet) -> Printed:
        return self._printed(sheet) if EXPORTS[sheet.export].kept else printed(sheet)


def caller_of(work: UnitOfWork, person: PersonId) -> Caller:
    """The person with the roles they have now, for what is made outside of a turn of theirs."""
    return Caller(person, None, CHANNEL, None, roles_of(work, work.people.get(person)))


def printed(sheet: Sheet) -> Printed:
    export = EXPORTS[sheet.export]
    return Printed(sheet.name, export.media_type, export.print(sheet.content))
