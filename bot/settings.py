"""Settings: from the environment (KAOWU_*), else from `kaowu.toml` in the data directory."""

import re
import tomllib
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.faults import WrongUsage
from bot.smtp import MailServer
from handlers.wechat.credentials import API_URL as WECHAT_API
from store.sealed import Keys

PREFIX = "KAOWU_"
FILE = "kaowu.toml"
TELEGRAM_API = "https://api.telegram.org"


def networks(listed: object) -> object:
    """`127.0.0.1, 10.0.0.0/8` as networks."""
    if not isinstance(listed, str):
        return listed
    return tuple(ip_network(one.strip()) for one in listed.split(",") if one.strip())


def words_of(listed: object) -> object:
    """`telegram, wechat` as words."""
    if not isinstance(listed, str):
        return listed
    return tuple(one.strip().lower() for one in listed.split(",") if one.strip())


def one_of(what: str, *schemes: str) -> Any:
    """A check that an address begins with one of the schemes."""

    def check(url: str) -> str:
        parts = urlsplit(url)
        _ = parts.port  # ValueError when it is no number
        if parts.scheme not in schemes or not (parts.netloc or parts.path.strip("/")):
            raise ValueError(f"it must be {what}")
        return url

    return BeforeValidator(check)


def bot_token(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d{1,20}:[A-Za-z0-9_-]{30,60}", token.get_secret_value()):
        raise ValueError("it must be a token of @BotFather, for example 123456:ABC-DEF…")
    return token


def webhook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value()):
        raise ValueError("it must be 16 to 256 letters, digits, _ and -")
    return secret


def mail_server(url: SecretStr) -> SecretStr:
    MailServer.named(url.get_secret_value())
    return url


BotToken = Annotated[SecretStr, AfterValidator(bot_token)]


def matching(pattern: str, what: str) -> AfterValidator:
    """A check that a setting, secret or not, looks as its console shows it."""

    def check(given: str | SecretStr) -> str | SecretStr:
        text = given.get_secret_value() if isinstance(given, SecretStr) else given
        if not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError(f"it must be {what}")
        return given

    return AfterValidator(check)


WECHAT = ("wechat_app_id", "wechat_app_secret", "wechat_token")
"""What WeChat does not work without."""


