"""The registration form walked over in any order, while batches fill, close, change and the policy moves."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.candidates.registration import Registration
from conversations.engine.form import State
from conversations.engine.messages import Kind, Said
from rules.catalogue import Level
from rules.policy import Policy
from tests.conversations.candidates.world import (
    ANYBODY,
    EMPLOYED,
    ONE_CHOICE,
    SOCIAL,
    STUDENT,
    STUDENTS,
    WORKER,
    World,
    items,
    read,
)
from tests.conversations.walk import STEPS, Walk, take
from tests.rules.units import MACHINIST, WELDER

OPEN = World()
WORLDS = (
    OPEN,
    World({**OPEN.batches, STUDENTS.number: (STUDENTS, items((MACHINIST, Level.THREE)))}),
    World({**OPEN.batches, ONE_CHOICE.number: (ONE_CHOICE, items((WELDER, Level.FIVE), taken=30))}),
    World({EMPLOYED.number: OPEN.batches[EMPLOYED.number]}),
    World(now=STUDENTS.closes_at),
    World(registered=frozenset({STUDENTS.number, SOCIAL.number})),
    World(policy=Policy(also_national_condition=True)),
    World(policy=Policy(open_levels=(Level.FIVE,))),
)
COMPLETE = (STUDENT, WORKER, ANYBODY)
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 60)), max_size=40)


@settings(max_examples=25, deadline=None)
@given(steps, st.sampled_from(["", STUDENTS.number, EMPLOYED.number, SOCIAL.number, "nonsense"]))
def test_an_empty_form_survives_any_order_and_is_filled_after_all(
    steps: list[tuple[str, int]], argument: str
) -> None:
    walk = Walk(Registration, OPEN, argument)
    take(walk, steps, WORLDS)
    walk.look_again(OPEN)
    walk.fill()


@settings(max_examples=25, deadline=None)
@given(steps, st.sampled_from(COMPLETE))
def test_a_full_form_survives_any_order_and_is_filled_after_all(
    steps: list[tuple[str, int]], answers: dict[str, object]
) -> None:
    walk = Walk(Registration, OPEN, answers=answers)
    take(walk, steps, WORLDS)
    walk.look_again(OPEN)
    walk.fill()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(COMPLETE), st.lists(st.sampled_from(WORLDS), max_size=4))
def test_what_a_change_of_the_world_voids_returns_when_it_changes_back(
    answers: dict[str, object], worlds: list[World]
) -> None:
    walk = Walk(Registration, OPEN, answers=answers)
    assert walk.question.kind is Kind.REVIEW
    for world in worlds:
        walk.look_again(world)
    walk.look_again(OPEN)
    assert walk.question.kind is Kind.REVIEW
    assert walk.filling.read(OPEN).fitting == read(answers).fitting


@pytest.mark.parametrize("answers", COMPLETE)
def test_a_form_with_a_problem_is_not_filed(answers: dict[str, object]) -> None:
    walk = Walk(Registration, replace(OPEN, now=STUDENTS.closes_at), answers=answers)
    walk.answer(Said(choice="submit"))
    assert walk.filed is None
    walk.look_again(OPEN)
    walk.answer(Said(choice="submit"))
    assert walk.filed is not None
    assert all(line.state is not State.UNFIT for line in walk.filed.lines)
