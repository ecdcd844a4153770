"""Settings: read from three places, and one sentence naming what is wrong."""

import stat
from ipaddress import ip_network
from pathlib import Path

import pytest

from bot.desk import private_channels
from bot.faults import WrongUsage
from bot.settings import load


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "SECRET_KEY", "DATA_KEYS", "LOG"):
        monkeypatch.delenv(f"KAOWU_{name}", raising=False)
    monkeypatch.setenv("KAOWU_DATA_DIR", str(tmp_path))


def test_without_any_setting_everything_lies_in_the_data_directory(tmp_path: Path) -> None:
    settings = load()
    assert settings.database == f"sqlite:///{tmp_path / 'kaowu.db'}"
    assert settings.database_file == tmp_path / "kaowu.db"
    assert settings.files == tmp_path / "files"
    assert settings.trusted_proxies == ()


def test_the_environment_goes_before_the_file_and_the_command_line_before_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kaowu.toml").write_text('log = "json"\npublic_url = "https://kaowu.example/"\n')
    assert load().log == "json"
    assert load().public_url == "https://kaowu.example"
    monkeypatch.setenv("KAOWU_LOG", "text")
    assert load().log == "text"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert load(elsewhere).public_url is None


def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAOWU_REDIS_URL", "")
    assert load().redis_url is None


def test_proxies_are_addresses_and_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAOWU_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8")
    assert load().trusted_proxies == (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KAOWU_LOG", "xml"),
        ("KAOWU_TIMEZONE", "UTC"),
        ("KAOWU_DATABASE_URL", "mysql://localhost/kaowu"),
        ("KAOWU_DATABASE_URL", "postgresql://"),
        ("KAOWU_DATABASE_URL", "postgresql://user:pass@host:port/kaowu"),
        ("KAOWU_REDIS_URL", "http://localhost"),
        ("KAOWU_FILES_URL", "s3://bucket"),
        ("KAOWU_PUBLIC_URL", "kaowu.example"),
        ("KAOWU_PUBLIC_URL", "https://kaowu.example/office"),
        ("KAOWU_TRUSTED_PROXIES", "proxy.example"),
        ("KAOWU_SECRET_KEY", "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYw=="),
        ("KAOWU_DATA_KEYS", "1:c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYw=="),
        ("KAOWU_CANDIDATE_BOT_TOKEN", "not-a-token"),
        ("KAOWU_STAFF_BOT_TOKEN", "123456:short"),
        ("KAOWU_TELEGRAM_MODE", "push"),
        ("KAOWU_TELEGRAM_API_URL", "api.telegram.org"),
        ("KAOWU_TELEGRAM_WEBHOOK_SECRET", "with spaces is not allowed"),
        ("KAOWU_TELEGRAM_PER_SECOND", "0"),
    ],
)
def test_a_wrong_or_half_given_setting_is_named_in_one_sentence(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongUsage) as wrong:
        load()
    sentence = str(wrong.value)
    assert name in sentence
    assert sentence.endswith((".", "both or neither."))
    assert "\n" not in sentence
    assert "pass" not in sentence
    assert "c2VjcmV0" not in sentence


def test_a_misspelt_setting_in_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "kaowu.toml").write_text('lgo = "json"\n')
    with pytest.raises(WrongUsage, match="KAOWU_LGO, which is not a setting"):
        load()


def test_a_file_that_is_no_toml_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kaowu.toml").write_text("log =")
    with pytest.raises(WrongUsage, match=r"^kaowu\.toml in the data directory cannot be read"):
        load()


def test_a_file_that_is_not_in_utf_8_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kaowu.toml").write_bytes("# 设置\n".encode("gbk"))
    with pytest.raises(WrongUsage, match=r"^kaowu\.toml in the data directory must be in UTF-8"):
        load()


