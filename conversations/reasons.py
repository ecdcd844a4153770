"""Why a paper was returned or rejected: a reason from the list or one's own words, by box."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from conversations.engine.messages import Words
from conversations.words import choice_key
from rules.approvals import WHOLE_PAPER
from store.paper_versions import Shown


class Reason(StrEnum):
    """What is wrong most often; it is said in the reader's language, one's own words as they are."""

    UNCLEAR = "unclear"
    INCOMPLETE = "incomplete"
    NOT_AS_PROOF = "not_as_proof"
    NOT_AS_REQUIRED = "not_as_required"


class Refusal(StrEnum):
    """Why it cannot be approved at all."""

    CONDITIONS_NOT_MET = "conditions_not_met"
    UNTRUE = "untrue"


class DocumentReason(StrEnum):
    """Why a station asks for a document of a candidate again, or for a box to be corrected."""

    BLURRED = "blurred"
    CUT_OFF = "cut_off"
    ANOTHER = "another"
    NOT_THEIRS = "not_theirs"
    EXPIRED = "expired"
    NO_SEAL = "no_seal"
    DIFFERS = "differs"
    NOT_A_PORTRAIT = "not_a_portrait"


class RegistrationRefusal(StrEnum):
    """Why a station does not take a candidate."""

    NOT_ELIGIBLE = "not_eligible"
    FALSIFIED = "falsified"
    TWICE = "twice"
    GIVEN_UP = "given_up"
    """The candidate asked for it: they cannot withdraw themselves (R5.2)."""


class Opinion(StrEnum):
    """What stands in the opinion box of the printed form."""

    AGREED = "agreed"


LISTED = {
    one.value: choice_key(one)
    for one in (*RegistrationRefusal, *Reason, *Refusal, *DocumentReason, *Opinion)
}


def in_words(reason: str, words: Words) -> str:
    """A reason or opinion; several of one box stand side by side."""
    return "；".join(words.say(LISTED[x]) if x in LISTED else x for x in reason.split("；"))


def by_box(
    reasons: Mapping[str, str], shown: Iterable[Shown], words: Words
) -> Iterator[tuple[str, str]]:
    """The boxes' titles with their reasons, in printed order; what is about the whole paper comes first."""
    if WHOLE_PAPER in reasons:
        yield words.say("paper-as-a-whole"), in_words(reasons[WHOLE_PAPER], words)
    for line in shown:
        if line.box in reasons:
            yield line.title[words.language], in_words(reasons[line.box], words)
