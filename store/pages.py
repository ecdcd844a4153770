"""Long lists are read by page: a screenful of things, and whether more follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Select

Thing = TypeVar("Thing")

PAGE_SIZE = 8
"""So that every thing on a page can be picked by a figure of its own, with one left for the next page."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Thing]):
    """One page of a list; pages are counted from 0."""

    things: tuple[Thing, ...]
    more: bool


def page_of(things: Iterable[Thing], page: int, size: int = PAGE_SIZE) -> Page[Thing]:
    """A page of a list that is at hand as a whole."""
    start = page * size
    return first_page(islice(things, start, start + size + 1), size)


def window(question: Select[Any], page: int) -> Select[Any]:
    """The rows of one page and one more, to be read with `first_page`."""
    return question.offset(page * PAGE_SIZE).limit(PAGE_SIZE + 1)


def first_page(things: Iterable[Thing], size: int = PAGE_SIZE) -> Page[Thing]:
    found = tuple(things)
    return Page(found[:size], more=len(found) > size)
