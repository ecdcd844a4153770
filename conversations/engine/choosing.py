"""Which option a reply means: its value, its number, its label, or the pinyin of its label."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from conversations.engine.messages import Option, Said


def folded(text: str) -> str:
    """Text as compared: width, case, spaces and brackets do not matter."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in wide if c not in " ()/、，,。.·-—")


@lru_cache(maxsize=4096)
def spellings(label: str) -> frozenset[str]:
    """How a label may be typed: as it is, in pinyin initials, in full pinyin; also without its bracket."""
    short = unicodedata.normalize("NFKC", label).split("(")[0]
    typed = set()
    for form in (label, short):
        typed.add(folded(form))
        typed.add(folded("".join(lazy_pinyin(form, style=Style.FIRST_LETTER))))
        typed.add(folded("".join(lazy_pinyin(form))))
    return frozenset(typed)


def chosen(said: Said, options: Sequence[Option], shown: Mapping[str, str]) -> str | None:
    """The value of the option meant, or None.

    `shown` maps numbers to values as the person saw them, should the list have changed since.
    Numbers win over labels, labels over pinyin; an ambiguous reply means none.
    """
    if said.choice is not None:
        return next((o.value for o in options if o.value == said.choice), None)
    text = folded(said.text or "")
    if not text:
        return None
    for meant in (
        lambda o: o.value == shown.get(text),
        lambda o: folded(o.label) == text,
        lambda o: text in spellings(o.label),
    ):
        found = [o.value for o in options if meant(o)]
        if len(found) == 1:
            return found[0]
    return None
