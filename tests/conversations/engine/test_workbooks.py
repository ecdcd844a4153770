"""Workbooks sent while a repeating part is asked: all rows or none, unless told otherwise."""

from datetime import date
from typing import Any

import pytest

from conversations.engine.boxes import (
    Choice,
    Day,
    Known,
    Many,
    Number,
    Part,
    Photo,
    Pick,
    Several,
    Template,
    Text,
    YesNo,
    only_if,
    optional,
)
from conversations.engine.form import SKIPPED
from conversations.engine.messages import Choosable, Json, Kind, Paper, Received
from rules.cells import CellFault, SentSheet
from rules.findings import Finding
from tests.conversations.engine.sample import Person, Sex, levels, slip, trades


class Line(Part):
    """A line with a box of every kind a cell can answer."""

    trade = Pick("trades")
    level = Choice(levels)
    people = Number(least=1, most=99)
    note = optional(Text(longest=5))


class Everything(Part):
    """What else a cell may stand for."""

    since = Day(month=True)
    again = YesNo()
    why = only_if(lambda row: row.again, Text())
    sort = Known(lambda row: "甲")
    sex = optional(Choice(Sex))


TITLES = tuple(f"slip-lines-{name}" for name in ("trade", "level", "people", "note"))
GOOD = ("电焊工", 2, 40, None)
BAD = ("电焊工", 9, 40, None)


def person(part: type[Part] = Line, **many: Any) -> Person:
    template = Template("plan_template", lambda form: 7)
    lines = Many(part, at_least=1, from_workbook=template, **many)
    return Person(slip(lines=lines, after=Text()))


def sent(*rows: Any, titles: Any = TITLES) -> Received:
    return Received("w1", "xlsx", sheet=SentSheet("计划", (titles, *map(tuple, rows))))


def answers(person: Person) -> list[Json]:
    entries = person.answers.get("lines", {"entries": []})["entries"]
    return [e["answers"] for e in entries if not e.get("removed")]


def kept(trade: str = "welder", level: str = "2", people: str = "40") -> dict[str, Json]:
    return {"trade": trade, "level": level, "people": people, "note": SKIPPED}


def typed(person: Person) -> Person:
    """One line typed by hand."""
    return person.say("钳工").tap("5").say("3").say("-")


def faults(*row: Any, titles: Any = TITLES, part: type[Part] = Line) -> list[str]:
    """What is said of the cells of one wrong row."""
    told = person(part).hand_in(sent(row, titles=titles)).text
    return [line for line in told.splitlines() if line.startswith("engine-workbook-fault")]


# --- good workbooks ---


def test_good_rows_are_taken_at_once_and_the_part_is_closed() -> None:
    after = person().hand_in(sent(GOOD, ("制图员", "5级", "３", "急")))
    assert after.box == "after"
    assert "engine-workbook-all-good(good=2, wrong=0)" in after.text
    assert answers(after) == [kept(), {**kept("drafter", "5", "3"), "note": "急"}]
    assert after.answers["lines"]["closed"] is True


def test_the_template_is_offered_where_the_part_begins_and_where_it_is_listed() -> None:
    here = person()
    assert here.message.files == (
        Paper("plan_template", 7, "engine-workbook-template(part=slip-lines)"),
    )
    assert here.question.accepts == ".xlsx"
    assert here.say("钳工").message.files == ()
    assert here.question.accepts == ".xlsx"
    here.tap("5").say("3").say("-").tap("no")
    assert (here.box, here.question.accepts) == ("after", None)
    assert here.edit("lines").message.files != ()


def test_titles_may_stand_below_a_heading_in_any_order_with_other_columns_between() -> None:
    titles = ("", TITLES[2], "备注", TITLES[1], TITLES[0])
    sheet = SentSheet(
        "x", (("二〇二六年度计划",), ("请勿改表头",), titles, (1, 40, "x", "2", "welder"))
    )
    after = person().hand_in(Received("w", sheet=sheet))
    assert answers(after) == [{**kept(), "note": SKIPPED}]
    assert "engine-workbook-unused(columns=('备注',))" in after.text


def test_empty_rows_and_dashes_are_nothing() -> None:
    blank = (None, " ", "-", CellFault.MERGED)
    assert len(answers(person().hand_in(sent(blank, GOOD, blank, GOOD, blank)))) == 2


