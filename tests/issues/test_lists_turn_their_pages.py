"""`page:2 more` was read as the first page by nine lists, and five buttons were called `page:2`."""

from sqlalchemy import update

from rules.roles import Role
from store.batches import BatchState, batches
from store.unit import Store
from tests.conftest import both_databases
from tests.officers import at
from tests.store import office
from tests.store.office import STATION


@both_databases
def test_a_long_list_goes_on_behind_its_first_page(store: Store) -> None:
    opened = [office.open_batch(store).number for _ in range(9)]
    with store.writing() as work:
        held = {"state": BatchState.SUBMITTED, "exam_on": work.today}
        work.connection.execute(update(batches).values(**held))
    head = at(store, Role.STATION_HEAD, STATION.code)
    latest, *_, oldest = reversed(opened)
    for name in ("archive", "batches"):
        first = head.tap(f"/{name}")
        assert latest in first.text
        assert oldest not in first.text
        turning = next(option for option in first.options if "page:" in option.value)
        assert turning.label == "下一页"
        second = head.tap(turning.value)
        assert oldest in second.text
        assert latest not in second.text
