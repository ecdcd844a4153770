"""Batches: numbered by year, open until ten days before the exam, one choice over several lines."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rules.candidates import CandidateType
from rules.catalogue import Level, Programme
from rules.findings import NotPossible
from rules.registration import OfferedItem
from store.batches import BatchState, NewItem, seats_left
from store.clock import OFFICE_ZONE
from store.unit import Store
from tests.fakes import FixedClock
from tests.store.office import APPLIED_ON, EXAM, MACHINIST, STATION, WELDER, new_batch, open_batch

CLOSES = datetime(2026, 7, 10, tzinfo=OFFICE_ZONE)


def numbers(store: Store, *wanted: object) -> list[str]:
    with store.reading() as work:
        return [batch.number for batch in work.batches.open_now(*wanted).things]


class TestBatches:
    def test_a_batch_comes_back_as_it_was_added(self, store: Store) -> None:
        batch = open_batch(store, practice_on=date(2026, 7, 18))
        with store.reading() as work:
            assert work.batches.get(batch.id) == batch
            assert work.batches.find_by_number(" 2026-0001 ") == batch
            assert work.batches.find_by_number("2026-9999") is None
        assert batch.station_name == STATION.name
        assert batch.exam_on == date(2026, 7, 18)
        assert batch.closes_at == datetime(2026, 7, 8, tzinfo=OFFICE_ZONE)

    def test_batches_are_numbered_through_the_year(self, store: Store) -> None:
        first, second = open_batch(store), open_batch(store)
        next_year = {"applied_on": date(2027, 1, 4), "theory_on": date(2027, 3, 1)}
        third = open_batch(store, **next_year, practice_on=date(2027, 3, 1))
        assert [first.number, second.number, third.number] == [
            "2026-0001",
            "2026-0002",
            "2027-0001",
        ]

    def test_a_refused_application_leaves_no_gap_in_the_numbers(self, store: Store) -> None:
        with pytest.raises(NotPossible):
            open_batch(store, theory_on=date(2026, 6, 30))
        assert open_batch(store).number == "2026-0001"

    @pytest.mark.parametrize(
        ("changes", "reasons"),
        [
            ({"theory_on": date(2026, 6, 30)}, {"exam-date-too-early"}),
            ({"items": ()}, {"batch-without-lines"}),
            ({"items": (NewItem(WELDER, Level.FOUR, 100),)}, {"line-size"}),
            ({"items": (NewItem(WELDER, Level.FOUR, 0),)}, {"line-size"}),
            ({"items": (NewItem(MACHINIST, Level.FIVE, 9),)}, {"level-not-in-unit"}),
            (
                {"programme": Programme.SKILL_LEVEL, "practice_on": date(2026, 6, 2)},
                {"programmes-mixed", "exam-date-too-early"},
            ),
        ],
    )
    def test_an_application_is_refused_with_every_reason(
        self, store: Store, changes: dict[str, object], reasons: set[str]
    ) -> None:
        open_batch(store)
        with store.writing() as work, pytest.raises(NotPossible) as refusal:
            work.batches.add(replace(new_batch(), **changes))
        assert {finding.key for finding in refusal.value.findings} == reasons

    def test_the_first_possible_exam_date_and_99_people_are_accepted(self, store: Store) -> None:
        on = date(2026, 7, 1)
        batch = open_batch(store, NewItem(WELDER, Level.FOUR, 99), theory_on=on, practice_on=on)
        assert batch.exam_on == APPLIED_ON + timedelta(days=30)

    def test_a_batch_is_open_until_the_last_moment_before_the_close(
        self, store: Store, clock: FixedClock
    ) -> None:
        batch = open_batch(store)
        assert numbers(store) == [batch.number]
        clock.office = CLOSES - timedelta(microseconds=1)
        assert numbers(store) == [batch.number]
        clock.office = CLOSES
        assert numbers(store) == []

    @pytest.mark.parametrize("state", [state for state in BatchState if state != BatchState.OPEN])
    def test_only_an_open_batch_is_offered(self, store: Store, state: BatchState) -> None:
        open_batch(store, state=state)
        assert numbers(store) == []

    def test_open_batches_are_chosen_by_type_and_by_trade_and_level(self, store: Store) -> None:
        later = open_batch(
            store,
            NewItem(MACHINIST, Level.THREE, 5),
            theory_on=EXAM + timedelta(days=9),
            practice_on=EXAM + timedelta(days=9),
        )
        sooner = open_batch(store, candidate_type=CandidateType.SOCIAL)
        assert numbers(store) == [sooner.number, later.number]
        assert numbers(store, CandidateType.SOCIAL) == [sooner.number]
        assert numbers(store, None, (MACHINIST, Level.THREE)) == [later.number]
        assert numbers(store, CandidateType.SOCIAL, (MACHINIST, Level.THREE)) == []
        assert numbers(store, None, (WELDER, Level.FIVE)) == []

    def test_several_lines_of_a_trade_and_level_are_one_choice(self, store: Store) -> None:
        lines = (
            NewItem(WELDER, Level.FOUR, 99),
            NewItem(WELDER, Level.FOUR, 40),
            NewItem(MACHINIST, Level.THREE, 5),
        )
        batch = open_batch(store, *lines)
        with store.reading() as work:
            items = work.batches.items(batch.id)
            facts = work.batches.facts(batch)
        assert [(item.unit, item.level, item.people, item.taken) for item in items] == [
            (line.unit, line.level, line.people, 0) for line in lines
        ]
        assert facts.items == (
            OfferedItem(WELDER, Level.FOUR),
            OfferedItem(MACHINIST, Level.THREE),
        )
        assert seats_left(items, WELDER, Level.FOUR) == 139
        assert (facts.exam_date, facts.closes_at) == (EXAM, CLOSES)