def test_boxes_that_do_not_apply_are_not_read_and_known_ones_follow() -> None:
    titles = tuple(f"slip-lines-{name}" for name in ("since", "again", "why", "sex"))
    rows = (date(2026, 3, 1), "×", "不用", ""), ("2026年3月", True, "工期", "sex-male")
    after = person(Everything).hand_in(sent(*rows, titles=titles))
    assert answers(after) == [
        {"since": "2026-03-01", "again": False, "sex": SKIPPED},
        {"since": "2026-03-01", "again": True, "why": "工期", "sex": "male"},
    ]


def test_a_box_for_several_things_is_filled_from_one_cell() -> None:
    class Machine(Part):
        name = Text()
        serves = Several(lambda row: [Choosable("a", "甲"), Choosable("b", "乙")])

    titles = ("slip-lines-name", "slip-lines-serves")
    after = person(Machine).hand_in(sent(("车床", "1、2"), titles=titles))
    assert answers(after) == [{"name": "车床", "serves": ["a", "b"]}]


# --- wrong cells ---


@pytest.mark.parametrize(
    ("row", "cell", "why"),
    [
        (("不存在", 2, 40), "trade", "pick-nothing"),
        (("焊工", 2, 40), "trade", "cell-nearly"),
        ((None, 2, 40), "trade", "cell-empty"),
        (("电焊工", 9, 40), "level", "cell-not-listed"),
        (("电焊工", 2, 100), "people", "number-out-of-range"),
        (("电焊工", 2, 4.5), "people", "number-not-whole"),
        (("电焊工", 2, "四十"), "people", "number-unreadable"),
        (("电焊工", 2, date(2026, 4, 1)), "people", "cell-is-date"),
        (("电焊工", 2, 1.1e17), "people", "cell-number-too-long"),
        (("电焊工", 2, CellFault.FORMULA), "people", "cell-formula"),
        (("电焊工", 2, CellFault.ERROR), "people", "cell-error"),
        ((CellFault.MERGED, 2, 40), "trade", "cell-merged"),
    ],
)
def test_a_wrong_cell_is_named_by_row_column_and_reason(row: Any, cell: str, why: str) -> None:
    (told,) = faults(*row, None)
    assert told.startswith(f"engine-workbook-fault(row=2, column=slip-lines-{cell}, problem={why}")


def test_a_place_in_a_list_is_no_answer_in_a_cell() -> None:
    titles = tuple(f"slip-lines-{name}" for name in ("since", "again", "sex"))
    (told,) = faults("2026-03", "×", "1", titles=titles, part=Everything)
    assert "column=slip-lines-sex, problem=cell-not-listed(text=1" in told


def test_all_wrong_cells_of_a_row_are_named_but_not_those_that_only_follow() -> None:
    told = faults("不存在", 2, 100, "太长的备注文字")
    assert [line.split("slip-lines-")[1].split(",")[0] for line in told] == [
        "trade",
        "people",
        "note",
    ]


def test_of_many_wrong_cells_the_first_are_told_and_the_rest_counted() -> None:
    told = person().hand_in(sent(*[BAD] * 20)).text
    assert told.count("engine-workbook-fault(") == 12
    assert "engine-workbook-more-faults(count=8)" in told


# --- nothing half taken ---


def test_with_a_wrong_row_nothing_is_taken_until_the_person_says_so() -> None:
    here = person().hand_in(sent(GOOD, BAD))
    assert (here.question.kind, here.box) == (Kind.CONFIRM, "lines")
    assert here.values == ["keep", "change"]
    assert answers(here) == []
    assert answers(here.tap("keep")) == [kept()]
    assert here.box == "after"


def test_taking_none_leaves_everything_as_it_was() -> None:
    here = person().hand_in(sent(GOOD, BAD)).tap("change")
    assert (here.box, answers(here)) == ("lines.trade", [])


def test_a_corrected_workbook_takes_the_place_of_the_one_shown() -> None:
    here = person().hand_in(sent(GOOD, BAD)).hand_in(sent(GOOD, GOOD))
    assert (here.box, len(answers(here))) == ("after", 2)


