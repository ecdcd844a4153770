"""What our official account is known by, and where WeChat is."""

from dataclasses import dataclass, field

API_URL = "https://api.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class NoticeTemplate:
    """A subscription notice (订阅通知) as chosen in the account's console: its id and the fields we fill."""

    id: str
    text_field: str
    """A `thing` of at most 20 characters: the beginning of the message."""
    time_field: str = ""
    """A `time`; empty where the template has none."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """As the account's console shows them."""

    app_id: str
    app_secret: str = field(repr=False)
    token: str = field(repr=False)
    aes_key: str | None = field(default=None, repr=False)
    """The EncodingAESKey of 43 characters; with it nothing unencrypted is taken."""
    api_url: str = API_URL
    notice: NoticeTemplate | None = None
