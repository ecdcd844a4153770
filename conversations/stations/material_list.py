"""影像材料一览: what of a batch is there, what is missing, the pictures themselves, and taking one back (R7.4)."""

from collections.abc import Iterator

from conversations import material_wording as wording
from conversations.engine.form import Done
from conversations.engine.messages import Sentence, sentences
from conversations.menu import Command
from conversations.stations.exam_material import missing
from conversations.talk import Talk
from rules.exam_material import MaterialPlace
from rules.findings import NotPossible
from rules.roles import Action, who_may
from store.batches import Batch
from store.exam_material import Material, MaterialId
from store.unit import UnitOfWork


def material_list(talk: Talk, argument: str) -> Done:
    """`2026-0417`: all of it; `2026-0417 <place>`: the pictures and pages of one place."""
    number, _, value = argument.partition(" ")
    try:
        batch = talk.work.batches.seen(number)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/menu",))
    there = talk.work.exam_material.of(batch.id)
    mine = tuple(one for one in there if wording.value_of(one.place) == value)
    return shown(talk, batch, mine) if mine else listed(talk, batch, there)


def listed(talk: Talk, batch: Batch, there: tuple[Material, ...]) -> Done:
    head = Sentence("material-listed", {"number": batch.number, "exam_on": batch.exam_on})
    places = tuple(dict.fromkeys(one.place for one in there))
    lines = (line for place in places for line in told(place, there))
    kept_at = talk.work.exam_material.answers_kept_at(batch.id)
    answers = (Sentence("material-answers", {"place": kept_at}),) if kept_at else ()
    says = (head, *lines, *answers, *missing(talk.work, batch.id, talk.words))
    steps = [f"/material_list {batch.number} {wording.value_of(place)}" for place in places]
    return Done(says, next=(*hand_in(talk.work, batch), *steps, f"/batches {batch.number}"))


def told(place: MaterialPlace, there: tuple[Material, ...]) -> Iterator[Sentence]:
    mine = [one for one in there if one.place == place]
    args = {"trade": place.unit.name, "kind": place.kind.value, "count": len(mine)}
    yield Sentence("material-line", args)
    yield from (wording.dated(one) for one in mine if one.date_source)


def hand_in(work: UnitOfWork, batch: Batch) -> tuple[str, ...]:
    """For its station, as long as something can change."""
    is_own = any(one.id == batch.id for one in work.exam_material.open_batches())
    return (f"/exam_material {batch.number}",) if is_own else ()


def shown(talk: Talk, batch: Batch, mine: tuple[Material, ...]) -> Done:
    """The pictures of one place, each of which its station can take back."""
    called = wording.called(mine[0].place, talk.words)
    head = Sentence("material-shown", {"called": called, "count": len(mine)})
    dated = (wording.dated(one) for one in mine if one.date_source)
    files = tuple(
        wording.picture(one, talk.words.say("material-page", called=called, page=n))
        for n, one in enumerate(mine, start=1)
    )
    own = hand_in(talk.work, batch)
    place = wording.value_of(mine[0].place)
    steps = [f"{step} {place} again" for step in own]
    steps += [f"/remove_material {one.id} {n}" for n, one in enumerate(mine, 1) if own]
    return Done((head, *dated), pictures=files, next=(*steps, f"/material_list {batch.number}"))


def remove(talk: Talk, argument: str) -> Done:
    """`12 3`: asks once more; `12 3 yes` takes it back."""
    number, page, *sure = [*argument.split(" "), "", ""][:3]
    material = MaterialId(int(number)) if number.isdecimal() else MaterialId(0)
    try:
        found = talk.work.exam_material.get(material)
        batch = talk.work.batches.seen(talk.work.batches.get(found.batch).number)
        if sure == ["yes"]:
            talk.work.exam_material.remove(material)
    except NotPossible as refused:
        return Done(sentences(refused.findings), next=("/exam_material", "/menu"))
    called = wording.called(found.place, talk.words)
    back = f"/material_list {batch.number}"
    if sure != ["yes"]:
        args = {"called": called, "page": page or "1"}
        step = f"/remove_material {found.id} {page or 1} yes"
        place = wording.value_of(found.place)
        return Done((Sentence("material-remove-sure", args),), next=(step, f"{back} {place}"))
    says = (
        Sentence("material-removed", {"called": called}),
        *missing(talk.work, batch.id, talk.words),
    )
    return Done(says, next=(f"/exam_material {batch.number}", back))


MATERIAL_LIST = Command(
    "material_list", who_may(Action.SEE_BATCHES), material_list, in_menu_of=frozenset()
)
REMOVE_MATERIAL = Command(
    "remove_material", who_may(Action.KEEP_EXAM_MATERIAL), remove, in_menu_of=frozenset()
)
