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
        ("aaaaaaaa", "password-too-simple"),
        ("12121212", "password-too-simple"),
        ("12345678", "password-too-simple"),
        ("1234567890", "password-too-simple"),
        ("87654321", "password-too-simple"),
        ("ABCDefgh", "password-too-simple"),
    ],
)
def test_a_guessable_password_is_refused(password: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        check_password(password, "zhangsan", EXAMPLE)
    assert refused.value.finding.key == key


def test_without_an_id_number_the_rest_still_holds() -> None:
    check_password("19491231", "zhangsan", None)
    with pytest.raises(Refused):
        check_password("11111111", "zhangsan", None)
