"""What Telegram means by a 400: it tells only in words."""

from handlers.channel import Gone, Rejected, SendFailed

AS_WANTED = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "query is too old",
    "query id is invalid",
)
"""Nothing is left to be done: a second tap, a message the person deleted, an answer that came late."""
NOBODY = ("chat not found", "user is deactivated", "peer_id_invalid")
TOO_BIG = ("file is too big",)


def is_as_wanted(description: str) -> bool:
    return said(description, AS_WANTED)


def rejection(description: str) -> SendFailed:
    """The failure a 400 stands for; its words stay out, they may quote ours."""
    if said(description, NOBODY):
        return Gone("no-chat")
    return Rejected("too-big" if said(description, TOO_BIG) else "bad-request")


def said(description: str, parts: tuple[str, ...]) -> bool:
    lower = description.lower()
    return any(part in lower for part in parts)
