"""The pictures of one person out of a zip: found by name, decoded one by one, told apart by what they are of (R5.3)."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from conversations.candidates.registration import Registration
from conversations.engine import wording
from conversations.engine.choosing import folded
from conversations.engine.messages import Json, Received, Words
from conversations.words import LANGUAGES, words
from exports.picture_zip import PictureZip, SentPicture, pictures_of
from rules.findings import Finding, Refused
from rules.materials import Material
from rules.photos import PictureFacts, stamped_form_findings
from store.pictures import PictureDesk, Prepared

Keep = Callable[[Prepared], Received]
"""Puts a decoded picture on the shelf; in a dry run it only says what it would be."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of somebody: the pictures as they are in the zip, and names that mean nothing."""

    pictures: Mapping[Material, bytes] = field(default_factory=dict, repr=False)
    faults: tuple[str, ...] = ()

    @property
    def digests(self) -> dict[str, str]:
        return {str(m): hashlib.sha256(data).hexdigest() for m, data in self.pictures.items()}


@dataclass(frozen=True, slots=True)
class PictureCase:
    """All pictures that came with a list; none where no zip did."""

    package: PictureZip | None
    desk: PictureDesk
    say: Words

    def of(self, id_number: str) -> Sent:
        """Read one after the other; nothing is decoded yet."""
        found: dict[Material, bytes] = {}
        faults = []
        for one in pictures_of(self.package, id_number) if self.package else ():
            material = meant(one.word)
            if material is None:
                faults.append(self.say.say("roster-picture-unknown", word=one.word[:20]))
            elif material in found:
                faults.append(self.say.say("roster-picture-twice", title=self._title(material)))
            else:
                found[material] = self._read(one, material, faults)
        return Sent(found, tuple(faults))

    def decoded(self, sent: Sent, keep: Keep) -> tuple[dict[Material, Json], list[str]]:
        """As their boxes keep them, and what cannot be used."""
        received: dict[Material, Json] = {}
        faults: list[str] = []
        for material, data in sent.pictures.items():
            try:
                prepared = self.desk.prepare(data)
            except Refused as refused:
                faults.append(self._told(material, refused.finding))
                continue
            against = unfit(material, prepared)
            faults += [self._told(material, finding) for finding in against]
            if not against:
                received[material] = Registration.photo.dump(keep(prepared))
        return received, faults

    def _read(self, one: SentPicture, material: Material, faults: list[str]) -> bytes:
        assert self.package is not None
        try:
            return self.package.read(one)
        except Refused as refused:
            faults.append(self._told(material, refused.finding))
            return b""

    def _told(self, material: Material, finding: Finding) -> str:
        problem = wording.refusal(Registration, str(material), finding, self.say)
        return self.say.say("roster-fault", title=self._title(material), problem=problem)

    def _title(self, material: Material) -> str:
        return title_of(material, self.say)


def unfit(material: Material, prepared: Prepared) -> tuple[Finding, ...]:
    """The stamped form has no box on the form; every other picture is judged by its own."""
    if material is not Material.STAMPED_FORM:
        return ()
    size = (prepared.width or 0, prepared.height or 0)
    return tuple(
        stamped_form_findings(PictureFacts(*size, len(prepared.data), prepared.media_type))
    )


def meant(word: str) -> Material | None:
    """What a picture is of, by the word behind the number; without one it is the photo."""
    if not word:
        return Material.PHOTO
    said = folded(word).rstrip("0123456789")
    return next((m for m in Material if said in names_of(m)), None)


def names_of(material: Material) -> frozenset[str]:
    """In both languages, and the name of its box."""
    spoken = {str(material), *(title_of(material, words(one)) for one in LANGUAGES)}
    for say in map(words, LANGUAGES):
        if say.has(f"roster-picture-{material}"):
            spoken |= set(say.say(f"roster-picture-{material}").split("／"))
    return frozenset(map(folded, spoken))


def title_of(material: Material, say: Words) -> str:
    if material is Material.STAMPED_FORM:
        return say.say("stamped_form-stamped")
    return wording.title(Registration, str(material), say)
