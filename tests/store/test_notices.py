"""Notices: versions replace each other on their day, everybody sees what is meant for them, readings are noted once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.audiences import Audience, AudienceKind
from rules.findings import NotPossible
from rules.notices import NoticeKind
from rules.roles import Role
from store.notices import Edition, NewEdition, NoticeId
from store.unit import Caller, Store
from tests.fakes import FixedClock
from tests.store import office, tree
from tests.store.tree import BASE, CENTRE, CHANGZHOU, MANAGEMENT, URUMQI, YUNYANG

TODAY = date(2026, 6, 1)
NEWS = NewEdition(
    kind=NoticeKind.PROCEDURE,
    heading="考试站申报流程",
    text="先报计划，再报批次。",
    audience=Audience(kind=AudienceKind.STATIONS),
    valid_from=TODAY,
)
ONLY_XINJIANG = replace(
    NEWS, audience=Audience(kind=AudienceKind.STATIONS, region="新疆维吾尔自治区")
)


@pytest.fixture
def centre(store: Store) -> Caller:
    with store.writing() as work:
        tree.grow(work)
    return tree.hold(store, Role.CENTRE_OFFICER, CENTRE)


@pytest.fixture
def station(store: Store, centre: Caller) -> Caller:
    return tree.hold(store, Role.STATION_HEAD, CHANGZHOU)


def publish(store: Store, caller: Caller, new: NewEdition = NEWS) -> Edition:
    with store.writing(caller) as work:
        return work.notices.publish(new)


def seen(store: Store, caller: Caller) -> list[str]:
    with store.reading(caller) as work:
        return [edition.heading for edition in work.notices.for_caller().things]


def read(store: Store, caller: Caller, notice: NoticeId, version: int | None = None) -> Edition:
    with store.writing(caller) as work:
        return work.notices.read(notice, version)


def refused(store: Store, caller: Caller, notice: NoticeId, version: int | None = None) -> str:
    with store.writing(caller) as work, pytest.raises(NotPossible) as refusal:
        work.notices.read(notice, version)
    return refusal.value.findings[0].key


class TestWhoSees:
    def test_a_station_of_another_province_sees_nothing(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        edition = publish(store, centre, ONLY_XINJIANG)
        urumqi = tree.hold(store, Role.STATION_HEAD, URUMQI)
        unknown = tree.hold(store, Role.STATION_HEAD, YUNYANG)
        assert seen(store, urumqi) == [NEWS.heading]
        assert seen(store, station) == seen(store, unknown) == []
        assert refused(store, station, edition.notice) == "notice-unknown"

    def test_the_newest_comes_first_and_is_found_by_a_part_of_its_heading(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        publish(store, centre)
        publish(store, centre, replace(NEWS, heading="放假通知"))
        assert seen(store, station) == ["放假通知", "考试站申报流程"]
        with store.reading(station) as work:
            found = work.notices.for_caller("流程").things
        assert [edition.heading for edition in found] == ["考试站申报流程"]

    def test_a_guest_sees_what_is_for_everyone_and_for_candidates(
        self, store: Store, centre: Caller
    ) -> None:
        for kind in AudienceKind:
            if kind is not AudienceKind.INSTITUTION:
                publish(store, centre, replace(NEWS, heading=kind, audience=Audience(kind=kind)))
        with store.writing() as work:
            person = work.people.add_guest().id
        guest = Caller(person, None, "web", None, frozenset({Role.GUEST}))
        assert seen(store, guest) == ["candidates", "everyone"]

    def test_a_management_station_changes_its_own_and_no_other(
        self, store: Store, centre: Caller
    ) -> None:
        of_base = publish(store, tree.hold(store, Role.MANAGEMENT_OFFICER, BASE))
        other = tree.hold(store, Role.MANAGEMENT_OFFICER, MANAGEMENT)
        assert of_base.audience.below == BASE
        with store.reading(other) as work:
            assert work.notices.for_publisher().things == ()
        with store.writing(other) as work, pytest.raises(NotPossible):
            work.notices.withdraw(of_base.notice)
        with store.writing(centre) as work:
            assert work.notices.withdraw(of_base.notice).withdrawn_at == work.now


class TestVersions:
    def test_a_new_version_replaces_the_old_one_on_its_day_and_the_old_stays_readable(
        self, store: Store, centre: Caller, station: Caller, clock: FixedClock
    ) -> None:
        first = publish(store, centre)
        later = replace(
            NEWS, text="都在网上报。", valid_from=TODAY + timedelta(days=9), replaces=first
        )
        second = publish(store, centre, later)
        assert second.version == 2
        assert read(store, station, first.notice).version == 1
        assert refused(store, station, first.notice, 2) == "notice-unknown"
        clock.advance(timedelta(days=9))
        assert read(store, station, first.notice).text == "都在网上报。"
        assert read(store, station, first.notice, 1).text == NEWS.text
        with store.reading(station) as work:
            (in_force,) = work.notices.in_force_of_kind(NoticeKind.PROCEDURE)
        assert (in_force.notice, in_force.version) == (first.notice, 2)

    def test_what_is_to_come_is_seen_by_its_publisher_only(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        edition = publish(store, centre, replace(NEWS, valid_from=date(2026, 7, 1)))
        assert seen(store, station) == []
        assert refused(store, station, edition.notice) == "notice-unknown"
        with store.reading(centre) as work:
            assert work.notices.for_publisher().things == (edition,)

    def test_of_two_officers_changing_it_the_second_is_told(
        self, store: Store, centre: Caller
    ) -> None:
        first = publish(store, centre)
        publish(store, centre, replace(NEWS, replaces=first))
        with store.writing(centre) as work, pytest.raises(NotPossible) as refusal:
            work.notices.publish(replace(NEWS, replaces=first))
        assert refusal.value.findings[0].key == "notice-changed-meanwhile"

    def test_no_notice_begins_in_the_past(self, store: Store, centre: Caller) -> None:
        with store.writing(centre) as work, pytest.raises(NotPossible) as refusal:
            work.notices.publish(replace(NEWS, valid_from=TODAY - timedelta(days=1)))
        assert refusal.value.findings[0].key == "notice-past-day"

    def test_a_withdrawn_notice_is_gone_until_it_is_restored(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        edition = publish(store, centre)
        with store.writing(centre) as work:
            work.notices.withdraw(edition.notice)
            work.notices.withdraw(edition.notice)
        assert seen(store, station) == []
        assert refused(store, station, edition.notice) == "notice-unknown"
        with store.writing(centre) as work:
            work.notices.restore(edition.notice)
            acts = [entry.act for entry in work.audit.of(f"notice:{edition.notice}")]
        assert acts == ["notice-published", "notice-withdrawn", "notice-restored"]
        assert seen(store, station) == [NEWS.heading]

    def test_its_files_belong_to_the_version(self, store: Store, centre: Caller) -> None:
        first = publish(store, centre, replace(NEWS, files=(office.upload(store, "one"),)))
        second = publish(
            store, centre, replace(NEWS, replaces=first, files=(office.upload(store, "two"),))
        )
        with store.reading() as work:
            contents = [
                work.files.content(file.id)
                for edition in (first, second)
                for file in work.notices.files(edition)
            ]
        assert contents == [b"one", b"two"]


class TestReceipts:
    def test_a_reading_is_noted_once_with_its_time(
        self, store: Store, centre: Caller, station: Caller, clock: FixedClock
    ) -> None:
        edition = publish(store, centre)
        with store.reading(station) as work:
            assert work.notices.is_unread(edition)
        read(store, station, edition.notice)
        clock.advance(timedelta(hours=1))
        read(store, station, edition.notice)
        with store.reading(station) as work:
            assert not work.notices.is_unread(edition)
        with store.reading(centre) as work:
            assert work.notices.receipts(edition).read == 1

    def test_of_institutions_those_are_named_where_nobody_has_read_it(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        tree.hold(store, Role.STATION_OFFICER, CHANGZHOU)
        tree.hold(store, Role.STATION_HEAD, URUMQI)
        edition = publish(store, centre)
        read(store, station, edition.notice)
        with store.reading(centre) as work:
            receipts = work.notices.receipts(edition)
        assert (receipts.read, receipts.of) == (1, 3)
        assert [one.code for one in receipts.silent] == [URUMQI]

    def test_a_new_version_is_to_be_read_anew(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        first = publish(store, centre)
        read(store, station, first.notice)
        second = publish(store, centre, replace(NEWS, replaces=first))
        with store.reading(centre) as work:
            assert work.notices.receipts(first).read == 1
            assert work.notices.receipts(second).read == 0

    def test_receipts_are_the_publishers(
        self, store: Store, centre: Caller, station: Caller
    ) -> None:
        edition = publish(store, centre)
        with store.reading(station) as work, pytest.raises(NotPossible):
            work.notices.receipts(edition)
