"""Every form, command and searched list there is, in the order of the menu."""

from collections.abc import Iterable, Mapping

from conversations.anyone.catalogue import Catalogue
from conversations.anyone.certificate_lookup import CertificateLookup
from conversations.anyone.complaint import Complaint
from conversations.anyone.complaint_status import ComplaintStatus
from conversations.anyone.contacts import Contacts
from conversations.anyone.deadlines import DEADLINES
from conversations.anyone.devices import Devices
from conversations.anyone.eligibility import Eligibility
from conversations.anyone.handover import HANDOVER
from conversations.anyone.language import Language
from conversations.anyone.login import Login
from conversations.anyone.logout import LOGOUT
from conversations.anyone.my_data import MyData
from conversations.anyone.notices import Notices
from conversations.anyone.passwords import ChangePassword, RecoveryCode, ResetPassword
from conversations.anyone.remind_tomorrow import REMIND_TOMORROW
from conversations.anyone.sign_up import FreeUserNames, SignUp
from conversations.anyone.stations import Stations
from conversations.anyone.unit_sign_up import FreeUnitNames, UnitSignUp
from conversations.candidates.correction import Correction
from conversations.candidates.document import Document
from conversations.candidates.my_registrations import MY_REGISTRATIONS
from conversations.candidates.registration import Registration
from conversations.candidates.stamped_form import StampedForm
from conversations.examiners.assignment_reply import AssignmentReply
from conversations.examiners.assignments import ASSIGNMENTS
from conversations.examiners.evaluation_report import EvaluationReport
from conversations.examiners.evaluation_reports import EVALUATION_REPORTS
from conversations.examiners.report_opinion import ReportOpinion
from conversations.examiners.score_confirmation import SCORE_CONFIRMATION
from conversations.examiners.score_return import ScoreReturn
from conversations.examiners.supervision_report import SupervisionReport
from conversations.examiners.supervision_reports import (
    SUPERVISION_CORRECTIONS,
    SUPERVISION_REPORTS,
)
from conversations.lookup import Source
from conversations.menu import Command, House, Section
from conversations.officers.accounts import Accounts
from conversations.officers.approve import APPROVE
from conversations.officers.broadcast import STOP_BROADCAST, Broadcast
from conversations.officers.cancel_class import CancelClass
from conversations.officers.certificate_application import CertificateApplication
from conversations.officers.certificate_change import CertificateChange
from conversations.officers.certificates import CERTIFICATES
from conversations.officers.complaint_answer import ComplaintAnswer
from conversations.officers.complaints import COMPLAINTS
from conversations.officers.contact import REMOVE_CONTACT, Contact
from conversations.officers.correction_check import CorrectionCheck
from conversations.officers.decision import Decision
from conversations.officers.handing_over import HandingOver
from conversations.officers.inspection import Inspection
from conversations.officers.issuer_code import IssuerCode
from conversations.officers.licence import Licence
from conversations.officers.new_station import NewStation
from conversations.officers.photo_receipt import PhotoReceipt
from conversations.officers.plan_summary import PlanSummary
from conversations.officers.policy import Policy
from conversations.officers.policy_change import PolicyChange
from conversations.officers.publish import WITHDRAW_NOTICE, Publish
from conversations.officers.report_overruling import ReportOverruling
from conversations.officers.results_return import ResultsReturn
from conversations.officers.settlement_check import SETTLEMENT_CHECK
from conversations.officers.settlement_decision import SettlementDecision
from conversations.officers.shipment import Shipment
from conversations.officers.spot_check import SpotCheck
from conversations.officers.spot_check_finding import SpotCheckFinding
from conversations.officers.station_register import STATION_REGISTER
from conversations.officers.supervision import Supervision
from conversations.officers.supervision_absence import SupervisionAbsence
from conversations.officers.supervision_confirmation import SupervisionConfirmation
from conversations.officers.supervisor import Supervisor
from conversations.officers.supervisors import SUPERVISORS
from conversations.officers.todo import TODO
from conversations.officers.training_class import TrainingClass
from conversations.officers.training_classes import TRAINING_CLASSES
from conversations.officers.training_results import TrainingResults
from conversations.officers.waybill import Waybill
from conversations.sources.appointed import Appointed
from conversations.sources.batch_trades import BatchTrades
from conversations.sources.certificates import CertificatesByNumber
from conversations.sources.complained_of import ComplainedOf
from conversations.sources.contact_lists import ContactLists
from conversations.sources.evaluations import (
    ObjectionsToDecide,
    ReportsToAnswer,
    ReportsToFile,
)
from conversations.sources.exam_batches import (
    ExamBatches,
    awaiting,
    coming,
    examined,
    open_ones,
    to_score,
    with_date,
    with_material,
    with_papers,
    with_people,
    with_window,
)
from conversations.sources.free_lines import FreeLines
from conversations.sources.institutions_below import InstitutionsBelow
from conversations.sources.institutions_reached import InstitutionsReached
from conversations.sources.levels_of_trade import LevelsOfTrade
from conversations.sources.licensed_trades import LicensedTrades
from conversations.sources.nominees import Nominees
from conversations.sources.notices import Notices as NoticeList
from conversations.sources.open_batches import BatchesWithSeat, OpenBatches
from conversations.sources.own_assignments import OwnAssignments
from conversations.sources.own_registrations import AwaitingStamp, ReturnedDocuments
from conversations.sources.papers import PapersHere, PapersUnderWay
from conversations.sources.parcels import (
    Parcels,
    on_the_way,
    to_send,
    to_sign_for,
    with_station,
)
from conversations.sources.photo_batches import with_lacking, with_photos_awaited
from conversations.sources.places_to_score import PlacesToScore
from conversations.sources.policy_values import PolicyValues
from conversations.sources.provinces import Provinces
from conversations.sources.registrations_here import BatchesToReview, RegistrationsHere
from conversations.sources.results import to_hand_in, to_take_back, with_exam_day
from conversations.sources.scores_given import ScoresGiven
from conversations.sources.settlements import SettlementsToCheck, to_settle, with_amount
from conversations.sources.spot_checks import SpotChecksWaiting, to_draw, with_exam
from conversations.sources.stand_ins import Absent, StandIns
from conversations.sources.station_applications import AwaitingSeals, ToFound, ToInspect
from conversations.sources.stations import Stations as StationList
from conversations.sources.stations import StationsBelow
from conversations.sources.supervision import BatchesPutUp, SupervisorsToSend
from conversations.sources.supervision_reports import (
    Waiting,
    to_answer,
    to_check,
    to_confirm,
    to_report_on,
    unreported,
)
from conversations.sources.trades import Trades
from conversations.sources.training_classes import ClassesFor, HeldClasses
from conversations.stations.annual_plan import AnnualPlan
from conversations.stations.annual_review import AnnualReview
from conversations.stations.application_forms import APPLICATION_FORMS
from conversations.stations.approve_registrations import ApproveRegistrations
from conversations.stations.archive import ARCHIVE
from conversations.stations.batch import Batch
from conversations.stations.batch_withdrawal import BatchWithdrawal
from conversations.stations.batches import BATCHES
from conversations.stations.correction_reply import CorrectionReply
from conversations.stations.end_appointment import EndAppointment
from conversations.stations.exam_material import ExamMaterial
from conversations.stations.examiner_application import ExaminerApplication
from conversations.stations.examiners import EXAMINERS
from conversations.stations.licence_change import LicenceChange
from conversations.stations.material_list import MATERIAL_LIST, REMOVE_MATERIAL
from conversations.stations.my_licence import MY_LICENCE
from conversations.stations.my_papers import MY_PAPERS
from conversations.stations.nomination import Nomination
from conversations.stations.paper import Paper
from conversations.stations.paper_photos import PAPER_PHOTOS
from conversations.stations.paper_receipt import PaperReceipt
from conversations.stations.paper_receipts import PAPER_RECEIPTS
from conversations.stations.payment_slip import PAYMENT_SLIP
from conversations.stations.personal_account import PersonalAccount
from conversations.stations.plan_lines import PLAN_LINES
from conversations.stations.qualified_roster import CERTIFICATE_REGISTER, QUALIFIED_ROSTER
from conversations.stations.registration_decision import RegistrationDecision
from conversations.stations.registration_review import REGISTRATION_REVIEW
from conversations.stations.reopen_registration import REOPEN_REGISTRATION
from conversations.stations.reschedule import Reschedule
from conversations.stations.results import Results
from conversations.stations.roster import ROSTER
from conversations.stations.roster_import import (
    TAKE_ROSTER,
    RosterImport,
    open_for_lists,
    to_enter,
)
from conversations.stations.score_entry import ScoreEntry
from conversations.stations.score_import import ScoreImport
from conversations.stations.scores import SCORES
from conversations.stations.sealed_application import SealedApplication
from conversations.stations.settlement import Settlement
from conversations.stations.shipment_receipt import ShipmentReceipt
from conversations.stations.shipments import SHIPMENTS
from conversations.stations.spot_check_reply import SpotCheckReply
from conversations.stations.spot_checks import SPOT_CHECKS
from conversations.stations.staff import Staff
from conversations.stations.stand_in import StandIn
from conversations.stations.station_application import StationApplication
from conversations.stations.withdrawal import Withdrawal
from rules.roles import ANYONE, Action, Role

