"""登录设备: where one is signed in, browsers and chats, and signing out from afar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conversations.engine.boxes import Choice
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Sentence
from rules.findings import Finding, NotPossible
from rules.roles import SIGNED_IN
from store.sessions import Session, SessionKind
from store.unit import UnitOfWork

MOST_SHOWN = 7


@dataclass(frozen=True, slots=True)
class Device:
    """A session of the person. `network` is the chat network it talks through, empty for the page."""

    session: Session
    network: str
    here: bool


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """All of them, the last used first."""

    devices: tuple[Device, ...]

    @property
    def others(self) -> tuple[Device, ...]:
        return tuple(one for one in self.devices if not one.here)


def listed(form: Sheet) -> Iterator[Choosable]:
    others = form.facts.others
    for device in others[:MOST_SHOWN]:
        yield Choosable(str(device.session.id), key="device-option", args=described(device))
    if len(others) > 1:
        yield Choosable("all", key="device-all")
    yield Choosable("none", key="device-none")


class Devices(Form):
    """One question: which of them to sign out."""

    roles = SIGNED_IN
    reviewed = False

    device = Choice(listed)

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """NotPossible where there is nothing to ask."""
        if not cls.look_up(work, {}).others:
            raise NotPossible(Finding("devices-only-here"))
        return {}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> DeviceFacts:
        assert work.caller.person is not None
        networks = {chat.session: chat.channel for chat in work.chats.of(work.caller.person)}
        return DeviceFacts(
            tuple(
                Device(session, networks.get(session.id, ""), session.id == work.caller.session)
                for session in work.sessions.of(work.caller.person)
            )
        )

    def submit(self, work: UnitOfWork) -> Done:
        person = work.caller.person
        assert person is not None
        if self.device == "none":
            return Done((Sentence("devices-kept"),), next=("/menu",))
        theirs = [one for one in self.facts.others if self.device in {"all", str(one.session.id)}]
        if not theirs:
            raise NotPossible(Finding("device-gone", box="device"))
        for one in theirs:
            work.sessions.void(one.session.id)
        work.audit.note("devices-signed-out", f"person:{person}", count=len(theirs))
        return Done(
            (Sentence("devices-signed-out", {"count": len(theirs)}),), next=("/devices", "/menu")
        )


def described(device: Device) -> dict[str, object]:
    """What the person may recognise it by."""
    return {
        "kind": device.network or kind_of(device.session),
        "since": device.session.created_at.date(),
        "seen": device.session.seen_at.date(),
    }


def kind_of(session: Session) -> str:
    match session.kind:
        case SessionKind.COOKIE:
            return "page"
        case SessionKind.BEARER:
            return "program"
        case _:
            return "chat"
