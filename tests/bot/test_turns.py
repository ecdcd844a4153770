"""Turns: tried again after bad luck, apologised for after a bug, taken once however often sent."""

import asyncio
import re
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.lanes import DEPTH
from conversations.engine.messages import Received
from conversations.incoming import Answer, Incoming, PasswordWork, SessionUnknown
from handlers.channel import Busy
from rules.findings import Finding
from store.faults import DraftMoved, KeyReused, TransientFault
from tests.bot.fakes import QUICK, Gate, ToldIntake, echo, message, said, text_of, turns


def failing(times: int, fault: Exception) -> Callable[[Incoming], Answer | PasswordWork]:
    left = [fault] * times

    def reply(incoming: Incoming) -> Answer | PasswordWork:
        if left:
            raise left.pop()
        return echo(incoming)

    return reply


def take(intake: ToldIntake, incoming: Incoming) -> Answer:
    with turns(intake) as desk:
        return asyncio.run(desk.take(incoming))


@pytest.mark.parametrize("fault", [TransientFault("deadlock"), DraftMoved()])
def test_a_passing_fault_is_tried_again_three_times(fault: Exception) -> None:
    intake = ToldIntake(failing(3, fault))
    assert text_of(take(intake, message(text="报名"))) == "报名"
    assert len(intake.taken) == 4


def test_a_fault_that_does_not_pass_is_busy_and_no_apology_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    intake = ToldIntake(failing(4, TransientFault("disk full")))
    with pytest.raises(Busy):
        take(intake, message())
    assert intake.references == []
    assert "disk full" in "".join(capsys.readouterr())


def test_a_bug_becomes_an_apology_with_a_reference_that_can_be_read_out() -> None:
    intake = ToldIntake(failing(1, ZeroDivisionError()))
    answer = take(intake, message())
    (reference,) = intake.references
    assert text_of(answer) == f"apology {reference}"
    assert re.fullmatch("[2-9AC-HJ-NP-RT-Y]{5}", reference)


def test_the_log_of_a_bug_says_where_but_not_what_the_person_wrote(
    capsys: pytest.CaptureFixture[str],
) -> None:
    intake = ToldIntake(failing(1, ValueError("身份证 11010119900101001X")))
    take(intake, message())
    printed = "".join(capsys.readouterr())
    assert intake.references[0] in printed
    assert "test_turns.py" in printed
    assert "11010119900101001X" not in printed


@pytest.mark.parametrize("refusal", [SessionUnknown(), KeyReused("m1")])
def test_what_intake_refuses_is_no_bug(refusal: Exception) -> None:
    intake = ToldIntake(failing(1, refusal))
    with pytest.raises(type(refusal)):
        take(intake, message())
    assert intake.references == []


def test_a_message_sent_again_while_it_is_taken_shares_the_answer() -> None:
    async def scene() -> None:
        gate = Gate()

        def reply(incoming: Incoming) -> Answer:
            gate.wait()
            return said("once")

        intake = ToldIntake(reply)
        with turns(intake) as desk:
            first = asyncio.create_task(desk.take(message()))
            await asyncio.to_thread(gate.reached.wait)
            elsewhere = replace(message(), address="10.0.0.2")
            second = asyncio.create_task(desk.take(elsewhere))
            with pytest.raises(KeyReused):
                await desk.take(message(text="其他"))
            gate.opened.set()
            assert await first is await second
        assert len(intake.taken) == 1

    asyncio.run(scene())


def test_a_turn_goes_on_when_the_caller_hangs_up() -> None:
    async def scene() -> None:
        gate = Gate()

        def reply(incoming: Incoming) -> Answer:
            gate.wait()
            return said("done")

        with turns(ToldIntake(reply)) as desk:
            caller = asyncio.create_task(desk.take(message()))
            await asyncio.to_thread(gate.reached.wait)
            caller.cancel()
            with pytest.raises(asyncio.CancelledError):
                await caller
            again = asyncio.create_task(desk.take(message()))
            gate.opened.set()
            assert text_of(await again) == "done"
            await desk.finish()

    asyncio.run(scene())


def test_passwords_are_read_outside_of_the_unit_and_never_handed_on() -> None:
    threads: list[str] = []

    def reply(incoming: Incoming) -> Answer | PasswordWork:
        threads.append(threading.current_thread().name)
        if incoming.secret is None:
            return PasswordWork(check=True, stored=QUICK.hash("correct horse"))
        assert incoming.text is None
        return said(str(incoming.secret.verified))

    assert text_of(take(ToldIntake(reply), message(text="correct horse"))) == "True"
    assert text_of(take(ToldIntake(reply), message(text="wrong"))) == "False"
    assert all(name.startswith("turn") for name in threads)


def test_a_flooder_keeps_nobody_else_waiting() -> None:
    """One thread and a slow turn at the head of the flood: the others still get theirs between."""

    async def scene() -> None:
        gate = Gate()

        def reply(incoming: Incoming) -> Answer | PasswordWork:
            if incoming.token == "flooder":
                gate.wait()
            return echo(incoming)

        with turns(ToldIntake(reply), threads=2, waiting=2) as desk:
            flood = [
                asyncio.create_task(desk.take(message(f"f{n}", token="flooder")))
                for n in range(DEPTH)
            ]
            await asyncio.to_thread(gate.reached.wait)
            with pytest.raises(Busy):
                await desk.take(message("one more", token="flooder"))
            assert text_of(await desk.take(message(token="wang", text="在吗"))) == "在吗"
            gate.opened.set()
            await asyncio.gather(*flood)

    asyncio.run(scene())


def test_a_refused_picture_is_a_message_like_any_other() -> None:
    problem = Finding("picture-too-small", "R5.3", {"width": 1})
    incoming = replace(message(), text=None, file=Received("", problem=problem))
    assert text_of(take(ToldIntake(), incoming)) == ""