SECTIONS: tuple[Section, ...] = (
    Section("papers", (TODO, APPROVE, Decision, MY_PAPERS, Withdrawal), flat_for=ANYONE),
    Section(
        "public",
        (
            *(CertificateLookup, Registration, MY_REGISTRATIONS, StampedForm, Document, Correction),
            *(Eligibility, Stations),
        ),
        flat_for=frozenset({Role.GUEST, Role.CANDIDATE}),
    ),
    Section("entrance", (Login,), flat_for=ANYONE),
    Section(
        "station",
        (
            *(StationApplication, SealedApplication, Inspection, NewStation),
            *(MY_LICENCE, LicenceChange, AnnualReview, Licence, HandingOver, STATION_REGISTER),
        ),
        flat_for=frozenset({Role.APPLICANT_UNIT}),
    ),
    Section("plans", (AnnualPlan, PLAN_LINES, PlanSummary)),
    Section(
        "reviews",
        (REGISTRATION_REVIEW, RegistrationDecision, ApproveRegistrations, REOPEN_REGISTRATION),
    ),
    Section(
        "batches",
        (Batch, BATCHES, RosterImport, TAKE_ROSTER, ROSTER, APPLICATION_FORMS, BatchWithdrawal),
    ),
    Section(
        "exams",
        (
            *(Paper, PaperReceipt, PAPER_RECEIPTS, Reschedule, StandIn),
            *(Supervision, ASSIGNMENTS, AssignmentReply),
            *(SCORES, ScoreEntry, ScoreImport, SCORE_CONFIRMATION, ScoreReturn, Results),
            ResultsReturn,
            *(ExamMaterial, MATERIAL_LIST, REMOVE_MATERIAL),
            *(SupervisionReport, SUPERVISION_REPORTS, SUPERVISION_CORRECTIONS),
            *(SupervisionConfirmation, SupervisionAbsence, CorrectionReply, CorrectionCheck),
            *(EvaluationReport, ReportOpinion, EVALUATION_REPORTS, ReportOverruling),
        ),
    ),
    Section(
        "settlement",
        (
            *(PAYMENT_SLIP, Settlement, SETTLEMENT_CHECK, SettlementDecision),
            *(PAPER_PHOTOS, PhotoReceipt),
            *(Shipment, SHIPMENTS, Waybill, ShipmentReceipt),
            *(SpotCheck, SPOT_CHECKS, SpotCheckFinding, SpotCheckReply),
            *(CertificateApplication, CERTIFICATES, CertificateChange, IssuerCode),
            ARCHIVE,
            QUALIFIED_ROSTER,
            CERTIFICATE_REGISTER,
        ),
    ),
    Section(
        "examiners",
        (
            *(ExaminerApplication, EXAMINERS, EndAppointment, PersonalAccount),
            *(Nomination, TRAINING_CLASSES, TrainingClass, TrainingResults, CancelClass),
            *(SUPERVISORS, Supervisor),
        ),
    ),
    Section(
        "notices",
        (
            *(Notices, Publish, WITHDRAW_NOTICE, Broadcast, STOP_BROADCAST),
            *(Contacts, Contact, REMOVE_CONTACT),
            *(Complaint, ComplaintStatus, COMPLAINTS, ComplaintAnswer),
        ),
    ),
    Section(
        "accounts",
        (SignUp, UnitSignUp, ResetPassword, RecoveryCode, Staff, Accounts),
    ),
    Section("rules", (Catalogue, Policy, PolicyChange)),
    Section(
        "self",
        (
            *(DEADLINES, MyData, Devices, ChangePassword, Language, HANDOVER),
            *(LOGOUT, REMIND_TOMORROW),
        ),
    ),
)
"""Every form and command, in menu order: one line here and it is there."""

