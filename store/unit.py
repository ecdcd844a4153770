"""One unit of work: a transaction with all repositories on it, and the only place that commits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection

from rules.findings import Finding, NotPossible
from rules.roles import Action, Role, may
from store.clock import Clock
from store.database import PATIENCE, Database
from store.faults import passing
from store.rehearsal import Rehearsal, moment_of

if TYPE_CHECKING:
    from store.accounts import Accounts
    from store.annual_reviews import AnnualReviews
    from store.archives import Archives
    from store.audiences import Audiences
    from store.audit import AuditTrail
    from store.batch_withdrawals import BatchWithdrawals
    from store.batches import Batches
    from store.broadcasts import Broadcasts
    from store.certificate_applications import CertificateApplications
    from store.certificate_changes import CertificateChanges
    from store.certificate_imports import CertificateImports
    from store.certificate_series import CertificateSeries
    from store.certificates import Certificates
    from store.chats import ChatId, Chats
    from store.chores import Chores
    from store.codes import Codes
    from store.complaints import Complaints
    from store.contacts import Contacts
    from store.corrections import Corrections
    from store.deadlines import Deadlines
    from store.drafts import Drafts
    from store.evaluations import Evaluations
    from store.exam_calls import ExamCalls
    from store.exam_material import ExamMaterial
    from store.exam_papers import ExamPapers
    from store.examiner_applications import ExaminerApplications
    from store.examiners import Examiners
    from store.files import Files, FileShelf
    from store.handovers import Handovers
    from store.inbox import Inbox
    from store.inspections import Inspections
    from store.institutions import Institutions
    from store.issuing import Issuing
    from store.job_runs import JobRuns
    from store.leases import Leases
    from store.licence_changes import LicenceChanges
    from store.licences import Licences
    from store.mails import Mails
    from store.messages import Messages
    from store.news import NewsDesk
    from store.nominations import Nominations
    from store.notices import Notices
    from store.outbox import Outbox
    from store.paper_photos import PaperPhotos
    from store.paper_receipts import PaperReceipts
    from store.papers import Papers
    from store.people import People, PersonId
    from store.personal_accounts import PersonalAccounts
    from store.plan_summaries import PlanSummaries
    from store.plans import Plans
    from store.policy import Policies
    from store.rates import Rates
    from store.registrations import Registrations
    from store.reminders import Reminders
    from store.reschedules import Reschedules
    from store.results import Submissions
    from store.reviews import Reviews
    from store.roster_entries import RosterEntries
    from store.rosters import Rosters
    from store.scores import Scores
    from store.sealed import Keys
    from store.seats import Seats
    from store.sessions import SessionId, Sessions
    from store.settlements import Settlements
    from store.shipments import Shipments
    from store.signals import Signals
    from store.signing import Signing
    from store.spot_checks import SpotChecks
    from store.station_applications import StationApplications
    from store.supervision_corrections import SupervisionCorrections
    from store.supervision_reports import SupervisionReports
    from store.supervisions import Supervisions
    from store.supervisors import Supervisors
    from store.training import TrainingClasses
    from store.tries import SignInTries
    from store.units import Units
    from store.wechat_chats import WechatChats
    from store.wechat_tags import WechatTags
    from store.wechat_tokens import WechatTokens


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Caller:
    """On whose behalf a unit works; the office itself for jobs and commands."""

    person: PersonId | None
    session: SessionId | None
    channel: str
    address: str | None
    roles: frozenset[Role]
    chat: ChatId | None = None


OFFICE = Caller(None, None, "office", None, frozenset())


class Store:
    """Everything we remember; one per process, safe to share between threads."""

    def __init__(
        self,
        url: str,
        *,
        keys: Keys,
        files: FileShelf,
        clock: Clock,
        rates: Rates,
        signals: Signals,
        pool_size: int = 4,
        patience: float = PATIENCE,
        sends_mail: bool = True,
        rehearsing: bool = False,
    ) -> None:
        """`patience`: seconds to wait for a lock or connection before it is a TransientFault.

        `sends_mail`: whether somebody sends what is put into `mails`. While `rehearsing`, office
        time is the row of the rehearsal, the same for all processes.
        """
        self.sends_mail = sends_mail
        self.public_url = ""
        """Where people reach us, without a slash at the end, once that is known: QR codes lead there."""
        self.keys = keys
        self.files = files
        self.clock = clock
        self.rates = rates
        self.signals = signals
        self.rehearsing = rehearsing
        self._database = Database(url, pool_size, patience)

    @contextmanager
    def writing(self, caller: Caller = OFFICE) -> Iterator[UnitOfWork]:
        """A clean exit commits, an exception rolls back; of a refusal the note stays."""
        with self._database.connect(writing=True) as connection:
            work = UnitOfWork(self, connection, caller)
            try:
                with connection.begin():
                    yield work
                    work.note_refusals()
            except NotPossible:
                if work.refusals:
                    with connection.begin():
                        work.note_refusals()
                raise
        work.committed()

    def carry_out(self, act: Callable[[UnitOfWork], T]) -> T:
        """Act in a writing unit of its own; what it returns is committed."""
        with self.writing() as work:
            return act(work)

    @contextmanager
    def sharing(self) -> Iterator[Shared]:
        """Units one after another in one transaction: at its end all of them are kept, or none."""
        with self._database.connect(writing=True) as connection:
            shared = Shared(self, connection)
            with connection.begin():
                yield shared
        shared.committed()

    @contextmanager
    def reading(self, caller: Caller = OFFICE) -> Iterator[UnitOfWork]:
        """One consistent look without a write lock; whoever tries to write gets an error."""
        refusals: dict[tuple[str, str], dict[str, Any]] = {}
        try:
            with self._database.connect(writing=False) as connection, connection.begin():
                work = UnitOfWork(self, connection, caller)
                work.refusals = refusals
                yield work
        except NotPossible:
            self._note(refusals)
            raise
        self._note(refusals)

    def _note(self, refusals: dict[tuple[str, str], dict[str, Any]]) -> None:
        """Keep what was refused while only looking, in a unit of its own."""
        if refusals:
            with self.writing() as work:
                work.refusals = refusals

    def office_now(self, connection: Connection) -> datetime:
        rehearsed = moment_of(connection) if self.rehearsing else None
        return rehearsed or self.clock.office_now()

    @property
    def on_postgresql(self) -> bool:
        return self._database.writer.dialect.name == "postgresql"

    def close(self) -> None:
        self._database.close()


class Shared:
    """A transaction that several units share. What they are to do after the commit waits for it."""

    def __init__(self, store: Store, connection: Connection) -> None:
        self._store = store
        self._connection = connection
        self._kept: list[UnitOfWork] = []

    @contextmanager
    def unit(self, caller: Caller = OFFICE) -> Iterator[UnitOfWork]:
        """One unit: an exception undoes it and it alone; of a refusal the note stays."""
        work = UnitOfWork(self._store, self._connection, caller)
        self._driver_runs("SAVEPOINT unit")
        try:
            yield work
        except BaseException as error:
            self._driver_runs("ROLLBACK TO SAVEPOINT unit")
            if isinstance(error, NotPossible):
                work.note_refusals()
            raise
        work.note_refusals()
        self._driver_runs("RELEASE SAVEPOINT unit")
        self._kept.append(work)

    def _driver_runs(self, statement: str) -> None:
        """By the driver itself: what SQLAlchemy does around a savepoint takes longer than the turn's saving.

        Where there is no savepoint any more, the database has undone the whole transaction by itself (a
        full disk); nobody may be told that theirs is kept.
        """
        cursor = self._connection.connection.cursor()
        try:
            cursor.execute(statement)
        except self._connection.dialect.loaded_dbapi.Error as error:
            raise passing(error) from error
        finally:
            cursor.close()

    def committed(self) -> None:
        for work in self._kept:
            work.committed()


class UnitOfWork:
    """The repositories on one transaction. `now` and `today` are office time, read once."""

    def __init__(self, store: Store, connection: Connection, caller: Caller) -> None:
        self.store = store
        self.connection = connection
        self.caller = caller
        self.refusals: dict[tuple[str, str], dict[str, Any]] = {}
        """Audit rows of what was refused; they stay whatever is undone."""
        self._after_commit: list[Callable[[], None]] = []

    @cached_property
    def now(self) -> datetime:
        return self.store.office_now(self.connection)

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def machine_now(self) -> datetime:
        """The time sessions, codes and handovers go by."""
        return self.store.clock.machine_now()

    def require(self, action: Action) -> None:
        """NotPossible unless the caller may do this; the office itself may do everything."""
        if self.caller is not OFFICE and not may(self.caller.roles, action):
            self.audit.refused(action, f"action:{action}")
            raise NotPossible(Finding("not-your-role", args={"action": action.value}))

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """An exception undoes what was done inside, and only that."""
        before = len(self._after_commit)
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            del self._after_commit[before:]
            raise

    def after_commit(self, act: Callable[[], None]) -> None:
        """Do this once the unit is committed; never when it is rolled back."""
        self._after_commit.append(act)

    def note_refusals(self) -> None:
        if self.refusals:
            self.audit.write(list(self.refusals.values()))

    def committed(self) -> None:
        for act in self._after_commit:
            act()

    def seal(self, text: str, context: str) -> bytes:
        """Seal a text for one place, named like `people.name:17`; it opens nowhere else."""
        return self.store.keys.seal(text.encode(), context.encode())

    def unseal(self, sealed: bytes, context: str) -> str:
        return self.store.keys.open(sealed, context.encode()).decode()

    def fingerprint(self, text: str, kind: str) -> bytes:
        """What a sealed value is found again by."""
        return self.store.keys.fingerprint(text, kind)

    @cached_property
    def people(self) -> People:
        from store.people import People

        return People(self)

    @cached_property
    def accounts(self) -> Accounts:
        from store.accounts import Accounts

        return Accounts(self)

    @cached_property
    def tries(self) -> SignInTries:
        from store.tries import SignInTries

        return SignInTries(self)

    @cached_property
    def mails(self) -> Mails:
        from store.mails import Mails

        return Mails(self)

    @cached_property
    def sessions(self) -> Sessions:
        from store.sessions import Sessions

        return Sessions(self)

    @cached_property
    def chats(self) -> Chats:
        from store.chats import Chats

        return Chats(self)

    @cached_property
    def inbox(self) -> Inbox:
        from store.inbox import Inbox

        return Inbox(self)

    @cached_property
    def drafts(self) -> Drafts:
        from store.drafts import Drafts

        return Drafts(self)

    @cached_property
    def messages(self) -> Messages:
        from store.messages import Messages

        return Messages(self)

    @cached_property
    def outbox(self) -> Outbox:
        from store.outbox import Outbox

        return Outbox(self)

    @cached_property
    def job_runs(self) -> JobRuns:
        from store.job_runs import JobRuns

        return JobRuns(self)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        return Rehearsal(self)

    @cached_property
    def news(self) -> NewsDesk:
        from store.news import NewsDesk

        return NewsDesk(self)

    @cached_property
    def leases(self) -> Leases:
        from store.leases import Leases

        return Leases(self)

    @cached_property
    def audit(self) -> AuditTrail:
        from store.audit import AuditTrail

        return AuditTrail(self)

    @cached_property
    def files(self) -> Files:
        from store.files import Files

        return Files(self)

    @cached_property
    def policy(self) -> Policies:
        from store.policy import Policies

        return Policies(self)

    @cached_property
    def handovers(self) -> Handovers:
        from store.handovers import Handovers

        return Handovers(self)

    @cached_property
    def codes(self) -> Codes:
        from store.codes import Codes

        return Codes(self)

    @cached_property
    def institutions(self) -> Institutions:
        from store.institutions import Institutions

        return Institutions(self)

    @cached_property
    def licences(self) -> Licences:
        from store.licences import Licences

        return Licences(self)

    @cached_property
    def station_applications(self) -> StationApplications:
        from store.station_applications import StationApplications

        return StationApplications(self)

    @cached_property
    def inspections(self) -> Inspections:
        from store.inspections import Inspections

        return Inspections(self)

    @cached_property
    def units(self) -> Units:
        from store.units import Units

        return Units(self)

    @cached_property
    def batches(self) -> Batches:
        from store.batches import Batches

        return Batches(self)

    @cached_property
    def registrations(self) -> Registrations:
        from store.registrations import Registrations

        return Registrations(self)

    @cached_property
    def seats(self) -> Seats:
        from store.seats import Seats

        return Seats(self)

    @cached_property
    def reviews(self) -> Reviews:
        from store.reviews import Reviews

        return Reviews(self)

    @cached_property
    def corrections(self) -> Corrections:
        from store.corrections import Corrections

        return Corrections(self)

    @cached_property
    def rosters(self) -> Rosters:
        from store.rosters import Rosters

        return Rosters(self)

    @cached_property
    def scores(self) -> Scores:
        from store.scores import Scores

        return Scores(self)

    @cached_property
    def roster_entries(self) -> RosterEntries:
        from store.roster_entries import RosterEntries

        return RosterEntries(self)

    @cached_property
    def chores(self) -> Chores:
        from store.chores import Chores

        return Chores(self)

    @cached_property
    def deadlines(self) -> Deadlines:
        from store.deadlines import Deadlines

        return Deadlines(self)

    @cached_property
    def reminders(self) -> Reminders:
        from store.reminders import Reminders

        return Reminders(self)

    @cached_property
    def papers(self) -> Papers:
        from store.papers import Papers

        return Papers(self)

    @cached_property
    def certificates(self) -> Certificates:
        from store.certificates import Certificates

        return Certificates(self)

    @cached_property
    def certificate_imports(self) -> CertificateImports:
        from store.certificate_imports import CertificateImports

        return CertificateImports(self)

    @cached_property
    def signing(self) -> Signing:
        from store.signing import Signing

        return Signing(self)

    @cached_property
    def wechat_chats(self) -> WechatChats:
        from store.wechat_chats import WechatChats

        return WechatChats(self)

    @cached_property
    def wechat_tags(self) -> WechatTags:
        from store.wechat_tags import WechatTags

        return WechatTags(self)

    @cached_property
    def wechat_tokens(self) -> WechatTokens:
        from store.wechat_tokens import WechatTokens

        return WechatTokens(self)

    @cached_property
    def examiner_applications(self) -> ExaminerApplications:
        from store.examiner_applications import ExaminerApplications

        return ExaminerApplications(self)

    @cached_property
    def examiners(self) -> Examiners:
        from store.examiners import Examiners

        return Examiners(self)

    @cached_property
    def nominations(self) -> Nominations:
        from store.nominations import Nominations

        return Nominations(self)

    @cached_property
    def supervisors(self) -> Supervisors:
        from store.supervisors import Supervisors

        return Supervisors(self)

    @cached_property
    def training_classes(self) -> TrainingClasses:
        from store.training import TrainingClasses

        return TrainingClasses(self)

    @cached_property
    def audiences(self) -> Audiences:
        from store.audiences import Audiences

        return Audiences(self)

    @cached_property
    def notices(self) -> Notices:
        from store.notices import Notices

        return Notices(self)

    @cached_property
    def broadcasts(self) -> Broadcasts:
        from store.broadcasts import Broadcasts

        return Broadcasts(self)

    @cached_property
    def contacts(self) -> Contacts:
        from store.contacts import Contacts

        return Contacts(self)

    @cached_property
    def complaints(self) -> Complaints:
        from store.complaints import Complaints

        return Complaints(self)

    @cached_property
    def personal_accounts(self) -> PersonalAccounts:
        from store.personal_accounts import PersonalAccounts

        return PersonalAccounts(self)

    @cached_property
    def plans(self) -> Plans:
        from store.plans import Plans

        return Plans(self)

    @cached_property
    def licence_changes(self) -> LicenceChanges:
        from store.licence_changes import LicenceChanges

        return LicenceChanges(self)

    @cached_property
    def annual_reviews(self) -> AnnualReviews:
        from store.annual_reviews import AnnualReviews

        return AnnualReviews(self)

    @cached_property
    def plan_summaries(self) -> PlanSummaries:
        from store.plan_summaries import PlanSummaries

        return PlanSummaries(self)

    @cached_property
    def exam_papers(self) -> ExamPapers:
        from store.exam_papers import ExamPapers

        return ExamPapers(self)

    @cached_property
    def evaluations(self) -> Evaluations:
        from store.evaluations import Evaluations

        return Evaluations(self)

    @cached_property
    def exam_material(self) -> ExamMaterial:
        from store.exam_material import ExamMaterial

        return ExamMaterial(self)

    @cached_property
    def paper_receipts(self) -> PaperReceipts:
        from store.paper_receipts import PaperReceipts

        return PaperReceipts(self)

    @cached_property
    def batch_withdrawals(self) -> BatchWithdrawals:
        from store.batch_withdrawals import BatchWithdrawals

        return BatchWithdrawals(self)

    @cached_property
    def reschedules(self) -> Reschedules:
        from store.reschedules import Reschedules

        return Reschedules(self)

    @cached_property
    def exam_calls(self) -> ExamCalls:
        from store.exam_calls import ExamCalls

        return ExamCalls(self)

    @cached_property
    def archives(self) -> Archives:
        from store.archives import Archives

        return Archives(self)

    @cached_property
    def spot_checks(self) -> SpotChecks:
        from store.spot_checks import SpotChecks

        return SpotChecks(self)

    @cached_property
    def paper_photos(self) -> PaperPhotos:
        from store.paper_photos import PaperPhotos

        return PaperPhotos(self)

    @cached_property
    def shipments(self) -> Shipments:
        from store.shipments import Shipments

        return Shipments(self)

    @cached_property
    def settlements(self) -> Settlements:
        from store.settlements import Settlements

        return Settlements(self)

    @cached_property
    def supervision_reports(self) -> SupervisionReports:
        from store.supervision_reports import SupervisionReports

        return SupervisionReports(self)

    @cached_property
    def supervision_corrections(self) -> SupervisionCorrections:
        from store.supervision_corrections import SupervisionCorrections

        return SupervisionCorrections(self)

    @cached_property
    def supervisions(self) -> Supervisions:
        from store.supervisions import Supervisions

        return Supervisions(self)

    @cached_property
    def results(self) -> Submissions:
        from store.results import Submissions

        return Submissions(self)

    @cached_property
    def certificate_applications(self) -> CertificateApplications:
        from store.certificate_applications import CertificateApplications

        return CertificateApplications(self)

    @cached_property
    def certificate_changes(self) -> CertificateChanges:
        from store.certificate_changes import CertificateChanges

        return CertificateChanges(self)

    @cached_property
    def certificate_series(self) -> CertificateSeries:
        from store.certificate_series import CertificateSeries

        return CertificateSeries(self)

    @cached_property
    def issuing(self) -> Issuing:
        from store.issuing import Issuing

        return Issuing(self)
