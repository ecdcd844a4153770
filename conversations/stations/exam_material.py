"""影像材料: pictures and scans of an exam handed in one after the other, what is missing always named (R7.4, R7.7)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conversations import exam_wording
from conversations import material_wording as wording
from conversations.engine.boxes import Choice, Day, Photo, Pick, Scan, Text, only_if, settled
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Json, Received, Sentence, Words
from rules.deadlines import ExamDays
from rules.exam_material import PHOTOS, ROOMS, MaterialPlace, date_findings, day_of
from rules.findings import Finding, NotPossible, Refused
from rules.roles import Action, who_may
from store.batches import Batch, BatchId
from store.exam_material import Material, NewMaterial
from store.files import FileId
from store.unit import UnitOfWork

ANSWERS = "answers"
"""The option of the place where answers and video are kept."""


@dataclass(frozen=True, slots=True)
class MaterialFacts:
    """What the batch wants and has, when it was examined, and by how many."""

    wanted: Mapping[str, MaterialPlace]
    there: Mapping[MaterialPlace, int]
    days: ExamDays
    team: int
    kept_at: str


def place_meant(form: Sheet) -> MaterialPlace | None:
    facts: MaterialFacts | None = form.facts
    return facts.wanted.get(form.place) if facts and form.place else None


def is_photo(form: Sheet) -> bool:
    place = place_meant(form)
    return place is not None and place.kind in PHOTOS


def is_scan(form: Sheet) -> bool:
    place = place_meant(form)
    return place is not None and place.kind not in PHOTOS


def is_undated(form: Sheet) -> bool:
    return is_photo(form) and form.picture is not None and form.picture.taken_at is None


def is_room(form: Sheet) -> bool:
    place = place_meant(form)
    return place is not None and place.kind in ROOMS


def places_wanted(form: Sheet) -> Iterator[Choosable]:
    """What is missing first, in the order of the trades; last where the answers are kept."""
    facts: MaterialFacts | None = form.facts
    if facts is None:
        return
    for value, place in sorted(facts.wanted.items(), key=lambda one: one[1] in facts.there):
        args = {"trade": place.unit.name, "kind": place.kind.value}
        there = facts.there.get(place, 0)
        yield Choosable(value, key="exam-material-option", args={**args, "count": there or "none"})
    yield Choosable(ANSWERS, key="exam-material-answers", args={"place": facts.kept_at or "none"})


def check_day(form: Sheet, day: date) -> None:
    """Refuse a picture of another day than its part of the exam, naming both."""
    place = place_meant(form)
    for finding in date_findings(place.kind, day, form.facts.days) if place else ():
        raise Refused(finding.key, finding.rule, **finding.args)


class ExamPhoto(Photo):
    """A dated picture; the page offers a camera of ours for it."""

    input = "dated_photo"

    def fits(self, value: Received, sheet: Sheet) -> None:
        super().fits(value, sheet)
        if value.taken_at:
            check_day(sheet, date.fromisoformat(value.taken_at[:10]))

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        place = place_meant(sheet)
        return told_place(place, sheet.facts.days) if place else {}


class MaterialScan(Scan):
    """Its hint names what is wanted."""

    def told(self, sheet: Sheet) -> Mapping[str, object]:
        place = place_meant(sheet)
        return told_place(place, sheet.facts.days) if place else {}


class StatedDay(Day):
    """The day somebody says a picture without a date was taken."""

    def fits(self, value: date, sheet: Sheet) -> None:
        super().fits(value, sheet)
        check_day(sheet, value)


def told_place(place: MaterialPlace, days: ExamDays) -> dict[str, object]:
    kind = place.kind
    return {"trade": place.unit.name, "kind": kind.value, "exam_on": day_of(kind, days)}


def present(form: Sheet) -> Iterator[Choosable]:
    """One to all of the team."""
    facts: MaterialFacts | None = form.facts
    for count in range(1, (facts.team if facts else 0) + 1):
        args = {"count": count}
        yield Choosable(str(count), key="exam-material-examiners", args=args, number=str(count))


class ExamMaterial(Form):
    """One picture or page at a time; another photo takes the place of the one before it."""

    roles = who_may(Action.KEEP_EXAM_MATERIAL)
    reviewed = False
    facts_from = ("batch",)

    batch = settled(Pick("batches_with_material"))
    place = Choice(places_wanted)
    picture = only_if(is_photo, ExamPhoto())
    taken_on = only_if(is_undated, StatedDay())
    examiners = only_if(is_room, Choice(present))
    scan = only_if(is_scan, MaterialScan())
    kept_at = only_if(lambda form: form.place == ANSWERS, Text(longest=200))

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        """`2026-0417`, or `2026-0417 <place>`; NotPossible says why nothing can be handed in now."""
        number, _, place = argument.partition(" ")
        if not number:
            if not work.exam_material.open_batches():
                raise NotPossible(Finding("exam-material-no-batch", "R7.4"))
            return {}
        if against := work.exam_material.against(work.batches.seen(number)):
            raise NotPossible(against)
        return {"batch": number, **({"place": place.split(" ")[0]} if place else {})}

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> MaterialFacts | None:
        batch = work.batches.find_by_number(answers["batch"]) if "batch" in answers else None
        if batch is None:
            return None
        return MaterialFacts(
            {wording.value_of(place): place for place in work.exam_material.places(batch.id)},
            counted(work.exam_material.of(batch.id)),
            ExamDays(batch.theory_on, batch.practice_on),
            len({one.person for one in work.batches.team(batch.id)}),
            work.exam_material.answers_kept_at(batch.id),
        )

    def submit(self, work: UnitOfWork) -> Done:
        batch = work.batches.seen(self.batch)
        say = exam_wording.spoken(work)
        if self.place == ANSWERS:
            work.exam_material.keep_answers(batch.id, self.kept_at)
            said = Sentence("exam-material-answers-noted", {"place": self.kept_at})
            return Done((said, *missing(work, batch.id, say)), next=steps(work, batch))
        place = self.facts.wanted[self.place]
        before = self.facts.there.get(place, 0)
        one = work.exam_material.put(batch.id, place, self.handed_in())
        called = wording.called(place, say)
        return Done(
            (*received(one, called, before), *missing(work, batch.id, say)),
            pictures=(wording.picture(one, called),),
            next=steps(work, batch, one),
        )

    def handed_in(self) -> NewMaterial:
        file: Received = self.picture or self.scan
        return NewMaterial(
            file=FileId(file.file),
            preview=FileId(file.preview) if file.preview else None,
            stated_on=self.taken_on,
            examiners=int(self.examiners) if self.examiners else None,
        )


def counted(there: Collection[Material]) -> dict[MaterialPlace, int]:
    places = [one.place for one in there]
    return {place: places.count(place) for place in places}


def received(one: Material, called: str, before: int) -> Iterator[Sentence]:
    """What came in, with its day; of a photo that it replaced one, of a scan which page it is."""
    is_page = one.place.kind not in PHOTOS
    page = before + 1 if is_page else "none"
    yield Sentence("exam-material-put", {"called": called, "page": page})
    if one.date_source:
        yield wording.dated(one)
    if before and not is_page:
        yield Sentence("exam-material-replaced")


def missing(work: UnitOfWork, batch: BatchId, say: Words) -> Iterator[Sentence]:
    """All that is still to come, by trade and kind."""
    wanted, kept_at = still_wanted(work, batch), work.exam_material.answers_kept_at(batch)
    names = [wording.called(place, say) for place in wanted]
    names += [] if kept_at else [say.say("exam-material-answers-short")]
    if names:
        args = {"count": len(names), "things": tuple(names)}
        yield Sentence("exam-material-still-missing", args)
    else:
        yield Sentence("exam-material-complete")


def still_wanted(work: UnitOfWork, batch: BatchId) -> list[MaterialPlace]:
    there = {one.place for one in work.exam_material.of(batch)}
    return [place for place in work.exam_material.places(batch) if place not in there]


def steps(work: UnitOfWork, batch: Batch, one: Material | None = None) -> tuple[str, ...]:
    """One page more of a scan, the next thing that is missing, all there is."""
    here = f"/exam_material {batch.number}"
    found = []
    if one and one.place.kind not in PHOTOS:
        found.append(f"{here} {wording.value_of(one.place)} page")
    if wanted := still_wanted(work, batch.id):
        found.append(f"{here} {wording.value_of(wanted[0])} missing")
    elif not work.exam_material.answers_kept_at(batch.id):
        found.append(f"{here} {ANSWERS} missing")
    return (*found, f"/material_list {batch.number}", f"/batches {batch.number}")
