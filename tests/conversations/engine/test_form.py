"""A copy of a form: which box is next, what sleeps, and what re-reading finds (architecture, "A form")."""

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
    Secret,
    Text,
    YesNo,
    only_if,
    optional,
    settled,
)
from conversations.engine.form import SKIPPED, Form, State
from conversations.engine.messages import Choosable, Json
from tests.conversations.engine.sample import (
    Application,
    Job,
    ListLookup,
    Person,
    Sex,
    asked,
    filled,
    job,
    slip,
    trades,
)


def test_boxes_stand_in_the_order_they_are_written_in() -> None:
    assert [b.name for b in Application.boxes][:4] == ["name", "id_number", "born", "sex"]


def test_a_form_is_named_after_its_class() -> None:
    assert type("CertificateLookup", (Form,), {}).title == "certificate_lookup"


def test_a_form_keeps_the_boxes_of_the_form_it_continues() -> None:
    first = slip(a=Text(), b=Text())
    assert [b.name for b in type("Longer", (first,), {"c": Text()}).boxes] == ["a", "b", "c"]


def test_the_next_question_is_the_first_box_without_a_fitting_answer() -> None:
    assert Person(Application).box == "name"
    assert Person(Application, filled(sex=None)).box == "sex"
    assert Person(Application, filled(born="2027-01-01", sex=None)).box == "born"


def test_boxes_are_asked_one_after_the_other_until_the_review() -> None:
    person = Person(slip(a=Text(), b=YesNo(), c=Number(most=9)))
    boxes = [person.box, person.say("甲").box, person.tap("yes").box, person.say("3").box]
    assert boxes == ["a", "b", "c", "review"]


def test_a_box_that_does_not_apply_is_not_asked() -> None:
    person = Person(Application, filled(school=None))
    assert person.box == "school"
    assert Person(Application, filled(student=False, school=None)).box == "review"


def test_a_known_box_is_not_asked_but_read() -> None:
    paper = Person(Application, filled()).paper
    assert paper.values["station"] == "示范考试站"
    assert "station" not in paper.answers


def test_what_is_known_may_follow_from_answers_before() -> None:
    form = slip(a=Number(most=9), twice=Known(lambda form: form.a and form.a * 2))
    assert Person(form, {"a": "4"}).paper.values["twice"] == 8


def test_an_optional_box_is_asked_too_and_a_skip_is_an_answer() -> None:
    person = Person(slip(a=optional(Text()), b=Text()))
    assert (person.box, person.question.optional) == ("a", True)
    person.tap("skip")
    assert person.box == "b"
    assert person.answers == {"a": SKIPPED}
    assert person.paper.values["a"] is None


def test_a_skip_of_a_box_that_became_required_is_asked_again() -> None:
    assert Person(slip(a=Text()), {"a": SKIPPED}).box == "a"


def test_answers_of_boxes_a_new_version_does_not_have_are_kept_and_disturb_nothing() -> None:
    person = Person(slip(a=Text(), b=Text()), {"a": "甲", "older": {"x": [1]}})
    assert person.box == "b"
    person.say("乙")
    assert person.answers == {"a": "甲", "older": {"x": [1]}, "b": "乙"}


def test_a_new_version_asks_only_for_the_box_it_added() -> None:
    person = Person(slip(a=Text(), new=Text(), b=Text()), {"a": "甲", "b": "乙"})
    assert person.box == "new"
    assert person.say("新").box == "review"


def test_a_narrower_version_asks_again_what_no_longer_fits_and_says_why() -> None:
    for box, answer, why in (
        (Text(longest=3), "机电学校", "text-too-long"),
        (Number(most=60), "70", "number-out-of-range"),
        (Number(most=60), "3.5", "number-not-whole"),
        (Day(latest=lambda form: form.facts.today), "2026-06-02", "day-too-late"),
        (Pick("trades"), "sailor", "pick-unknown"),
    ):
        person = asked(box, answers={"box": answer})
        assert (person.box, person.error) == ("box", why)
        assert person.answers["box"] == answer


SHAPES: tuple[Json, ...] = ({}, [], [1], {"entries": 3}, "", "x", 0, 1.5, True, "NaN", {"file": 1})


@pytest.mark.parametrize("answer", SHAPES, ids=repr)
@pytest.mark.parametrize(
    "box",
    [Text(), Day(), Number(most=9), Choice(Sex), Pick("trades"), YesNo(), Photo(), Many(Job)],
    ids=lambda box: type(box).__name__,
)
def test_an_answer_of_another_shape_is_read_or_asked_again_and_breaks_nothing(
    box: Text, answer: Json
) -> None:
    person = Person(slip(box=box, after=Text()), {"box": answer})
    assert person.question.box.split(".")[0] in {"box", "after"}
    assert person.answers == {"box": answer}


@pytest.mark.parametrize(
    "entries",
    [[3], [{}], [{"id": "1"}], [{"id": 1, "answers": {}}], [{"id": "x", "answers": {}}], [None]],
    ids=repr,
)
def test_entries_of_another_shape_are_left_out(entries: list[Json]) -> None:
    person = Person(slip(work=Many(Job)), {"work": {"entries": [*entries, job("4")]}})
    assert [x.path for x in person.paper.lines if x.path.endswith("since")] == ["work.4.since"]


