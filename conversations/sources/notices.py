"""通知公告: what is in force and meant for the reader, the newest first, what was not read yet marked (R1.11)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.findings import NotPossible
from rules.roles import Action, may
from store.notices import Edition, NoticeId
from store.unit import UnitOfWork


class Notices:
    """Values are ids. An officer without any to read sees those to look after."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.notices.for_caller(query, page)
        if not found.things and page == 0 and may(work.caller.roles, Action.PUBLISH_NOTICE):
            found = work.notices.managed(query, page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        if not value.isdecimal():
            return None
        try:
            return option(work, work.notices.get(NoticeId(int(value))))
        except NotPossible:
            return None


def option(work: UnitOfWork, edition: Edition) -> Choosable:
    key = "notice-option-unread" if work.notices.is_unread(edition) else "notice-option"
    args = {"heading": edition.heading, "on": edition.valid_from}
    return Choosable(str(edition.notice), key=key, args=args)
