"""One talk over a whole batch in rehearsal time, in each programme, with the boundaries on the way (R4, R5, R9)."""

import io
from datetime import datetime, timedelta

import pytest
from openpyxl import load_workbook

from conversations.engine.messages import Kind
from store.batches import BatchState
from store.clock import OFFICE_ZONE
from store.unit import Store
from tests.after_the_exam import AfterTheExam
from tests.talk import Talker
from tests.whole_batch import PLAYS, Play, WholeBatch

CLOSES = datetime(2026, 8, 22, tzinfo=OFFICE_ZONE)
"""An exam on 1 September: 21 August is the last day."""
SECOND = timedelta(seconds=1)
EXAM_REMINDERS = (3, 1)
"""Days ahead, for everybody who is there."""


def day(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=OFFICE_ZONE)


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.programme.value)
def test_a_batch_from_its_application_to_its_exam(store: Store, play: Play) -> None:
    whole = WholeBatch(store, play)
    applied_for(whole)
    last_second(whole)
    papers(whole)
    another_day(whole)
    after = AfterTheExam(whole)
    after.sent()
    reminded(whole)
    examined(after)
    reported(after)
    results_decided(after)
    certified(after)


def applied_for(whole: WholeBatch) -> None:
    """On 1 June: 30 June is too early, 1 July is not; the exam is to be on 1 September (R4.2)."""
    head = whole.head
    head.tap("/batch")
    whole.fill_in(theory_on="2026-07-01", practice_on="2026-07-01")
    head.tap("edit:theory_on")
    assert "最早 2026-07-01" in head.say("2026-06-30").text
    assert (head.box, head.error) == ("theory_on", "day-too-early")
    head.say("2026-07-01")
    head.tap("edit:theory_on")
    head.say("2026-09-01")
    asked(head, "2026-09-01")
    head.tap("edit:practice_on")
    head.say("2026-09-01")
    asked(head, "2026-09-01")
    whole.decided(whole.submitted())
    assert whole.batch.state is BatchState.OPEN
    assert whole.batch.closes_at == CLOSES


def asked(talker: Talker, answer: str) -> None:
    """What an edit asks again; its effect is confirmed."""
    for _ in range(6):
        question = talker.last.question
        assert question is not None, talker.last.text
        if question.kind is Kind.REVIEW:
            return
        talker.tap("keep") if question.kind is Kind.CONFIRM else talker.say(answer)
    raise AssertionError(talker.last.text)


def last_second(whole: WholeBatch) -> None:
    """Open until 08-21 23:59:59, closed at 08-22 00:00, with the roster in between (R4.3, R5.7)."""
    whole.until(day(7, 1))
    whole.approved(whole.registered(1))
    whole.until(day(8, 20))
    whole.with_papers()
    whole.until(CLOSES - SECOND)
    whole.approved(whole.registered(2))
    late = whole.candidate(3)
    assert (
        "试卷签收从 8 月 22 日" in whole.roster().text
        or "花名册已提交：2 人" in whole.head.last.text
    )
    with whole.store.reading() as work:
        assert work.batches.get(whole.batch.id).state is BatchState.SUBMITTED
    whole.head.tap(f"/paper_receipt {whole.batch.number}")
    assert "从 2026-08-22 0 时起可以签收" in whole.head.last.text
    whole.until(CLOSES)
    assert "截止" in late.tap("submit").text


def papers(whole: WholeBatch) -> None:
    """Signed for from that instant (R4.7)."""
    assert whole.signed_for().export == "paper_word"


def another_day(whole: WholeBatch) -> None:
    """Moved once, never twice (R4.7)."""
    whole.until(day(8, 24))
    paper = whole.moved_to("2026-09-05")
    officer = whole.officer
    officer.tap(f"/approve {paper}")
    officer.tap(next(v for v in officer.values if v.endswith(" approve")))
    officer.say("同意")
    assert whole.batch.exam_on.isoformat() == "2026-09-05"
    whole.head.tap(f"/reschedule {whole.batch.number}")
    assert "只能调整一次，已经用过了" in whole.head.last.text


def reminded(whole: WholeBatch) -> None:
    """Everybody of what concerns them, once for each occasion and with what still lacks (R9.1, R9.2)."""
    whole.until(day(9, 5, 8))
    station = whole.heard(whole.head)
    ahead = [text for text in station if "2026-08-21 24:00 截止，还有" in text]
    assert [text.partition("还有 ")[2][0] for text in ahead] == ["7", "3", "1"]
    assert all("已报名 1 人" in text and "试卷还缺 2 份" in text for text in ahead)
    assert sum("试卷可以签收了，到 2026-09-05 09:00" in text for text in station) == 1
    for one in whole.candidates[:2]:
        heard = whole.heard(one)
        assert sum("要考试了，请带身份证" in text for text in heard) == len(EXAM_REMINDERS)
        assert sum("考试时间有调整" in text for text in heard) == 1
        assert "理论 2026-09-05 09:00，实操 2026-09-05 13:30" in heard[-1]


def examined(after: AfterTheExam) -> None:
    """The supervisor in the hall, scores of the named examiner, one of them put right (R7.1, R7.3)."""
    after.whole.until(day(9, 5, 8))
    after.seen_on_site()
    assert "督导报告已提交" in after.supervisor.last.text
    after.scored("85 82.5", "55 90")
    after.scores_confirmed()
    after.corrected(2, "65 90", "第 12 题漏计")
    assert "第 2 号" in after.head.last.text
    after.scores_confirmed()
    after.head.tap(f"/results {after.number}")
    for missing in ("考评报告", "督导报告", "签到表"):
        assert missing in after.head.last.text


def reported(after: AfterTheExam) -> None:
    """An objection blocks until the leader revises; what the supervisor demanded is done (R7.2–R7.4)."""
    after.whole.until(day(9, 7))
    after.reported()
    after.confirmed()
    after.pictured()


def results_decided(after: AfterTheExam) -> None:
    """Told to the candidates once every desk has agreed, and not before (R7.5)."""
    paper = after.results_in()
    first, second, _ = after.whole.candidates
    assert not any("评定" in text for text in after.whole.heard(first))
    after.whole.decided(paper)
    after.carried_out()
    assert "理论 85，实操 82.5，评定 良好" in after.whole.heard(first)[-1]
    assert "理论 65，实操 90，评定 合格" in after.whole.heard(second)[-1]


def certified(after: AfterTheExam) -> None:
    """Paid for, released, numbered, replaced, in the hand (R7.6, R7.9, R8)."""
    after.whole.until(day(9, 18))
    after.paid()
    after.applied_for()
    after.issued()
    first, second = after.certificates()
    assert [one.number[-5:] for one in (first, second)] == ["00001", "00002"]
    page = load_workbook(io.BytesIO(after.printed("qualified_roster"))).active
    assert [row[17].value for row in page.iter_rows(min_row=4)] == [first.number, second.number]
    assert all(row[14].data_type == row[15].data_type == "n" for row in page.iter_rows(min_row=4))
    after.reissued(first.number, "李小雨", "姓名印错")
    after.sent_home()
    assert "可以到" in after.whole.heard(after.whole.candidates[1])[-1]
    guest = Talker(after.store)
    guest.tap("/certificate_lookup")
    for said in ("李晓雨", "-", first.number):
        guest.say(said)
    assert "已换发" in guest.last.text
