"""What the engine really says, in Chinese and English: a form filled with the written words."""

import pytest

from conversations.engine.boxes import Day, Number, Photo, Text, YesNo, only_if
from conversations.engine.wording import keys, part_of_text, title
from conversations.words import words
from tests.conversations.engine.sample import PORTRAIT, Application, KeyWords, Person, slip

ZH, EN = words("zh-CN"), words("en")


class Written(KeyWords):
    """The written words, and for boxes without a text their names."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.real = words(language)

    def has(self, key: str) -> bool:
        return self.real.has(key)

    def say(self, key: str, **args: object) -> str:
        return self.real.say(key, **args) if self.real.has(key) else key.removeprefix("slip-")


def person(language: str, answers: dict[str, object] | None = None) -> Person:
    form = slip(
        name=Text(),
        student=YesNo(),
        学校=only_if(lambda form: form.student, Text()),
        学时=only_if(lambda form: form.student, Number(most=9999)),
        入学=Day(month=True),
        照片=Photo(),
    )
    return Person(form, dict(answers or {}), words=Written(language))


FILLED = {"name": "张三", "student": True, "学校": "一中", "学时": "400", "入学": "2024-09-01"}


def test_a_question_says_its_place_and_what_to_write() -> None:
    assert person("zh-CN").text == "第 1 项，共 4 项：姓名\n请写姓名，和身份证上一样。"
    assert person("en").text.startswith("Item 1 of 4: ")


def test_an_edit_names_what_it_touches_as_the_language_joins_names() -> None:
    zh = person("zh-CN", FILLED).edit("student").tap("no")
    assert "改为“否”后，学校、学时不再适用，需要重新填写。其他 2 项不变。" in zh.text
    assert [o.label for o in zh.options] == ["修改", "不改了"]
    assert "学校, 学时" in person("en", FILLED).edit("student").tap("no").text


def test_a_label_with_chinese_characters_may_be_typed_as_pinyin() -> None:
    editing = person("zh-CN", FILLED).edit("student").tap("no").say("bugaile")
    assert editing.answers == FILLED
    assert editing.edit("student").say("f").question.kind == "confirm"


def test_a_photo_received_is_described() -> None:
    text = person("zh-CN", FILLED).hand_in(PORTRAIT).text
    assert text == "照片收到：3024×4032，方向已转正，0.62 MB。请看预览，完整、清楚吗？"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("三", "这里要写数字，例如 400。"),
        ("1.5", "请写整数。"),
        ("10000", "这个数要在 0 到 9999 之间。"),
    ],
)
def test_a_refusal_says_what_to_do(text: str, says: str) -> None:
    refused = person("zh-CN", {**FILLED, "学时": None}).say(text)
    assert refused.text.splitlines()[0] == says
    assert refused.question.problem == says


def test_a_text_is_looked_for_at_the_form_then_at_the_part_then_at_the_box() -> None:
    assert keys(Application, "work.2.since") == (
        "application-work-since",
        "box-work-since",
        "box-since",
    )
    assert title(Application, "work.2.since", KeyWords("box-since")) == "box-since"
    assert (
        title(Application, "name", KeyWords("box-name", "application-name")) == "application-name"
    )
    assert part_of_text(Application, "name", "hint", KeyWords("box-name.hint")) == "box-name.hint"
    assert part_of_text(Application, "name", "hint", KeyWords()) is None
