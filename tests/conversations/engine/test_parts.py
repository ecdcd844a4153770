"""Repeating parts: entries with stable ids, "another one?", and editing, removing, restoring, adding."""

import pytest

from conversations.engine.boxes import (
    Choice,
    Day,
    Known,
    Many,
    Part,
    Text,
    YesNo,
    only_if,
    optional,
)
from conversations.engine.form import SKIPPED, State
from conversations.engine.messages import Choosable, Json, Kind
from tests.conversations.engine.sample import Job, Person, job, slip


class Row(Part):
    """A short entry with a box of each sort that matters here."""

    what = Text(longest=9)
    long = YesNo()
    why = only_if(lambda row: row.long, Text())
    sort = Known(lambda row: "甲")


def row(number: str, what: str = "一", **more: Json) -> dict[str, Json]:
    return {"id": number, "answers": {"what": what, "long": False, **more}}


def kept(*entries: dict[str, Json], closed: bool = True) -> dict[str, Json]:
    return {"rows": {"entries": list(entries), "closed": closed}}


def with_rows(*entries: dict[str, Json], closed: bool = True, **many: int) -> Person:
    form = slip(rows=Many(Row, **many), after=Text())
    return Person(form, {**kept(*entries, closed=closed), "after": "后"})


def ids(person: Person) -> list[str]:
    return [e["id"] for e in person.answers["rows"]["entries"] if not e.get("removed")]


# --- filling ---


def test_a_part_begins_with_its_first_entry() -> None:
    person = Person(slip(rows=Many(Row)))
    assert person.box == "rows.what"
    assert "engine-entry-title(part=slip-rows, n=1, box=slip-rows-what)" in person.text


def test_an_optional_part_asks_first_whether_there_is_anything() -> None:
    person = Person(slip(rows=optional(Many(Row))))
    assert (person.box, person.question.kind, person.values) == (
        "rows.more",
        Kind.YES_NO,
        ["yes", "no"],
    )
    assert "engine-part-first" in person.text
    assert person.tap("yes").box == "rows.what"


def test_after_an_entry_there_may_be_another() -> None:
    person = Person(slip(rows=Many(Row))).say("一").tap("no")
    assert (person.box, person.question.kind) == ("rows.more", Kind.YES_NO)
    assert "engine-part-more" in person.text
    person.tap("yes").say("二").tap("no")
    assert [e.what for e in person.paper.values["rows"]] == ["一", "二"]


def test_no_further_entry_is_an_answer() -> None:
    person = Person(slip(rows=Many(Row), after=Text())).say("一").tap("no").tap("no")
    assert person.box == "after"
    assert person.answers["rows"]["closed"] is True
    assert person.state("rows") is State.ANSWERED


@pytest.mark.parametrize("reply", ["2", "choice-no"])
def test_no_further_entry_may_be_said(reply: str) -> None:
    person = Person(slip(rows=Many(Row), after=Text())).say("一").tap("no").say(reply)
    assert person.box == "after"


def test_the_last_entry_there_may_be_ends_the_part() -> None:
    person = Person(slip(rows=Many(Row, at_most=1), after=Text())).say("一").tap("no")
    assert person.box == "after"


def test_there_are_no_more_entries_than_there_is_something_to_choose_for() -> None:
    rows = Many(Row, room=lambda form: len(form.before or ""))
    person = Person(slip(before=Text(), rows=rows, after=Text())).say("二个")
    person = person.say("一").tap("no")
    assert person.box == "rows.more"
    person = person.tap("yes").say("二").tap("no")
    assert person.box == "after"
    assert "add" not in [option.value for option in person.edit("rows").message.options]


def test_too_few_entries_are_refused() -> None:
    person = Person(slip(rows=Many(Row, at_least=2))).say("一").tap("no").tap("no")
    assert (person.box, person.error) == ("rows.more", "part-too-few")
    assert "n=2" in person.text


def test_boxes_of_an_entry_depend_on_that_entry() -> None:
    person = Person(slip(rows=Many(Row))).say("一").tap("yes")
    assert person.box == "rows.why"
    entry = person.say("因为").paper.values["rows"][0]
    assert (entry.what, entry.long, entry.why, entry.sort) == ("一", True, "因为", "甲")