SOURCES: dict[str, Source] = {
    "free_user_names": FreeUserNames(),
    "free_unit_names": FreeUnitNames(),
    "institutions_below": InstitutionsBelow(),
    "provinces": Provinces(),
    "trades": Trades(),
    "applicable_trades": Trades(complete=True),
    "levels_of_trade": LevelsOfTrade(),
    "stations": StationList(),
    "notices": NoticeList(),
    "contact_lists": ContactLists(),
    "complained_of": ComplainedOf(),
    "institutions_addressed": InstitutionsReached(Action.SEND_BROADCAST),
    "institutions_of_contacts": InstitutionsReached(Action.EDIT_CONTACTS),
    "policy_values": PolicyValues(),
    "stations_to_license": StationsBelow(),
    "licensed_stations": StationsBelow(licensed=True),
    "awaiting_seals": AwaitingSeals(),
    "stations_to_inspect": ToInspect(),
    "stations_to_found": ToFound(),
    "licensed_trades": LicensedTrades(),
    "free_lines": FreeLines(),
    "open_batches": OpenBatches(),
    "batches_with_seat": BatchesWithSeat(),
    "batches_awaiting_papers": ExamBatches(awaiting, with_papers),
    "batches_to_sign_for": ExamBatches(coming, with_window),
    "reports_to_file": ReportsToFile(),
    "reports_to_answer": ReportsToAnswer(),
    "objections_to_decide": ObjectionsToDecide(),
    "batches_with_material": ExamBatches(examined, with_material),
    "batches_to_move": ExamBatches(coming, with_people),
    "batches_to_withdraw": ExamBatches(open_ones, with_people),
    "batches_to_score": ExamBatches(to_score, with_date),
    "places_to_score": PlacesToScore(),
    "scores_given": ScoresGiven(),
    "batches_put_up": BatchesPutUp(),
    "supervisors_to_send": SupervisorsToSend(),
    "own_assignments": OwnAssignments(),
    "batches_to_report_on": Waiting(to_report_on),
    "batches_unreported": Waiting(unreported),
    "reports_to_confirm": Waiting(to_confirm),
    "corrections_to_answer": Waiting(to_answer),
    "corrections_to_check": Waiting(to_check),
    "absent_examiners": Absent(),
    "stand_ins": StandIns(),
    "batch_trades": BatchTrades(),
    "batches_to_settle": ExamBatches(to_settle, with_amount),
    "settlements_to_check": SettlementsToCheck(),
    "batches_to_check": ExamBatches(to_draw, with_exam),
    "spot_checks_to_answer": SpotChecksWaiting(Action.ANSWER_SPOT_CHECK),
    "spot_checks_answered": SpotChecksWaiting(Action.SPOT_CHECK),
    "batches_to_send": ExamBatches(to_send, with_station),
    "parcels_under_way": Parcels(on_the_way),
    "parcels_to_sign_for": Parcels(to_sign_for),
    "batches_with_photos": ExamBatches(with_photos_awaited, with_lacking),
    "batches_to_enter": ExamBatches(to_enter, open_for_lists),
    "batches_with_results": ExamBatches(to_hand_in, with_exam_day),
    "results_to_take_back": ExamBatches(to_take_back, with_exam_day),
    "certificates_by_number": CertificatesByNumber(),
    "institutions_of_codes": InstitutionsReached(Action.SET_ISSUER_CODE),
    "awaiting_stamp": AwaitingStamp(),
    "returned_documents": ReturnedDocuments(),
    "registrations_here": RegistrationsHere(),
    "batches_to_review": BatchesToReview(),
    "nominees": Nominees(),
    "classes_for": ClassesFor(),
    "held_classes": HeldClasses(),
    "appointed": Appointed(Action.END_EXAMINER),
    "accountless": Appointed(Action.OPEN_PERSONAL_ACCOUNT, accountless=True),
    "papers_here": PapersHere(),
    "papers_under_way": PapersUnderWay(),
}


def house(
    public_url: str = "",
    chat_links: Mapping[str, str] | None = None,
    private_on_page: Iterable[str] = (),
) -> House:
    """The house as it stands; see House for what the outside has to say about it."""
    entries = [entry for section in SECTIONS for entry in section.entries]
    return House(
        forms={e.title: e for e in entries if not isinstance(e, Command)},
        commands={e.title: e for e in entries if isinstance(e, Command)},
        sources=SOURCES,
        sections=SECTIONS,
        public_url=public_url,
        chat_links={} if chat_links is None else chat_links,
        private_on_page=frozenset(private_on_page),
    )
