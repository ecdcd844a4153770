"""Which option a reply means: its value, its number, its label, or the pinyin of its label."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from conversations.engine.messages import Option, Said, Words

NUMERALS = {said: str(number) for number, said in enumerate("一二三四五六七八九十", start=1)}
"""As keyboards write a number that was spoken."""


def folded(text: str) -> str:
    """Text as compared: width, case, spaces and brackets do not matter."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in wide if c not in " ()/、，,。.·-—")


@lru_cache(maxsize=4096)
def spellings(label: str) -> frozenset[str]:
    """How a label may be typed: as it is, in pinyin initials, in full pinyin; also without its bracket."""
    # Takes a third of a second: a server does it beside its start, most commands never.
    from pypinyin import Style, lazy_pinyin

    short = unicodedata.normalize("NFKC", label).split("(")[0]
    typed = set()
    for form in (label, short):
        typed.add(folded(form))
        typed.add(folded("".join(lazy_pinyin(form, style=Style.FIRST_LETTER))))
        typed.add(folded("".join(lazy_pinyin(form))))
    return frozenset(typed)


def reads(text: str, labels: Iterable[str]) -> bool:
    """Whether the text is one of the labels as it was shown, in full."""
    said = folded(text)
    return bool(said) and any(folded(label) == said for label in labels)


def know_pinyin() -> None:
    """Load what spelling takes, so that no turn has to, with everybody else's turns behind it."""
    spellings("拼音")


def chosen(said: Said, options: Sequence[Option], shown: Mapping[str, str]) -> str | None:
    """The value of the option meant, or None.

    `shown` maps numbers to values as the person saw them; a number means that value although the
    list changed since, so it may be one that can no longer be chosen. Numbers win over labels,
    labels over pinyin; an ambiguous reply means none. Controls such as "skip" have no pinyin:
    "tg" in a box that is written into is an answer.
    """
    if said.choice is not None:
        return next((o.value for o in options if o.value == said.choice), None)
    text = folded(said.text or "")
    if not text:
        return None
    if text in shown:
        return shown[text]
    for found in (
        [o.value for o in options if folded(o.label) == text],
        [o.value for o in options if not o.quiet and text in spellings(o.label)],
    ):
        if len(found) == 1:
            return found[0]
    return shown.get(NUMERALS.get(text, ""))


def yes_or_no(said: Said, words: Words) -> str | None:
    """`yes` or `no`, as people say them beside the labels: 好的, 同意, 不用."""
    text = folded(said.text or "")
    for value in ("yes", "no"):
        if text in words.say(f"choice-{value}.also").split():
            return value
    return None
