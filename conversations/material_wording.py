"""How exam material is spoken of: what it is, what day it shows and how that is known (R7.4)."""

from collections.abc import Iterable

from conversations.engine.messages import Picture, Sentence, Words
from rules.exam_material import MaterialKind, MaterialPlace
from store.exam_material import Material

Missing = Iterable[MaterialPlace]


def value_of(place: MaterialPlace) -> str:
    """`JX04-06-04-01:theory_room`, the place as an option."""
    return f"{place.unit.code}:{place.kind}"


def called(place: MaterialPlace, say: Words) -> str:
    """'电焊工 理论考场照'."""
    return say.say("exam-material-called", trade=place.unit.name, kind=kind_named(place.kind, say))


def kind_named(kind: MaterialKind, say: Words) -> str:
    return say.say(f"material-kind-{kind}")


def dated(one: Material) -> Sentence:
    """The day it shows; a day only stated is said to be that."""
    told = {
        "on": one.taken_on,
        "at": f"{one.taken_at:%H:%M}" if one.taken_at else "none",
        "source": str(one.date_source),
        "examiners": one.examiners or "none",
    }
    return Sentence("exam-material-dated", told)


def picture(one: Material, name: str) -> Picture:
    return Picture(one.file, name, one.media_type, one.size)
