"""R5.8: which passwords are refused."""

import pytest

from rules.findings import Refused
from rules.passwords import check_password
from tests.rules.test_identity import EXAMPLE


def test_an_ordinary_password_is_taken() -> None:
    for password in ("gongzuo7", "correct horse", "密码也可以是中文的", "19911231"):
        check_password(password, "zhangsan", EXAMPLE)


@pytest.mark.parametrize(
    ("password", "key"),
    [
        ("", "password-too-short"),
        ("abc4567", "password-too-short"),
        ("x" * 129, "password-too-long"),
        ("zhangsan", "password-user-name"),
        ("ZhangSan", "password-user-name"),
        ("19491231", "password-id-number"),
        ("1949-12-31", "password-id-number"),
        ("1231002x", "password-id-number"),
        (EXAMPLE, "password-id-number"),
        (f"a{EXAMPLE}", "password-id-number"),
        ("wang19491231", "password-id-number"),
        ("aaaaaaaa", "password-too-simple"),
        ("12121212", "password-too-simple"),
        ("12345678", "password-too-simple"),
        ("1234567890", "password-too-simple"),
        ("87654321", "password-too-simple"),
        ("ABCDefgh", "password-too-simple"),
        ("zhangsan1", "password-too-simple"),
        ("ZhangSan_2026", "password-too-simple"),
    ],
)
def test_a_guessable_password_is_refused(password: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        check_password(password, "zhangsan", EXAMPLE)
    assert refused.value.finding.key == key


@pytest.mark.parametrize(
    "password",
    [
        "abcd1234", "1234abcd", "Abc12345", "a123456789", "123456789a", "aa123456", "qq123456",
        "password", "Password1", "P@ssw0rd", "P@$$w0rd!", "passw0rd2026", "admin123", "Admin@2026",
        "welcome1", "iloveyou", "sunshine7", "qwertyui", "qwer1234", "1qaz2wsx", "zaq12wsx",
        "1q2w3e4r", "q1w2e3r4t5", "a1b2c3d4", "asdf1234", "147258369", "789456123", "741852963",
        "woaini1314", "woaini520", "5201314520", "1314520520", "123123123", "abcabcabc", "xiaoxiao",
        "11223344", "66668888", "wodemima", "kaowu2026", "我爱你123456", "ｐａｓｓｗｏｒｄ", "pass-word-123",
    ],
)  # fmt: skip
def test_what_others_take_is_refused(password: str) -> None:
    with pytest.raises(Refused) as refused:
        check_password(password, "lixiaoyu", EXAMPLE)
    assert refused.value.finding.key == "password-too-simple"


@pytest.mark.parametrize(
    "password",
    [
        "password of my own", "tiger in the workshop", "abc-weld-77", "我家门口两棵枣树", "hanjie4ji",
        "kaowu84726195", "T7h2kq9w", "shifu-he-tudi", "19911231", "lixiaoyu loves welding",
    ],
)  # fmt: skip
def test_a_common_word_in_something_longer_is_no_harm(password: str) -> None:
    check_password(password, "lixiaoyu", EXAMPLE)


def test_the_longest_password_is_taken() -> None:
    check_password("weld7" * 25 + "end", "lixiaoyu", EXAMPLE)


def test_without_an_id_number_the_rest_still_holds() -> None:
    check_password("19491231", "zhangsan", None)
    with pytest.raises(Refused):
        check_password("11111111", "zhangsan", None)