def test_entries_whose_answers_have_another_shape_ask_only_for_those() -> None:
    entry = {"id": "1", "answers": {"since": {"year": 2020}, "until": SKIPPED, "employer": "厂"}}
    person = Person(slip(work=Many(Job)), {"work": {"entries": [entry], "closed": True}})
    assert person.box == "work.since"
    assert person.say("2020-01").box == "review"


def test_a_box_that_became_a_password_forgets_nothing_and_asks_for_the_password() -> None:
    person = Person(slip(box=Secret(), reviewed=False), {"box": "was a text"})
    assert (person.box, person.question.kind) == ("box", "secret")


def test_a_password_is_asked_after_everything_else() -> None:
    person = Person(slip(password=Secret(), name=Text(), reviewed=False))
    assert person.box == "name"
    assert person.say("张三").box == "password"


def test_a_sleeping_answer_is_none_for_the_form_but_kept_and_returns_with_its_box() -> None:
    person = Person(Application, filled(student=False))
    assert person.state("school") is State.ASLEEP
    assert person.paper.values["school"] is None
    assert person.answers["school"] == "机电学校"
    person.edit("student").tap("yes")
    assert person.box == "review"
    assert person.paper.values["school"] == "机电学校"


def test_submission_sees_only_what_applies() -> None:
    form = slip(more=YesNo(), what=only_if(lambda f: f.more, Text()), work=Many(Job))
    sleeping = {"more": False, "what": "旧", "work": {"entries": [job("1")], "closed": True}}
    filed = Person(form, sleeping).tap("submit").turn.file
    assert filed is not None
    assert (filed.values["more"], filed.values["what"]) == (False, None)
    assert "what" not in filed.fitting


def test_a_sleeping_part_is_none_and_its_entries_return() -> None:
    form = slip(more=YesNo(), work=only_if(lambda f: f.more, Many(Job)))
    answers = {"more": False, "work": {"entries": [job("1")], "closed": True}}
    person = Person(form, answers)
    assert person.box == "review"
    assert person.paper.values["work"] is None
    person.edit("more").tap("yes")
    assert [entry.employer for entry in person.paper.values["work"]] == ["机械厂"]


def test_what_depends_on_a_sleeping_box_sleeps_too() -> None:
    form = slip(
        a=YesNo(),
        b=only_if(lambda f: f.a, YesNo()),
        c=only_if(lambda f: f.b, Text()),
    )
    assert Person(form, {"a": False, "b": True, "c": "丙"}).state("c") is State.ASLEEP


def test_facts_are_asked_with_the_boxes_they_depend_on_and_only_those_that_fit() -> None:
    class Noting(ListLookup):
        def facts(self, form: str, answers: object) -> object:
            seen.append((form, answers))
            return self.known

    seen: list[object] = []
    known = trades("welder")
    form = slip(facts_from=("trade",), trade=Pick("trades"), other=Text())
    lookup = Noting(known.known, known.lists)
    for trade in ("welder", "sailor"):
        _ = Person(form, {"trade": trade, "other": "x"}, lookup).paper.facts
    assert seen == [("slip", {"trade": "welder"}), ("slip", {})]


def test_when_facts_change_answers_are_held_against_the_new_ones() -> None:
    person = Person(Application, filled())
    assert person.box == "review"
    person.lookup = trades("turner")
    assert (person.look().box, person.error) == ("trade", "pick-unknown")


def test_a_settled_list_with_one_option_is_known_and_not_asked() -> None:
    form = slip(trade=settled(Pick("trades")), name=Text())
    one = Person(form, lookup=trades("fitter"))
    assert (one.box, one.state("trade"), one.paper.values["trade"]) == (
        "name",
        State.KNOWN,
        "fitter",
    )
    assert Person(form, lookup=trades("fitter", "turner")).box == "trade"


def test_a_settled_box_with_one_option_on_a_page_of_several_is_asked() -> None:
    known = ListLookup(lists={"trades": trades().lists["trades"]}, size=1)
    assert Person(slip(trade=settled(Pick("trades"))), lookup=known).box == "trade"


def test_a_box_becoming_known_while_it_is_asked_lets_the_form_go_on() -> None:
    form = slip(trade=settled(Pick("trades")), name=Text())
    person = Person(form, {"trade": "turner"}, trades("fitter", "turner")).edit("trade")
    assert person.box == "trade"
    person.lookup = trades("fitter")
    assert person.look().box == "name"
    assert person.back().error == "back-at-first"


def test_steps_count_what_a_person_answers() -> None:
    person = Person(Application, filled(student=False, level=None))
    assert (person.question.step, person.question.of) == (7, 12)
    assert "engine-step(step=7, of=12, title=application-level)" in person.text


def test_a_form_without_review_counts_nothing_and_is_filed_with_its_last_answer() -> None:
    person = Person(slip(a=Text(), reviewed=False))
    assert (person.question.step, person.question.of) == (None, None)
    person.say("甲")
    assert person.turn.file is not None
    assert person.turn.message is None


def test_options_may_come_from_the_answers_before() -> None:
    person = Person(Application, filled(trade="drafter", level=None))
    assert person.values == ["5", "4", "3"]


def test_an_entry_of_a_part_reads_facts_of_its_form() -> None:
    class Line(Part):
        day = Day(latest=lambda line: line.facts.today)
        trade = Choice(lambda line: [Choosable(line.form.name or "", "同名")])

    person = Person(slip(name=Text(), lines=Many(Line)), {"name": "甲"})
    assert person.say("2026-06-02").error == "day-too-late"
    assert person.say("2026-06-01").values == ["甲"]
