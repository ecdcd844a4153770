"""Long lists in a talk: which page is meant, and the step to the one after it."""

from typing import Any

from store.pages import Page

PAGE = "page:"
MORE = "more"
"""The last word of the step, which is labelled by it."""
MOST_DIGITS = 6
"""No list is longer, and no database counts further than it can."""


def is_page(argument: str) -> bool:
    """Whether the list is meant, from its beginning or at `page:2`, and nothing that stands in it."""
    return not argument or argument.startswith(PAGE)


def page_meant(argument: str) -> int:
    """The page of `page:2`, `page:2 more` or `2`, counted from 0; the first, where none is meant."""
    number = argument.partition(" ")[0].removeprefix(PAGE)
    readable = number.isdecimal() and len(number) <= MOST_DIGITS
    return max(int(number) - 1, 0) if readable else 0


def after(here: str, page: int) -> str:
    """The step to the page after this one: `/todo page:2`."""
    return f"{here} {PAGE}{page + 2}"


def further(here: str, page: int, found: Page[Any]) -> tuple[str, ...]:
    """The step to the page after this one, `/batches page:2 more`, where there is one."""
    return (f"{after(here, page)} {MORE}",) if found.more else ()
