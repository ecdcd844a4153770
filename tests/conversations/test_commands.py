"""Which words are commands, which are answers, and which form a sentence speaks of."""

import pytest

from conversations.commands import CONTROLS, Order, meant, understood
from conversations.house import house
from conversations.words import words
from rules.roles import Role

ZH, EN = words("zh-CN"), words("en")
NAMES = ("registration", "certificate_lookup", "sign_up", "login", "reset_password", "my_data")


def said(text: str, *, writing: bool = False) -> Order | None:
    return understood(text, None, ZH, NAMES, writing=writing)


def tapped(choice: str) -> Order | None:
    return understood(None, choice, ZH, (*NAMES, "export"), writing=False)


@pytest.mark.parametrize(
    ("text", "name"),
    [("返回", "back"), ("菜单", "menu"), ("取消", "cancel"), ("帮助", "help"), ("继续", "resume"),
     (" 返回 ", "back"), ("/back", "back"), ("/BACK", "back"), ("／back", "back")],
)  # fmt: skip
def test_control_words_are_commands_even_while_one_writes(text: str, name: str) -> None:
    assert said(text) == said(text, writing=True) == Order(name)


def test_every_control_word_is_understood_behind_a_slash() -> None:
    assert [said(f"/{name}", writing=True) for name in CONTROLS] == [Order(n) for n in CONTROLS]


def test_control_words_are_understood_in_english_in_any_case() -> None:
    for text in ("Back", "back", "BACK"):
        assert understood(text, None, EN, NAMES, writing=True) == Order("back")


def test_titles_are_commands_but_answers_while_one_writes() -> None:
    assert said("注册") == Order("sign_up")
    assert said("注册", writing=True) is None
    assert said("/sign_up", writing=True) == said("/sign-up", writing=True) == Order("sign_up")


@pytest.mark.parametrize(
    "text", ["", "返回学校", "我要返回", "/", "/nonsense", "//back", "back", "1", "注册公司"]
)
def test_everything_else_is_an_answer(text: str) -> None:
    assert said(text) is None


def test_a_command_may_carry_an_argument() -> None:
    assert said("/edit study") == Order("edit", "study")
    assert said("/registration  26-0417 ") == Order("registration", "26-0417")
    assert said("修改 姓名") == said("修改　姓名", writing=True) == Order("edit", "姓名")


def test_the_bare_word_of_edit_is_a_label_where_there_is_something_to_choose() -> None:
    """修改 is also what one says to the effect of an edit."""
    assert said("修改") is None
    assert said("修改", writing=True) == Order("edit")


@pytest.mark.parametrize("command", ["undo", "again", "new"])
def test_words_that_mean_nothing_alone_are_labels_of_options(command: str) -> None:
    label = ZH.say(f"command-{command}")
    assert said(label) is said(label, writing=True) is None


def test_nothing_said_is_no_command() -> None:
    assert understood(None, None, ZH, NAMES, writing=False) is None


def test_a_tapped_command_carries_its_argument() -> None:
    assert tapped("/registration 26-0417") == Order("registration", "26-0417")
    assert tapped("/menu") == Order("menu")
    assert tapped("edit:work.2.since") == Order("edit", "work.2.since")


@pytest.mark.parametrize(
    "choice", ["export", "new", "back", "registration", "keep", "/nonsense", ""]
)
def test_an_option_without_a_slash_is_an_answer_although_a_command_has_its_name(
    choice: str,
) -> None:
    assert tapped(choice) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("我要报名", "/registration"),
        ("怎么查证书？证书查询", "/certificate_lookup"),
        ("忘了密码", "/reset_password"),
        ("登陆", "/login"),
        ("注册", "/sign_up"),
    ],
)
def test_a_sentence_speaks_of_the_form_whose_name_is_in_it(text: str, command: str) -> None:
    assert meant(text, ZH, NAMES) == command


@pytest.mark.parametrize("text", ["取消报名", "我想撤回报名"])
def test_whoever_would_rather_not_register_is_not_asked_for_a_batch(text: str) -> None:
    assert meant(text, ZH, house().allowed(frozenset({Role.CANDIDATE}))) == "/my_registrations"


def test_the_longest_name_wins() -> None:
    assert meant("注册账号", ZH, NAMES) == "/sign_up"
    assert meant("个人信息", ZH, NAMES) == "/my_data"


@pytest.mark.parametrize("text", ["", "你好", "登录还是注册"])
def test_an_unclear_sentence_means_no_form(text: str) -> None:
    assert meant(text, ZH, NAMES) is None


@pytest.mark.parametrize("text", ["What is happening?", "nothing works", "which one", "a"])
def test_small_words_of_a_sentence_mean_no_form(text: str) -> None:
    assert meant(text, EN, house().allowed(frozenset({Role.CANDIDATE}))) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Where do I hand in documents?", "/document"),
        ("which level can I take", "/eligibility"),
        ("list of batches", "/batches"),
    ],
)
def test_the_other_words_still_do(text: str, command: str) -> None:
    everybody = house().allowed(frozenset({Role.CANDIDATE, Role.STATION_HEAD}))
    assert meant(text, EN, everybody) == command


def test_only_forms_a_person_may_open_are_meant() -> None:
    assert meant("我要报名", ZH, ("login",)) is None
