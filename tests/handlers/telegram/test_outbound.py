"""How messages look in Telegram: nothing is sent that it refuses, nothing is cut."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.engine.messages import Kind, Option, Outgoing, Question
from handlers.telegram.inbound import DATA
from handlers.telegram.outbound import compose, with_choice
from tests.standins import telegram_rules as rules

ASKED = Question("registration", "level", Kind.CHOICE, "12.34")
LEVELS = tuple(Option(f"{n} 级", str(n), str(n)) for n in (5, 4, 3))
QUIET = (Option("跳过", "skip", quiet=True),)


def labels(message: Outgoing) -> list[list[str]]:
    return [[button.label for button in row] for row in compose(message).keyboard]


def test_options_are_buttons_side_by_side_where_they_are_short_and_controls_stand_apart() -> None:
    message = Outgoing("等级", (*LEVELS, *QUIET), question=ASKED)
    assert labels(message) == [["5 级", "4 级", "3 级"], ["跳过"]]
    assert compose(message).texts == ("等级",)
    assert compose(message).keyboard[0][0].data == "12.34:5"


def test_with_a_long_label_all_are_listed_in_the_text_and_their_numbers_are_the_buttons() -> None:
    long = "新疆维吾尔自治区哈密市职业技术学校（第二校区）焊接实训中心"
    options = (Option(long, "a", "1"), Option("哈密三中", "b", "2"), *QUIET)
    message = Outgoing("哪个学校？", options, question=ASKED)
    assert compose(message).texts == (f"哪个学校？\n1　{long}\n2　哈密三中",)
    assert labels(message) == [["1", "2"], ["跳过"]]


def test_a_value_too_long_for_a_button_is_named_by_its_number() -> None:
    value = "机械工业职业能力评价考试站第一考点" * 2
    (((button,),)) = compose(Outgoing("?", (Option("考点", value, "1"),), question=ASKED)).keyboard
    assert button.data == "12.34=1"


def test_an_option_nothing_could_name_is_left_to_be_typed() -> None:
    composed = compose(Outgoing("?", (Option("甲", "长" * 40),), question=ASKED))
    assert composed.keyboard == ()


def test_buttons_without_words_hang_on_something() -> None:
    assert compose(Outgoing("", LEVELS)).texts == ("…",)
    assert compose(Outgoing("")).texts == ()


def test_a_long_text_is_cut_between_sentences_and_the_buttons_are_under_its_end() -> None:
    sentence = "这一项要与身份证上的一致。"
    message = Outgoing(sentence * 700, LEVELS, question=ASKED)
    texts = compose(message).texts
    assert len(texts) == 3
    assert all(text.endswith("。") for text in texts)
    assert "".join(texts) == message.text


def test_a_review_of_a_hundred_entries_leaves_room_for_the_controls() -> None:
    edits = tuple(Option(f"修改 {n}", f"edit:{n}", str(n)) for n in range(1, 140))
    controls = (Option("取消", "cancel", quiet=True),)
    composed = compose(Outgoing("请核对", (*edits, *controls), question=ASKED))
    buttons = [button for row in composed.keyboard for button in row]
    assert len(buttons) == 100
    assert buttons[-1].label == "取消"


def test_a_chosen_option_stands_below_its_question_if_there_is_room() -> None:
    assert with_choice("等级", "四级") == "等级\n\n› 四级"
    assert with_choice("长" * 4095, "四级") is None


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)
options = st.builds(
    Option,
    label=texts.map(lambda t: t.strip() or "选"),
    value=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80),
    number=st.integers(1, 200).map(str) | st.just(""),
    quiet=st.booleans(),
)


@given(
    st.lists(texts | st.text("💡长。\n", max_size=5000), max_size=3),
    st.lists(options, max_size=130),
    st.booleans(),
)
def test_whatever_we_say_telegram_takes_it(
    words: list[str], offered: list[Option], asked: bool
) -> None:
    text = "\n".join(words)
    message = Outgoing(text, tuple(offered), question=ASKED if asked else None)
    composed = compose(message)
    for part in composed.texts:
        rules.check_text(part)
    if composed.keyboard:
        assert composed.texts
    kept = [[{"text": b.label, "callback_data": b.data} for b in row] for row in composed.keyboard]
    rules.check_keyboard({"inline_keyboard": kept})
    for row in composed.keyboard:
        for button in row:
            found = DATA.fullmatch(button.data)
            assert found is not None
            assert found.group(1) == ("12.34" if asked else "")
    said = "".join("".join(composed.texts).split())
    assert said.startswith("".join(text.split())) or not text.strip()