class Settings(BaseSettings):
    """What may differ from one installation to the next. `.env.example` describes each."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    data_dir: Path = Path("data")
    database_url: (
        Annotated[str, one_of("sqlite:///… or postgresql://…", "sqlite", "postgresql")] | None
    ) = None
    redis_url: Annotated[str, one_of("redis://…", "redis", "rediss")] | None = None
    files_url: str | None = None
    public_url: Annotated[str, one_of("http://… or https://…", "http", "https")] | None = None
    secret_key: SecretStr | None = None
    data_keys: SecretStr | None = None
    timezone: Literal["Asia/Shanghai"] = "Asia/Shanghai"
    """The regulations go by no other; the setting is there so that nobody assumes another."""
    log: Literal["json", "text"] = "text"
    trusted_proxies: Annotated[
        tuple[IPv4Network | IPv6Network, ...], NoDecode, BeforeValidator(networks)
    ] = ()
    private_on_page: Annotated[
        tuple[Literal["telegram", "wechat"], ...], NoDecode, BeforeValidator(words_of)
    ] = ()
    """The chat networks on which ID numbers, pictures and passwords are taken on the page only."""
    smtp_url: Annotated[SecretStr, AfterValidator(mail_server)] | None = None
    candidate_bot_token: BotToken | None = None
    staff_bot_token: BotToken | None = None
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_api_url: Annotated[str, one_of("http://… or https://…", "http", "https")] = (
        TELEGRAM_API
    )
    telegram_webhook_secret: Annotated[SecretStr, AfterValidator(webhook_secret)] | None = None
    telegram_per_second: Annotated[int, Field(ge=1, le=100_000)] = 30
    """Messages a second each bot may send; Telegram lets more through who pays for it."""
    wechat_app_id: (
        Annotated[str, matching("wx[0-9a-f]{16}", "wx and 16 digits of the AppID")] | None
    ) = None
    wechat_app_secret: (
        Annotated[SecretStr, matching("[0-9a-f]{32}", "the AppSecret of 32 digits")] | None
    ) = None
    wechat_token: (
        Annotated[SecretStr, matching(r"\w{3,32}", "3 to 32 letters and digits")] | None
    ) = None
    wechat_aes_key: (
        Annotated[
            SecretStr, matching("[A-Za-z0-9]{43}", "the EncodingAESKey of 43 letters and digits")
        ]
        | None
    ) = None
    wechat_api_url: Annotated[str, one_of("http://… or https://…", "http", "https")] = WECHAT_API
    wechat_notice: (
        Annotated[
            str,
            matching(
                r"[\w-]+ thing\d+( time\d+)?",
                "a template's id and its fields, for example `ogvTJz… thing1 time2`",
            ),
        ]
        | None
    ) = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What was said on the command line, then the environment, then the file."""
        said = init_settings().get("data_dir") or env_settings().get("data_dir")
        file = Path(said or cls.model_fields["data_dir"].default) / FILE
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, file)

    @field_validator("files_url")
    @classmethod
    def is_a_folder(cls, url: str | None) -> str | None:
        if url and "://" in url and not url.startswith("file:///"):
            raise ValueError("it must be a folder, written /path or file:///path")
        return url

    @field_validator("public_url")
    @classmethod
    def has_no_path(cls, url: str | None) -> str | None:
        if url and (urlsplit(url).path.strip("/") or urlsplit(url).query):
            raise ValueError("it must end with the host or port, for example https://kaowu.example")
        return url and url.rstrip("/")

    @model_validator(mode="after")
    def has_both_keys_or_neither(self) -> "Settings":
        if (self.secret_key is None) != (self.data_keys is None):
            given, missing = ("SECRET_KEY", "DATA_KEYS")
            if self.secret_key is None:
                given, missing = missing, given
            raise ValueError(
                f"{PREFIX}{given} is set without {PREFIX}{missing}; give both or neither"
            )
        return self

    @model_validator(mode="after")
    def can_reach_telegram(self) -> "Settings":
        candidates, staff = self.candidate_bot_token, self.staff_bot_token
        if candidates is not None and candidates == staff:
            raise ValueError(
                f"{PREFIX}CANDIDATE_BOT_TOKEN and {PREFIX}STAFF_BOT_TOKEN are the same bot; "
                "each needs its own"
            )
        if self.telegram_mode == "polling" or not (candidates or staff):
            return self
        for name in ("telegram_webhook_secret", "public_url"):
            if getattr(self, name) is None:
                raise ValueError(
                    f"{PREFIX}TELEGRAM_MODE is webhook without {PREFIX}{name.upper()}; "
                    "give both, or use polling"
                )
        if self.telegram_api_url == TELEGRAM_API and not str(self.public_url).startswith("https:"):
            raise ValueError(
                f"{PREFIX}PUBLIC_URL must be https where {PREFIX}TELEGRAM_MODE is webhook"
            )
        return self

    @model_validator(mode="after")
    def can_reach_wechat(self) -> "Settings":
        missing = [name for name in WECHAT if getattr(self, name) is None]
        given = [
            name for name in (*WECHAT, "wechat_aes_key", "wechat_notice") if getattr(self, name)
        ]
        if given and missing:
            raise ValueError(
                f"{PREFIX}{given[0].upper()} is set without {PREFIX}{missing[0].upper()}; "
                "WeChat needs its app id, app secret and token"
            )
        return self

    @property
    def is_live(self) -> bool:
        """Whether people in real chat networks would hear from us."""
        bots = self.candidate_bot_token or self.staff_bot_token
        telegram = bool(bots) and self.telegram_api_url == TELEGRAM_API
        mail = self.mail_server is not None and self.mail_server.is_live
        return telegram or mail or (bool(self.wechat_app_id) and self.wechat_api_url == WECHAT_API)

    @property
    def mail_server(self) -> MailServer | None:
        """Where mail is handed in; without it none is promised."""
        return MailServer.named(self.smtp_url.get_secret_value()) if self.smtp_url else None

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'kaowu.db'}"

    @property
    def database_file(self) -> Path | None:
        """Where SQLite keeps everything; None on a server."""
        scheme, _, path = self.database.partition(":///")
        return Path(path) if scheme == "sqlite" else None

    @property
    def files(self) -> Path:
        return Path((self.files_url or "").removeprefix("file://") or self.data_dir / "files")

    def keys(self) -> Keys:
        """The keys given, else those of the data directory, made for a new database only."""
        try:
            if self.secret_key and self.data_keys:
                return Keys.from_settings(
                    self.secret_key.get_secret_value(), self.data_keys.get_secret_value()
                )
            return Keys.load_or_create(self.data_dir, self._has_keys)
        except ValueError as wrong:
            raise WrongUsage(f"{PREFIX}SECRET_KEY and {PREFIX}DATA_KEYS: {wrong}") from wrong

    def _has_keys(self) -> bool:
        from store import migrate

        file = self.database_file
        return (file is None or file.exists()) and migrate.has_keys(self.database)


def load(data_dir: Path | None = None) -> Settings:
    """The settings as they stand; WrongUsage with one sentence that names what is wrong."""
    try:
        return Settings(data_dir=data_dir) if data_dir else Settings()
    except ValidationError as wrong:
        raise WrongUsage(sentence(wrong)) from wrong
    except tomllib.TOMLDecodeError as wrong:
        raise WrongUsage(f"{FILE} in the data directory cannot be read: {wrong}.") from wrong
    except UnicodeDecodeError as wrong:
        raise WrongUsage(f"{FILE} in the data directory must be in UTF-8.") from wrong


def sentence(wrong: ValidationError) -> str:
    """The first thing wrong, without the value: it may be a secret."""
    error = wrong.errors(include_input=False, include_url=False)[0]
    why = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return f"{why}."
    name = f"{PREFIX}{str(error['loc'][0]).upper()}"
    if error["type"] == "extra_forbidden":
        return f"{FILE} names {name}, which is not a setting."
    return f"{name} is wrong: {why[:1].lower()}{why[1:]}."
