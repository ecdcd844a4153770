"""How an exam and its papers are spoken of: days with hours and place, a paper by its trade, level and part."""

from conversations.engine.messages import Words
from conversations.words import LANGUAGES, words
from rules.catalogue import level_name
from rules.exam_papers import PaperPlace
from store.batches import Batch
from store.unit import UnitOfWork


def spoken(work: UnitOfWork) -> Words:
    """The language the caller reads."""
    person = work.caller.person
    return words(work.people.get(person).language if person else LANGUAGES[0])


def days(batch: Batch, say: Words) -> str:
    """'理论 2026-09-01 09:00，实操 2026-09-02 09:00'."""
    return say.say("exam-days", **days_told(batch))


def days_told(batch: Batch) -> dict[str, object]:
    return {
        "theory_on": batch.theory_on,
        "theory_at": batch.starts_at,
        "practice_on": batch.practice_on,
        "practice_at": batch.practice_starts_at,
    }


def told(batch: Batch, say: Words) -> dict[str, object]:
    """What somebody who is to come has to know."""
    return {
        "number": batch.number,
        "days": days(batch, say),
        "station": batch.station_name,
        "venue": batch.venue,
        "exam_on": batch.exam_on,
    }


def called_told(place: PaperPlace) -> dict[str, object]:
    level = level_name(place.level, place.unit)
    return {"trade": place.unit.name, "level": level, "part": place.part}


def called(place: PaperPlace, say: Words) -> str:
    """'电焊工 四级 理论试卷'."""
    return say.say("exam-paper-called", **called_told(place))


def file_shown(media_type: str, size: int, say: Words) -> str:
    """'Word，182 KB'."""
    kind = "pdf" if media_type == "application/pdf" else "word"
    return say.say("document-shown", kind=kind, kilobytes=round(size / 1000))


def grouped(digest: str) -> str:
    """The beginning of a checksum in fours, enough to tell two papers apart."""
    return " ".join(digest[n : n + 4] for n in range(0, 16, 4))
