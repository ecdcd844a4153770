"""What is made from a whole table and kept in the process until the table changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from store.unit import Store

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """One thing for each store, together with the version of the content it was made from.

    Two threads may make it at the same time; both get the same thing, and one of the two is kept.
    """

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Store, tuple[object, Thing]] = WeakKeyDictionary()

    def get(self, store: "Store", version: object, make: Callable[[], Thing]) -> Thing:
        kept = self._kept.get(store)
        if kept is None or kept[0] != version:
            kept = (version, make())
            self._kept[store] = kept
        return kept[1]