def test_where_no_row_is_good_there_is_nothing_to_choose() -> None:
    here = person().hand_in(sent(BAD))
    assert (here.box, here.error, answers(here)) == ("lines.trade", "workbook-all-wrong", [])


def test_another_answer_than_the_options_asks_again() -> None:
    here = person().hand_in(sent(GOOD, BAD)).say("什么")
    assert (here.error, here.values) == ("choice-unknown", ["keep", "change"])


# --- entries there already ---


def test_rows_may_replace_what_was_typed_and_it_can_be_restored() -> None:
    here = typed(person()).hand_in(sent(GOOD))
    assert here.values == ["replace", "append", "change"]
    here.tap("replace")
    assert answers(here) == [kept()]
    assert len(answers(here.edit("lines").tap("restore"))) == 2


def test_after_taking_none_beside_other_entries_the_corrected_workbook_can_be_sent() -> None:
    here = typed(person()).tap("no").say("-").edit("lines").hand_in(sent(GOOD, BAD)).tap("change")
    assert here.box == "lines"
    assert here.hand_in(sent(GOOD, GOOD)).values == ["replace", "append", "change"]


def test_rows_may_be_added_to_what_was_typed() -> None:
    here = typed(person()).hand_in(sent(GOOD)).tap("append")
    assert [a["trade"] for a in answers(here)] == ["fitter", "welder"]
    assert len({e["id"] for e in here.answers["lines"]["entries"]}) == 2


def test_rows_that_do_not_fit_beside_the_others_may_only_replace_them() -> None:
    here = typed(person(at_most=2)).hand_in(sent(GOOD, GOOD))
    assert here.values == ["replace", "change"]


def test_more_rows_than_the_part_holds_are_refused() -> None:
    assert person(at_most=2).hand_in(sent(GOOD, GOOD, GOOD)).error == "workbook-too-many-rows"


def test_a_long_list_is_edited_page_by_page_under_its_own_numbers() -> None:
    here = person(at_most=50).hand_in(sent(*[GOOD] * 25)).edit("lines")
    assert "engine-part-edit(n=10)" in [o.label for o in here.options]
    assert "engine-part-edit(n=11)" not in [o.label for o in here.options]
    last = here.tap("more").tap("more")
    assert "engine-part-edit(n=25)" in [o.label for o in last.options]
    assert "engine-part-edit(n=1)" in [o.label for o in last.tap("more").options]


# --- not this file ---


@pytest.mark.parametrize(
    ("file", "error"),
    [
        (sent(titles=("甲", "乙")), "workbook-no-titles"),
        (sent(GOOD, titles=TITLES[:2]), "workbook-titles-missing"),
        (sent(GOOD, titles=(*TITLES, TITLES[0])), "workbook-title-twice"),
        (sent(), "workbook-no-rows"),
        (Received("p1", "image/jpeg", 9, 10, 10), "workbook-wanted"),
        (Received("", problem=Finding("workbook-old")), "workbook-old"),
        (Received("", problem=Finding("picture-unreadable")), "workbook-wanted"),
    ],
)
def test_another_file_is_refused_and_the_question_stays(file: Received, error: str) -> None:
    here = person().hand_in(file)
    assert (here.box, here.error, answers(here)) == ("lines.trade", error, [])


def test_where_no_template_is_a_workbook_is_no_answer() -> None:
    here = Person(slip(lines=Many(Line, at_least=1))).hand_in(sent(GOOD))
    assert (here.box, answers(here), here.question.accepts) == ("lines.trade", [], None)


def test_a_workbook_is_no_photo() -> None:
    assert Person(slip(photo=Photo())).hand_in(sent(GOOD)).error == "photo-wanted"
    broken = Received("", problem=Finding("workbook-unreadable"))
    assert Person(slip(photo=Photo())).hand_in(broken).error == "photo-wanted"


def test_a_part_with_pictures_has_no_template() -> None:
    class Pictured(Part):
        photo = Photo()

    with pytest.raises(TypeError):
        Many(Pictured, from_workbook=Template("x"))


def test_an_option_of_an_unlisted_page_is_found_by_its_name() -> None:
    assert trades().options("trades", {}, "", 0).more
    assert answers(person().hand_in(sent(("制图员", 5, 40, None)))) == [kept("drafter", "5")]
