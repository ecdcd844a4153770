"""Exam material: dated by the picture itself or by our camera, complete by trade and kind (R7.4, R7.7)."""

from datetime import date, datetime, timedelta

import pytest

from rules.exam_material import MOST_PAGES, DateSource, MaterialKind, MaterialPlace
from rules.findings import NotPossible
from rules.roles import Role
from store.clock import OFFICE_ZONE
from store.exam_material import Material, NewMaterial
from store.files import FileId
from store.unit import Caller, Store
from tests.exams import BEGINS, Stage
from tests.fakes import FixedClock
from tests.prepared import prepared
from tests.store import tree
from tests.store.tree import CHANGZHOU, HAMI

EXAM = date(2026, 9, 1)
TAKEN = datetime(2026, 9, 1, 9, 30, tzinfo=OFFICE_ZONE)
K = MaterialKind


@pytest.fixture
def stage(store: Store, clock: FixedClock) -> Stage:
    """On the day of the exam, after it has begun."""
    stage = prepared(Stage, store)
    stage.submitted()
    clock.office = BEGINS + timedelta(hours=4)
    return stage


def picture(
    store: Store, content: str, taken_at: datetime | None = TAKEN, *, by_camera: bool = False
) -> FileId:
    with store.writing() as work:
        noted = work.files.note(
            content.encode(), "image/jpeg", taken_at=taken_at, by_camera=by_camera
        )
    return noted.id


def place(stage: Stage, kind: MaterialKind) -> MaterialPlace:
    with stage.store.reading() as work:
        return next(one for one in work.exam_material.places(stage.batch.id) if one.kind is kind)


def put(
    stage: Stage,
    kind: MaterialKind,
    file: FileId | None = None,
    caller: Caller | None = None,
    **more: object,
) -> Material:
    new = NewMaterial(file=file or picture(stage.store, kind), **{"examiners": 3, **more})
    where = place(stage, kind)
    with stage.store.writing(caller or stage.station) as work:
        return work.exam_material.put(stage.batch.id, where, new)


def refused(stage: Stage, *args: object, **more: object) -> list[str]:
    with pytest.raises(NotPossible) as refusal:
        put(stage, *args, **more)
    return [finding.key for finding in refusal.value.findings]


def gaps(stage: Stage) -> list[object]:
    with stage.store.reading() as work:
        return [one.args.get("kind", one.key) for one in work.exam_material.gaps(stage.batch.id)]


class TestWhatIsMissing:
    def test_every_kind_is_named_until_it_is_there(self, stage: Stage) -> None:
        assert gaps(stage) == [*map(str, K), "exam-material-answers-nowhere"]
        for n, kind in enumerate(K, start=1):
            put(stage, kind)
            assert gaps(stage) == [*map(str, list(K)[n:]), "exam-material-answers-nowhere"]
        with stage.store.writing(stage.station) as work:
            work.exam_material.keep_answers(stage.batch.id, "档案室 3 号柜")
        assert gaps(stage) == []
        with stage.store.reading() as work:
            assert work.exam_material.answers_kept_at(stage.batch.id) == "档案室 3 号柜"

    def test_the_place_of_the_answers_can_be_put_right(self, stage: Stage) -> None:
        for said in ("一楼", "二楼"):
            with stage.store.writing(stage.station) as work:
                work.exam_material.keep_answers(stage.batch.id, said)
        with stage.store.reading() as work:
            assert work.exam_material.answers_kept_at(stage.batch.id) == "二楼"


class TestTheDate:
    def test_what_a_picture_carries_is_its_date(self, stage: Stage) -> None:
        one = put(stage, K.THEORY_ROOM, stated_on=date(2026, 8, 1))
        assert (one.taken_on, one.taken_at, one.date_source) == (EXAM, TAKEN, DateSource.EXIF)

    def test_our_own_camera_says_so(self, stage: Stage) -> None:
        file = picture(stage.store, "taken here", by_camera=True)
        assert put(stage, K.THEORY_ROOM, file).date_source is DateSource.CAMERA

    def test_a_stated_day_stays_marked_as_stated(self, stage: Stage) -> None:
        file = picture(stage.store, "without a date", None)
        one = put(stage, K.WORKPIECE, file, stated_on=EXAM)
        assert (one.taken_on, one.taken_at, one.date_source) == (EXAM, None, DateSource.STATED)

    @pytest.mark.parametrize("day", [date(2026, 8, 31), date(2026, 9, 2)])
    def test_another_day_is_refused_carried_or_stated(self, stage: Stage, day: date) -> None:
        taken = datetime(day.year, day.month, day.day, 12, tzinfo=OFFICE_ZONE)
        carried, bare = picture(stage.store, "a", taken), picture(stage.store, "b", None)
        assert refused(stage, K.PRACTICE_ROOM, carried) == ["exam-material-other-day"]
        assert refused(stage, K.PRACTICE_ROOM, bare, stated_on=day) == ["exam-material-other-day"]

    def test_no_day_at_all_is_refused_with_everything_else(self, stage: Stage) -> None:
        file = picture(stage.store, "bare", None)
        assert refused(stage, K.THEORY_ROOM, file, examiners=None) == [
            "exam-material-undated",
            "exam-material-no-examiner",
        ]

    def test_theory_and_practice_have_days_of_their_own(
        self, store: Store, clock: FixedClock
    ) -> None:
        stage = Stage(store, practice_on=date(2026, 9, 2))
        stage.submitted()
        clock.office = BEGINS + timedelta(days=2)
        next_day = picture(store, "next day", TAKEN + timedelta(days=1))
        assert refused(stage, K.THEORY_ROOM, next_day) == ["exam-material-other-day"]
        assert put(stage, K.WORKPIECE, next_day).taken_on == date(2026, 9, 2)

    def test_a_scan_needs_no_date_and_nobody_in_it(self, stage: Stage) -> None:
        one = put(stage, K.SCORE_SHEET, picture(stage.store, "sheet", None), examiners=None)
        assert (one.taken_on, one.date_source, one.examiners) == (None, None, None)


