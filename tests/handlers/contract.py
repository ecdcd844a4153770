"""One table for all channels: the same messages must arrive whole, and every option must come back as itself."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from conversations.engine.messages import Kind, Option, Outgoing, Picture, Question
from conversations.incoming import Incoming
from tests.pictures import portrait

TURN = "12.34"
PORTRAIT = portrait(300, 413)
"""What every channel's fakes give for a kept picture."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a message looks like at the other end: all of its text, in order, and the files that came along."""

    text: str
    files: tuple[bytes, ...] = ()


class Medium(Protocol):
    """A channel of ours with somebody at its other end; nothing but its network may lie between."""

    def show(self, message: Outgoing) -> Seen:
        """Send a message; long ones are read to their end."""

    def choose(self, option: Option) -> Incoming:
        """Choose an option of the message shown last, as a person there would."""

    def say(self, text: str) -> Incoming:
        """Write; what reaches the desk."""

    def hand_in(self, picture: bytes) -> Incoming: ...

    def repeat(self) -> Incoming:
        """The network (or the page) sends the last thing again."""


Opened = Callable[[], AbstractContextManager[Medium]]


def asked(kind: Kind) -> Question:
    return Question("registration", "trade", kind, TURN)


LEVELS = tuple(Option(f"{name}（{n}级）", str(n), str(n)) for n, name in ((5, "五"), (4, "四")))
CONTROLS = (Option("跳过", "skip", quiet=True), Option("返回上一项", "/back", quiet=True))
MESSAGES = {
    "a sentence": Outgoing("请写姓名。", question=asked(Kind.TEXT)),
    "marks of other languages": Outgoing("<b>*_[x](y)`~&amp; ]]> \\n {0} %s 💡", question=None),
    "numbers that are themselves": Outgoing("等级？", LEVELS, question=asked(Kind.CHOICE)),
    "controls": Outgoing("学校？", CONTROLS, question=asked(Kind.TEXT)),
    "the menu": Outgoing(
        "这里是考务通。",
        tuple(
            Option(label, value, str(n))
            for n, (label, value) in enumerate(
                [("报名", "/registration"), ("证书查询", "/certificate_lookup")], start=1
            )
        ),
    ),
    "a long list": Outgoing(
        "哪个考试站？",
        tuple(
            Option(f"考试站第{n}考点（新疆维吾尔自治区哈密市）", f"49284{n:03}", str(n))
            for n in range(1, 9)
        ),
        question=asked(Kind.CHOICE),
    ),
    "a review": Outgoing(
        "请核对（30 项）\n\n" + "\n".join(f"{n} 项目{n}：{'答' * 40}" for n in range(1, 31)),
        (
            Option("提交", "submit"),
            *(Option(f"修改 项目{n}", f"edit:box_{n}", str(n)) for n in range(1, 31)),
            Option("取消", "cancel", quiet=True),
        ),
        question=asked(Kind.REVIEW),
    ),
    "more than any network takes at once": Outgoing("考务档案按规定保存。💡" * 900),
    "a picture": Outgoing(
        "请看预览。",
        (Option("可以", "keep", "1"), Option("换一张", "change", "2")),
        (Picture("f1", "照片", "image/jpeg", len(PORTRAIT)),),
        asked(Kind.CONFIRM),
    ),
}
SPOKEN = ("电焊工", "11010519491231002X", "两行\n文字", "💡 · ]]> <b>", "/menu", "  空格  ")


def squeezed(text: str) -> str:
    """Without space, which a cut between two messages may take."""
    return "".join(text.split())


def is_chosen(incoming: Incoming, option: Option) -> bool:
    """Whether this is that option of the turn shown: by its value, or by its number or label as typed."""
    if incoming.choice is not None:
        return incoming.choice == option.value
    return incoming.text in {option.number, option.label}
