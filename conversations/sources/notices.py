"""通知公告: what is in force and meant for the reader, the newest first, what was not read yet marked (R1.11)."""

from collections.abc import Mapping

from conversations.engine.messages import Choosable, Json, Page
from rules.findings import NotPossible
from store.notices import Edition, NoticeId
from store.unit import UnitOfWork


class Notices:
    """Values are ids. Officers also see what they look after, to come and withdrawn."""

    def options(self, work: UnitOfWork, answers: Mapping[str, Json], query: str, page: int) -> Page:
        found = work.notices.listed(query, page)
        return Page([option(work, one) for one in found.things], found.more)

    def find(self, work: UnitOfWork, value: str, answers: Mapping[str, Json]) -> Choosable | None:
        if not value.isdecimal():
            return None
        try:
            return option(work, work.notices.get(NoticeId(int(value))))
        except NotPossible:
            return None


def option(work: UnitOfWork, edition: Edition) -> Choosable:
    args = {"heading": edition.heading, "on": edition.valid_from}
    return Choosable(str(edition.notice), key=f"notice-option-{mark(work, edition)}", args=args)


def mark(work: UnitOfWork, edition: Edition) -> str:
    """How it stands with the reader."""
    if edition.withdrawn_at is not None:
        return "withdrawn"
    if edition.valid_from > work.today:
        return "coming"
    return "unread" if work.notices.is_unread(edition) else "read"