class TestReplacingAndRemoving:
    def test_a_photo_takes_the_place_of_the_one_before_which_is_erased(self, stage: Stage) -> None:
        first = put(stage, K.WORKPIECE)
        second = put(stage, K.WORKPIECE, picture(stage.store, "better"))
        with stage.store.reading() as work:
            assert [one.id for one in work.exam_material.of(stage.batch.id)] == [second.id]
            assert work.files.find(first.file) is None
            assert work.files.content(second.file) == b"better"

    def test_the_same_photo_may_be_sent_again_for_its_place_and_no_other(
        self, stage: Stage
    ) -> None:
        file = picture(stage.store, "the one")
        put(stage, K.THEORY_ROOM, file)
        put(stage, K.THEORY_ROOM, file)
        assert refused(stage, K.PRACTICE_ROOM, file) == ["exam-material-used-already"]
        with stage.store.reading() as work:
            assert work.files.find(file)

    def test_pages_add_up_and_none_comes_twice(self, stage: Stage) -> None:
        pages = [picture(stage.store, f"page {n}", None) for n in range(MOST_PAGES)]
        for page in pages:
            put(stage, K.THEORY_SIGN_IN, page)
        assert refused(stage, K.THEORY_SIGN_IN, pages[0]) == ["exam-material-used-already"]
        assert refused(stage, K.THEORY_SIGN_IN, picture(stage.store, "one more", None)) == [
            "exam-material-pages-full"
        ]

    def test_what_is_removed_is_missing_again_and_its_file_goes(self, stage: Stage) -> None:
        one = put(stage, K.EXAM_PAPER)
        with stage.store.writing(stage.station) as work:
            work.exam_material.remove(one.id)
        assert "exam_paper" in gaps(stage)
        with stage.store.reading() as work:
            assert work.files.find(one.file) is None
        with pytest.raises(NotPossible), stage.store.writing(stage.station) as work:
            work.exam_material.remove(one.id)


class TestWhoAndWhen:
    def test_nothing_is_taken_before_the_day_of_the_exam(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        clock.office = BEGINS - timedelta(hours=9, seconds=1)
        assert refused(stage, K.THEORY_SIGN_IN) == ["exam-material-before-exam"]
        clock.office = BEGINS - timedelta(hours=9)
        assert put(stage, K.THEORY_SIGN_IN)

    def test_without_a_roster_there_is_nothing_to_hand_in(
        self, store: Store, clock: FixedClock
    ) -> None:
        stage = prepared(Stage, store)
        clock.office = BEGINS
        assert refused(stage, K.THEORY_SIGN_IN) == ["exam-material-no-roster"]

    def test_only_the_staff_of_the_station_hand_in_and_remove(self, stage: Stage) -> None:
        others = (
            tree.hold(stage.store, Role.STATION_OFFICER, HAMI),
            tree.hold(stage.store, Role.EXAMINER, CHANGZHOU),
            stage.officer,
        )
        one = put(stage, K.SCORE_SHEET)
        for caller in others:
            refused(stage, K.THEORY_ROOM, caller=caller)
            with pytest.raises(NotPossible), stage.store.writing(caller) as work:
                work.exam_material.remove(one.id)
            with pytest.raises(NotPossible), stage.store.writing(caller) as work:
                work.exam_material.keep_answers(stage.batch.id, "别处")

    def test_the_list_of_open_batches_is_the_station_s_own(
        self, stage: Stage, clock: FixedClock
    ) -> None:
        with stage.store.reading(stage.station) as work:
            assert [one.id for one in work.exam_material.open_batches()] == [stage.batch.id]
        with stage.store.reading(tree.hold(stage.store, Role.STATION_OFFICER, HAMI)) as work:
            assert work.exam_material.open_batches() == ()