def test_keys_are_made_once_for_nobody_else_to_read(tmp_path: Path) -> None:
    first, second = load().keys(), load().keys()
    assert first.fingerprint("x", "y") == second.fingerprint("x", "y")
    for name in ("secret.key", "data.keys"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_keys_that_are_no_keys_are_named_without_being_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KAOWU_SECRET_KEY", "too-short")
    monkeypatch.setenv("KAOWU_DATA_KEYS", "1:too-short")
    with pytest.raises(WrongUsage, match="KAOWU_SECRET_KEY") as wrong:
        load().keys()
    assert "too-short" not in str(wrong.value)


def test_the_example_names_every_setting_and_no_other() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    named = {
        line.partition("=")[0]
        for line in example.read_text("utf-8").splitlines()
        if line.startswith("KAOWU_")
    }
    assert named == {f"KAOWU_{field.upper()}" for field in type(load()).model_fields}


TOKEN = f"123456:{'Aa0_-' * 7}"
OTHER = f"654321:{'Aa0_-' * 7}"
HOOK = {
    "KAOWU_TELEGRAM_MODE": "webhook",
    "KAOWU_TELEGRAM_WEBHOOK_SECRET": "a-secret-of-at-least-16",
    "KAOWU_PUBLIC_URL": "https://kaowu.example",
}


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"KAOWU_STAFF_BOT_TOKEN": TOKEN}, "KAOWU_STAFF_BOT_TOKEN"),
        ({"KAOWU_TELEGRAM_WEBHOOK_SECRET": ""}, "KAOWU_TELEGRAM_WEBHOOK_SECRET"),
        ({"KAOWU_PUBLIC_URL": ""}, "KAOWU_PUBLIC_URL"),
        ({"KAOWU_PUBLIC_URL": "http://kaowu.example"}, "KAOWU_PUBLIC_URL"),
    ],
)
def test_half_a_telegram_stops_the_start(
    changed: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ({"KAOWU_CANDIDATE_BOT_TOKEN": TOKEN} | HOOK | changed).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongUsage, match=named) as wrong:
        load()
    assert TOKEN not in str(wrong.value)
    assert str(wrong.value).count(".") <= 2


def test_a_whole_telegram_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    both = {"KAOWU_CANDIDATE_BOT_TOKEN": TOKEN, "KAOWU_STAFF_BOT_TOKEN": OTHER}
    for name, value in (both | HOOK).items():
        monkeypatch.setenv(name, value)
    settings = load()
    assert settings.is_live
    assert TOKEN not in repr(settings)
    monkeypatch.setenv("KAOWU_TELEGRAM_API_URL", "http://127.0.0.1:8081")
    monkeypatch.setenv("KAOWU_PUBLIC_URL", "http://127.0.0.1:8000")
    assert not load().is_live


WECHAT = {
    "KAOWU_WECHAT_APP_ID": "wx5823bf96d3bd56c7",
    "KAOWU_WECHAT_APP_SECRET": "c8594fd5a1e0406089c8bd4ba9df5a6b",
    "KAOWU_WECHAT_TOKEN": "kaowu2026",
    "KAOWU_WECHAT_AES_KEY": "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
    "KAOWU_WECHAT_NOTICE": "ogvTJz-CIX_1 thing1 time2",
}


def test_wechat_is_live_unless_a_stand_in_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WECHAT.items():
        monkeypatch.setenv(name, value)
    assert load().is_live
    monkeypatch.setenv("KAOWU_WECHAT_API_URL", "http://127.0.0.1:9000")
    assert not load().is_live


@pytest.mark.parametrize("left_out", ["APP_ID", "APP_SECRET", "TOKEN"])
def test_a_half_given_account_of_wechat_names_what_is_missing(
    left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in WECHAT.items():
        if name != f"KAOWU_WECHAT_{left_out}":
            monkeypatch.setenv(name, value)
    with pytest.raises(WrongUsage, match=rf"without KAOWU_WECHAT_{left_out};"):
        load()


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("KAOWU_WECHAT_APP_ID", "gh_7f083739789a"),
        ("KAOWU_WECHAT_APP_SECRET", "short"),
        ("KAOWU_WECHAT_TOKEN", "with space"),
        ("KAOWU_WECHAT_AES_KEY", "only42letters" * 3),
        ("KAOWU_WECHAT_NOTICE", "ogvTJz phrase1"),
        ("KAOWU_WECHAT_API_URL", "api.weixin.qq.com"),
    ],
)
def test_a_wrong_setting_of_wechat_is_named_and_not_shown(
    name: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one, value in WECHAT.items():
        monkeypatch.setenv(one, value)
    monkeypatch.setenv(name, wrong)
    with pytest.raises(WrongUsage, match=f"^{name} is wrong: ") as told:
        load()
    assert wrong not in str(told.value)


def test_private_boxes_are_taken_on_the_page_where_the_setting_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load().private_on_page == ()
    monkeypatch.setenv("KAOWU_PRIVATE_ON_PAGE", "Telegram, wechat")
    settings = load()
    assert settings.private_on_page == ("telegram", "wechat")
    assert private_channels(settings) == ["telegram_aiogram", "telegram_ptb", "wechat"]
    monkeypatch.setenv("KAOWU_PRIVATE_ON_PAGE", "whatsapp")
    with pytest.raises(WrongUsage, match="KAOWU_PRIVATE_ON_PAGE"):
        load()
