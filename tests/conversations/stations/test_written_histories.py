"""Histories in one cell: read as strictly as typed answers, and written the way they are read."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from conversations.candidates.registration import Registration
from conversations.engine.form import SKIPPED
from conversations.stations.written_histories import read_history, write_history
from conversations.words import words
from rules.findings import Refused

STUDY, WORK = Registration.study, Registration.work
ZH, EN = words("zh-CN"), words("en")


class Sheet:
    """As much of a form as months need."""

    facts = SimpleNamespace(today=date(2026, 6, 1))
    lookup = None
    title, speaks_like = "registration", ""


def read(text: str, part: Any = STUDY, say: Any = ZH) -> list[dict[str, Any]]:
    kept = read_history(part, text, Sheet(), say)
    assert kept["closed"]
    return [entry["answers"] for entry in kept["entries"]]


def refusal(text: str, part: Any = STUDY) -> tuple[str, object]:
    with pytest.raises(Refused) as refused:
        read(text, part)
    finding = refused.value.finding
    return finding.key, finding.args["n"]


FIRST = {
    "since": "2020-09-01",
    "until": "2023-07-01",
    "school": "哈密第四中学",
    "stage": "junior_middle",
    "class_name": "3班",
}
PRESENT = {
    "since": "2023-09-01",
    "until": SKIPPED,
    "school": "哈密职业技术学校",
    "stage": "secondary_vocational",
    "class_name": SKIPPED,
}


@pytest.mark.parametrize(
    "text",
    [
        "2020-09至2023-07 哈密第四中学 初中 3班；2023-09至今 哈密职业技术学校 中专",
        "2020.9-2023.7 哈密第四中学 初中 3班;2023.9-今 哈密职业技术学校 技校",
        "2020年9月到2023年7月 哈密第四中学 初中 3班\n2023年9月至现在 哈密职业技术学校 职高",
        "2020/09 2023/07 哈密第四中学，初中，3班；2023/09 至今 哈密职业技术学校 中专、技校或职高",
        "2020-09—2023-07，哈密第四中学，初中，3班；；2023-09～present 哈密职业技术学校 中专；",
    ],
)
def test_schools_are_read_as_people_write_them(text: str) -> None:
    assert read(text) == [FIRST, PRESENT]


def test_names_of_classes_may_have_blanks() -> None:
    assert read("2020-09至2023-07 四中 初中 初三 2 班")[0]["class_name"] == "初三 2 班"


def test_work_says_at_its_end_whether_it_is_related() -> None:
    (job,) = read("2015-01至今 哈密机械厂 焊工 是", WORK)
    assert (job["employer"], job["occupation"], job["related"]) == ("哈密机械厂", "焊工", True)


def test_in_english_commas_stand_between_names_with_blanks() -> None:
    (school,) = read("2020-09 to now, No. 4 School, Junior middle school, 3", say=EN)
    assert (school["school"], school["stage"]) == ("No. 4 School", "junior_middle")


@pytest.mark.parametrize(
    ("text", "key", "n"),
    [
        ("哈密第四中学 初中", "history-unreadable", 1),
        ("2020-09至2023-07 四中 初中；职校", "history-unreadable", 2),
        ("2020-13至2023-07 四中 初中", "history-entry-wrong", 1),
        ("2020-09至2023-07 四中", "history-entry-wrong", 1),
        ("2020-09至2023-07 四中 幼儿园", "history-entry-wrong", 1),
        ("2020-09至2019-07 四中 初中", "history-entry-wrong", 1),
        ("2020-09至2023-07 四中 初中；2027-09至今 职校 中专", "history-entry-wrong", 2),
    ],
)
def test_what_is_wrong_is_said_of_its_entry(text: str, key: str, n: int) -> None:
    assert refusal(text) == (key, n)


def test_what_is_written_reads_the_same() -> None:
    text = write_history([{**FIRST}, {k: v for k, v in PRESENT.items() if v != SKIPPED}], STUDY, ZH)
    assert text == "2020-09至2023-07 哈密第四中学 初中 3班；2023-09至今 哈密职业技术学校 中专"
    assert read(text) == [FIRST, PRESENT]
    job = {"since": "2015-01-01", "employer": "厂", "occupation": "焊工", "related": False}
    assert read(write_history([job], WORK, ZH), WORK)[0]["related"] is False