def test_the_form_sees_no_entries_until_all_of_them_are_complete() -> None:
    person = with_rows(row("1"), {"id": "2", "answers": {}})
    assert person.box == "rows.what"
    assert person.paper.values["rows"] == []


def test_words_that_are_neither_yes_nor_no_are_asked_again() -> None:
    person = Person(slip(rows=Many(Row))).say("一").tap("no").say("也许")
    assert (person.box, person.error) == ("rows.more", "choice-unknown")


def test_a_box_inside_a_part_is_named_after_both() -> None:
    assert with_rows(row("1", long=True)).box == "rows.why"


# --- editing ---


def test_editing_a_part_opens_its_list() -> None:
    person = with_rows(row("1"), row("2", "二")).edit("rows")
    assert (person.box, person.question.kind) == ("rows", Kind.CHOICE)
    assert person.values == ["done", "entry:1", "remove:1", "entry:2", "remove:2", "add"]
    assert "1. 一" in person.text


def test_an_entry_is_gone_through_box_by_box_and_leads_back_to_the_list() -> None:
    person = with_rows(row("1"), row("2", "二")).edit("rows").tap("entry:2")
    assert (person.box, person.values) == ("rows.what", ["keep"])
    person.say("贰")
    assert person.box == "rows.long"
    person.tap("keep")
    assert person.box == "rows"
    assert person.tap("done").box == "review"
    assert [e.what for e in person.paper.values["rows"]] == ["一", "贰"]


def test_a_box_that_wakes_up_on_the_way_is_asked() -> None:
    person = with_rows(row("1")).edit("rows").tap("entry:1").tap("keep").tap("yes")
    assert person.box == "rows.why"
    assert person.say("因为").box == "rows"


def test_known_boxes_are_passed_over() -> None:
    class Short(Part):
        number = Known(lambda row: 1)
        what = Text()
        end = Known(lambda row: 2)

    entries = {"entries": [{"id": "1", "answers": {"what": "一"}}], "closed": True}
    person = Person(slip(rows=Many(Short)), {"rows": entries}).edit("rows").tap("entry:1")
    assert person.box == "rows.what"
    assert person.tap("keep").box == "rows"


def test_a_refusal_on_the_way_stays_on_the_way() -> None:
    person = with_rows(row("1")).edit("rows").tap("entry:1").say("一二三四五六七八九十")
    assert (person.box, person.error) == ("rows.what", "text-too-long")
    assert person.say("壹").box == "rows.long"


def test_one_box_of_an_entry_can_be_changed_alone() -> None:
    person = with_rows(row("1"), row("2", "二")).edit("rows.2.what").say("贰")
    assert person.box == "review"
    assert person.answers["rows"]["entries"][1]["answers"]["what"] == "贰"


def test_an_edit_within_an_entry_names_the_box_it_voids() -> None:
    ended = {"id": "1", "answers": {"since": "2020-01-01", "until": "2020-06-01", "employer": "厂"}}
    person = Person(slip(work=Many(Job)), {"work": {"entries": [ended], "closed": True}})
    person.edit("work").tap("entry:1").say("2021-01")
    assert "title=slip-work-since, value=2021-01, gone=['slip-work-until']" in person.text
    assert person.tap("keep").box == "work.until"
    assert person.error == "day-too-early"
    assert person.say("2021-05").box == "work.employer"


def test_an_edit_outside_names_the_boxes_inside_it_voids() -> None:
    class Stay(Part):
        day = Day(latest=lambda stay: stay.form.last)

    form = slip(last=Day(), stays=Many(Stay))
    stays = {"entries": [{"id": "1", "answers": {"day": "2026-05-01"}}], "closed": True}
    person = Person(form, {"last": "2026-06-01", "stays": stays}).edit("last").say("2026-04-01")
    assert "gone=['slip-stays-day'], others=0" in person.text
    assert (person.tap("keep").box, person.error) == ("stays.day", "day-too-late")


