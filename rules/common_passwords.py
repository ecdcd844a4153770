"""Passwords that are tried first: common words, with figures behind them or not, and walks over the keyboard."""

import unicodedata
from collections.abc import Iterator

WORDS = frozenset((
    "password", "passwd", "passwort", "pass", "admin", "administrator", "manager", "root", "user",
    "guest", "test", "tester", "demo", "login", "welcome", "letmein", "changeme", "default",
    "secret", "master", "hello", "iloveyou", "loveyou", "lovely", "love", "money", "monkey",
    "dragon", "tiger", "sunshine", "princess", "prince", "angel", "flower", "summer", "winter",
    "spring", "autumn", "happy", "lucky", "football", "baseball", "basketball", "superman",
    "batman", "starwars", "pokemon", "naruto", "trustno", "whatever", "nothing", "michael",
    "michelle", "jennifer", "jessica", "ashley", "charlie", "daniel", "thomas", "jordan",
    "andrew", "computer", "internet", "windows", "microsoft", "samsung", "huawei", "xiaomi",
    "iphone", "apple", "google", "baidu", "taobao", "alipay", "weixin", "wechat", "tencent", "qq",
    "office", "student", "teacher", "school", "woaini", "woaiwo", "woaiwojia", "woaizhongguo",
    "wodemima", "mima", "mimashi", "woshishui", "nihao", "zhongguo", "china", "beijing",
    "shanghai", "laopo", "laogong", "laoshi", "xuesheng", "xuexiao", "baobei", "mama", "baba",
    "tiantian", "kuaile", "xingfu", "facai", "gongxi", "kaowu", "kaoshi", "kaoping", "kaoshizhan",
    "zhijiao", "jixie", "peixun", "zhengshu", "shimima", "我爱你", "密码", "我的密码", "你好", "中国", "考务",
    "考试", "考试站", "职教",
))  # fmt: skip

LINES = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "a1b2c3d4e5f6g7h8i9j0",
    "a1s2d3f4g5h6j7k8l9",
    "741852963",
    "147258369",
    "789456123",
    "123654789",
    "1314520",
    "5201314",
)
"""Walked forwards or backwards."""

_SHORTEST_RUN = 3
_LONGEST_PIECE = max(map(len, (*LINES, *WORDS)))
_FIGURES_BEHIND = 4
"""A word with a year, a house number or the like is as good as the word."""
_LEET = str.maketrans("@$!013457", "asioieast")


def is_common(password: str, user_name: str = "") -> bool:
    """Whether it is put together out of little else than such words and walks; the user name is one of the words."""
    words = WORDS | ({own} if len(own := _plain(user_name)) > _SHORTEST_RUN else frozenset())
    return any(_is_made_of(text, words) for text in _readings(password))


def _readings(password: str) -> Iterator[str]:
    """As it is, and with the figures and signs inside read as the letters they stand for: `P@ssw0rd1`."""
    text = _plain(password)
    yield text
    said = unicodedata.normalize("NFKC", password).casefold()
    core = said.rstrip("0123456789!.")
    yield _plain(core.translate(_LEET) + said[len(core) :])


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _is_made_of(text: str, words: frozenset[str]) -> bool:
    if text in (text + text)[1:-1]:
        return True  # The same over and over.
    core = text.strip("0123456789")
    is_word = bool(core) and len(text) - len(core) <= _FIGURES_BEHIND
    return _left_over(text, words) <= 1 or (is_word and _left_over(core, words) == 0)


def _left_over(text: str, words: frozenset[str]) -> int:
    """How many characters belong to no word and no walk, at best."""
    least = [0]
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - _LONGEST_PIECE), end)
        pieces = (start for start in starts if _is_piece(text[start:end], words))
        least.append(min([least[end - 1] + 1, *(least[start] for start in pieces)]))
    return least[-1]


def _is_piece(text: str, words: frozenset[str]) -> bool:
    if text in words or (len(text) > 1 and len(set(text)) == 1):
        return True
    return len(text) >= _SHORTEST_RUN and any(text in x or text[::-1] in x for x in LINES)
