"""R7.3, R7.5: filed once by whoever was sent, decided by the management station, corrections answered by the station."""

from dataclasses import replace
from datetime import date, timedelta
from threading import Thread

import pytest

from rules.findings import NotPossible
from rules.roles import Role
from rules.supervision import SupervisionState
from rules.supervision_reports import CorrectionState, ReportState, SupervisionConclusion
from store.supervision_corrections import SupervisionCorrection
from store.supervision_report_rows import NewReport, ReportPhoto, SupervisionReport
from store.unit import Store
from tests.exams import registered
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import office, tree
from tests.store.tree import BASE
from tests.supervising import FAULT, NOW, Supervised, as_supervisor, at, record


@pytest.fixture
def supervised(store: Store, clock: FixedClock) -> Supervised:
    return prepared(Supervised, store, clock)


def reasons(refusal: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [finding.key for finding in refusal.value.findings]


class TestFiling:
    def test_it_is_kept_as_it_was_filed_with_the_times_of_its_photos(
        self, supervised: Supervised
    ) -> None:
        photo = office.upload(supervised.store, "room")
        new = NewReport(
            record=record(),
            photos=(ReportPhoto(photo, "理论考场", at(9, 12), at(9, 10)),),
            noted=(at(8, 31), at(16, 41)),
            answers={"arrived_at": "08:30"},
        )
        with supervised.store.writing(supervised.caller) as work:
            filed = work.supervision_reports.file(supervised.stage.batch.id, new)
        assert filed.content == new
        assert (filed.state, filed.name) == (ReportState.FILED, "周海燕")
        with supervised.store.reading() as work:
            assert work.files.gone([photo]) == set()
            assert work.supervision_reports.find(supervised.stage.batch.id) == filed

    def test_what_is_expected_follows_from_the_roster(self, supervised: Supervised) -> None:
        with pytest.raises(NotPossible) as refusal:
            supervised.file(expected=99, present=41, checked=0)
        assert reasons(refusal) == ["supervision-present-too-many"]

    def test_nobody_else_files_it(self, supervised: Supervised) -> None:
        other = registered(supervised.store, serial=72, name="何永强")
        for caller in (
            as_supervisor(other.person),
            supervised.stage.officer,
            supervised.stage.station,
        ):
            with pytest.raises(NotPossible):
                supervised.file(caller)

    def test_a_second_one_is_refused_until_it_came_back(self, supervised: Supervised) -> None:
        filed = supervised.file()
        with pytest.raises(NotPossible) as refusal:
            supervised.file()
        assert reasons(refusal) == ["supervision-report-there"]
        with supervised.store.writing(supervised.stage.officer) as work:
            back = work.supervision_reports.send_back(filed.id, "抽查人数与签到表不符")
        assert (back.state, back.reason) == (ReportState.RETURNED, "抽查人数与签到表不符")
        again = supervised.file(checked=12)
        with supervised.store.reading() as work:
            assert [
                one.state for one in work.supervision_reports.of(supervised.stage.batch.id)
            ] == [ReportState.RETURNED, ReportState.FILED]
        assert again.record.checked == 12

    def test_of_two_devices_one_files(self, supervised: Supervised) -> None:
        outcomes: list[str] = []

        def tap() -> None:
            try:
                supervised.file()
                outcomes.append("filed")
            except NotPossible as refused:
                outcomes.append(refused.findings[0].key)

        threads = [Thread(target=tap) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["filed", "supervision-report-there"]

    def test_not_before_the_day_of_the_exam(self, supervised: Supervised) -> None:
        supervised.clock.office = at(0) - timedelta(minutes=1)
        with supervised.store.reading(supervised.caller) as work:
            against = work.supervision_reports.against(supervised.stage.batch.id)
            assert work.supervision_reports.to_file() == ()
        assert [one.key for one in against] == ["supervision-report-too-early"]
        supervised.clock.office = at(0)
        with supervised.store.reading(supervised.caller) as work:
            assert work.supervision_reports.against(supervised.stage.batch.id) == ()
            assert [one.id for one in work.supervision_reports.to_file()] == [
                supervised.stage.batch.id
            ]

    def test_who_turned_up_without_having_answered_has_accepted(
        self, store: Store, clock: FixedClock
    ) -> None:
        supervised = Supervised(store, clock, accepts=False)
        supervised.file()
        with store.reading() as work:
            standing = work.supervisions.standing(supervised.stage.batch.id)
        assert standing
        assert standing.state is SupervisionState.ACCEPTED

    def test_the_words_are_sealed(self, supervised: Supervised) -> None:
        supervised.file()
        with supervised.store.reading() as work:
            row = work.connection.exec_driver_sql("SELECT record FROM supervision_reports").one()
        assert "排烟".encode() not in bytes(row[0])


class TestDeciding:
    def test_only_the_management_station_above_does_and_once(self, supervised: Supervised) -> None:
        filed = supervised.file()
        other = tree.hold(supervised.store, Role.MANAGEMENT_OFFICER, BASE)
        for caller in (other, supervised.stage.station, supervised.caller):
            with supervised.store.writing(caller) as work, pytest.raises(NotPossible):
                work.supervision_reports.confirm(filed.id)
        with supervised.store.writing(supervised.stage.officer) as work:
            assert [one.id for one in work.supervision_reports.waiting().things] == [filed.id]
            work.supervision_reports.confirm(filed.id)
            assert work.supervision_reports.waiting().things == ()
            with pytest.raises(NotPossible) as refusal:
                work.supervision_reports.send_back(filed.id, "太晚")
        assert reasons(refusal) == ["supervision-report-decided"]

    def test_a_day_that_passed_meanwhile_needs_a_new_one(self, supervised: Supervised) -> None:
        due = supervised.clock.office.date()
        filed = supervised.file(faults=(replace(FAULT, due_on=due), FAULT))
        supervised.clock.office += timedelta(days=1)
        with supervised.store.writing(supervised.stage.officer) as work:
            with pytest.raises(NotPossible) as refusal:
                work.supervision_reports.confirm(filed.id)
            assert reasons(refusal) == ["supervision-due-lapsed"]
            work.supervision_reports.confirm(filed.id, date(2026, 9, 30))
            owed = work.supervision_corrections.of(filed.id)
        assert [one.due_on for one in owed] == [date(2026, 9, 20), date(2026, 9, 30)]

    def test_the_station_reads_it_once_it_is_confirmed(self, supervised: Supervised) -> None:
        filed = supervised.file()
        with supervised.store.reading(supervised.stage.station) as work:
            assert work.supervision_reports.counting_readable(filed.batch) is None
            with pytest.raises(NotPossible) as refusal:
                work.supervision_reports.read(filed.id)
        assert reasons(refusal) == ["supervision-report-not-yet"]
        with supervised.store.reading(supervised.stage.officer) as work:
            assert work.supervision_reports.read(filed.id) == filed
            assert work.supervision_reports.counting_readable(filed.batch) == filed
        with supervised.store.writing(supervised.stage.officer) as work:
            work.supervision_reports.confirm(filed.id)
        with supervised.store.reading(supervised.stage.station) as work:
            confirmed = work.supervision_reports.read(filed.id)
            assert confirmed.state is ReportState.CONFIRMED
            assert work.supervision_reports.counting_readable(filed.batch) == confirmed


class TestGaps:
    def test_nothing_is_wanted_where_nobody_was_sent(self, store: Store, clock: FixedClock) -> None:
        supervised = prepared(Supervised, store, clock)
        with store.writing() as work:
            work.supervisions.excuse(supervised.stage.batch.id, "不派")
        assert supervised.gaps() == []

    def test_missing_then_unconfirmed_then_nothing(self, supervised: Supervised) -> None:
        assert supervised.gaps() == ["supervision-report-missing"]
        filed = supervised.file()
        assert supervised.gaps() == ["supervision-report-unconfirmed"]
        with supervised.store.writing(supervised.stage.officer) as work:
            work.supervision_reports.confirm(filed.id)
        assert supervised.gaps() == []

    def test_open_corrections_hold_up_results_that_may_be_void(
        self, supervised: Supervised
    ) -> None:
        supervised.confirmed(conclusion=SupervisionConclusion.INVALID, grounds="两名替考者")
        assert supervised.gaps() == ["supervision-corrections-open"]
        with supervised.store.reading() as work:
            advice = work.supervision_reports.advises_against(supervised.stage.batch.id)
        assert advice
        assert advice.record.grounds == "两名替考者"

    def test_and_all_of_them_where_the_policy_says_so(self, supervised: Supervised) -> None:
        supervised.confirmed()
        with supervised.store.writing() as work:
            work.policy.set("corrections_before_results", True, date(2026, 9, 1))
        assert supervised.gaps() == ["supervision-corrections-open"]

    def test_who_never_came_is_excused_with_a_reason(self, supervised: Supervised) -> None:
        batch = supervised.stage.batch.id
        with supervised.store.reading(supervised.stage.officer) as work:
            assert [one.id for one in work.supervision_reports.missing()] == [batch]
        with supervised.store.writing(supervised.stage.station) as work, pytest.raises(NotPossible):
            work.supervision_reports.excuse(batch, "不来了")
        with supervised.store.writing(supervised.stage.officer) as work:
            work.supervision_reports.excuse(batch, "航班取消，未能到场")
            assert work.supervision_reports.missing() == ()
        assert supervised.gaps() == []
        with pytest.raises(NotPossible):
            supervised.file()

    def test_nobody_is_excused_who_has_reported(self, supervised: Supervised) -> None:
        supervised.file()
        with (
            supervised.store.writing(supervised.stage.officer) as work,
            pytest.raises(NotPossible) as refusal,
        ):
            work.supervision_reports.excuse(supervised.stage.batch.id, "没来")
        assert reasons(refusal) == ["supervision-not-excused"]


class TestCorrections:
    @pytest.fixture
    def report(self, supervised: Supervised) -> SupervisionReport:
        return supervised.confirmed()

    @pytest.fixture
    def owed(self, supervised: Supervised, report: SupervisionReport) -> SupervisionCorrection:
        with supervised.store.reading(supervised.stage.station) as work:
            (one,) = work.supervision_corrections.to_answer()
        return one

    def test_the_station_replies_is_asked_again_and_accepted(
        self, supervised: Supervised, owed: SupervisionCorrection
    ) -> None:
        assert (owed.fault, owed.due_on, owed.state) == (FAULT, FAULT.due_on, CorrectionState.OPEN)
        photo = office.upload(supervised.store, "extractor")
        officer, station = supervised.stage.officer, supervised.stage.station
        with supervised.store.writing(station) as work:
            work.supervision_corrections.reply(owed.id, "已装好", [photo])
            assert work.supervision_corrections.to_answer() == ()
        with supervised.store.writing(officer) as work:
            (answered,) = work.supervision_corrections.to_decide()
            again = work.supervision_corrections.ask_again(
                answered.id, "照片看不清", date(2026, 9, 25)
            )
        assert (again.state, again.due_on) == (CorrectionState.OPEN, date(2026, 9, 25))
        with supervised.store.writing(station) as work:
            work.supervision_corrections.reply(owed.id, "重拍了照片", [photo])
        with supervised.store.writing(officer) as work:
            done = work.supervision_corrections.accept(owed.id)
            assert work.supervision_corrections.unsettled(supervised.stage.batch.id) == ()
        assert [(one.words, one.accepted, one.reason) for one in done.replies] == [
            ("已装好", False, "照片看不清"),
            ("重拍了照片", True, ""),
        ]
        assert done.replies[0].photos == (photo,)

    def test_a_second_tap_finds_the_reply_there(
        self, supervised: Supervised, owed: SupervisionCorrection
    ) -> None:
        with supervised.store.writing(supervised.stage.station) as work:
            work.supervision_corrections.reply(owed.id, "已装好")
            with pytest.raises(NotPossible) as refusal:
                work.supervision_corrections.reply(owed.id, "已装好")
        assert reasons(refusal) == ["correction-answered"]

    def test_nothing_is_decided_before_there_is_a_reply(
        self, supervised: Supervised, owed: SupervisionCorrection
    ) -> None:
        with supervised.store.writing(supervised.stage.officer) as work:
            with pytest.raises(NotPossible) as refusal:
                work.supervision_corrections.accept(owed.id)
            assert reasons(refusal) == ["correction-decided"]

    def test_a_new_day_does_not_lie_in_the_past(
        self, supervised: Supervised, owed: SupervisionCorrection
    ) -> None:
        with supervised.store.writing(supervised.stage.station) as work:
            work.supervision_corrections.reply(owed.id, "已装好")
        with (
            supervised.store.writing(supervised.stage.officer) as work,
            pytest.raises(NotPossible) as refusal,
        ):
            work.supervision_corrections.ask_again(owed.id, "不清楚", date(2026, 9, 1))
        assert reasons(refusal) == ["supervision-due-past"]

    def test_it_is_the_matter_of_that_station_and_its_officers(
        self, supervised: Supervised, owed: SupervisionCorrection
    ) -> None:
        stranger = tree.hold(supervised.store, Role.MANAGEMENT_OFFICER, BASE)
        for caller in (stranger, supervised.caller, supervised.stage.officer):
            with supervised.store.writing(caller) as work, pytest.raises(NotPossible):
                work.supervision_corrections.reply(owed.id, "已装好")
        with supervised.store.reading(stranger) as work:
            assert work.supervision_corrections.owed() == ()
            with pytest.raises(NotPossible):
                work.supervision_corrections.read(owed.id)

    def test_the_day_after_it_is_overdue(
        self, supervised: Supervised, owed: SupervisionCorrection
    ) -> None:
        assert not owed.is_overdue(date(2026, 9, 20))
        assert owed.is_overdue(date(2026, 9, 21))
        assert NOW.date() < owed.due_on