def test_a_part_that_does_not_apply_any_more_is_named_as_a_whole() -> None:
    form = slip(any=YesNo(), rows=only_if(lambda form: form.any, Many(Row)), after=Text())
    answers = {"any": True, **kept(row("1"), row("2")), "after": "后"}
    person = Person(form, answers).edit("any").tap("no")
    assert "gone=['slip-rows'], others=1" in person.text
    assert person.tap("keep").box == "review"
    assert person.edit("any").tap("yes").box == "review"
    assert ids(person) == ["1", "2"]


# --- adding, removing, restoring ---


def test_an_entry_is_removed_and_restored() -> None:
    person = with_rows(row("1"), row("2", "二")).edit("rows").tap("remove:1")
    assert [e.what for e in person.paper.values["rows"]] == ["二"]
    assert person.values == ["done", "entry:2", "remove:2", "add", "restore"]
    person.tap("restore")
    assert [e.what for e in person.paper.values["rows"]] == ["一", "二"]
    assert "restore" not in person.values


def test_entries_keep_their_ids_and_no_id_is_used_twice() -> None:
    person = with_rows(row("1"), row("2"), row("3")).edit("rows").tap("remove:3").tap("remove:1")
    person.tap("add").say("新").tap("no")
    assert ids(person) == ["2", "4"]
    person.edit("rows").tap("restore")
    assert ids(person) == ["1", "2", "3", "4"]


def test_nothing_is_restored_beyond_what_the_part_holds() -> None:
    person = with_rows(row("1"), row("2"), at_most=2).edit("rows").tap("remove:1").tap("remove:2")
    person.tap("add").say("新").tap("no").edit("rows").tap("restore")
    assert ids(person) == ["1", "3"]
    assert "restore" not in person.values
    assert person.answers["rows"]["entries"][1]["removed"] is True


def test_a_full_part_offers_no_further_entry() -> None:
    person = with_rows(row("1"), row("2"), at_most=2).edit("rows")
    assert "add" not in person.values
    assert person.tap("add").error == "choice-unknown"


def test_removing_below_the_least_is_noticed_when_one_is_done() -> None:
    person = with_rows(row("1"), at_least=1).edit("rows").tap("remove:1")
    assert person.tap("done").error == "part-too-few"
    assert person.tap("restore").tap("done").box == "review"


def test_all_entries_may_go_where_none_is_needed() -> None:
    person = with_rows(row("1")).edit("rows").tap("remove:1").tap("done")
    assert (person.box, person.state("rows")) == ("review", State.SKIPPED)


def test_removing_names_what_depends_on_the_entry() -> None:
    form = slip(
        rows=Many(Row), which=Choice(lambda f: [Choosable(e.what) for e in f.rows]), x=Text()
    )
    person = Person(form, {**kept(row("1"), row("2", "二")), "which": "二", "x": "x"})
    person.edit("rows").tap("remove:2")
    assert (person.question.kind, ids(person)) == (Kind.CONFIRM, ["1", "2"])
    assert (
        "title=slip-rows, value=part-shown(count=1), gone=['slip-which'], others=1" in person.text
    )
    assert person.tap("change").box == "review"
    person.edit("rows").tap("remove:2").tap("keep")
    assert (person.box, ids(person), person.answers["which"]) == ("which", ["1"], "二")


def test_adding_takes_the_next_free_id_and_asks_for_its_boxes() -> None:
    person = with_rows(row("1"), row("7")).edit("rows").tap("add")
    assert (person.box, ids(person)) == ("rows.what", ["1", "7", "8"])
    assert person.say("八").tap("no").box == "review"


def test_an_entry_under_way_is_kept_when_one_looks_elsewhere() -> None:
    person = with_rows(row("1")).edit("rows").tap("add").say("新").edit("after").tap("keep")
    assert person.box == "rows.long"


def test_the_answer_to_a_skipped_box_in_an_entry_is_a_skip() -> None:
    person = Person(slip(work=Many(Job))).say("2020-01").say("-").say("机械厂")
    assert person.answers["work"]["entries"] == [job("1")]
    assert person.answers["work"]["entries"][0]["answers"]["until"] == SKIPPED
