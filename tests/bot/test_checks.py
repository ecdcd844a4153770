"""`kaowu check` finds what was planted; that it finds nothing else is tested with the command."""

import ast
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from bot.checks import forms, keys, texts
from conversations.engine.boxes import Choice, Many, Part, Pick, Secret, Text
from conversations.engine.form import Done, Form
from conversations.engine.messages import Choosable, Page
from conversations.menu import House, Section
from rules.approvals import PaperKind
from rules.roles import ANYONE, Role

# --- texts ---


def written(folder: Path, **languages: str) -> tuple[texts.Texts, ...]:
    for language, content in languages.items():
        place = folder / language.replace("_", "-")
        place.mkdir(parents=True)
        (place / "all.ftl").write_text(content, encoding="utf-8")
    return texts.read(folder)


def test_a_text_missing_in_one_language_is_found(tmp_path: Path) -> None:
    both = written(tmp_path, en="yes = Yes\nno = No", zh_CN="yes = 是")
    assert list(texts.faults(both)) == ["zh-CN: the text no is missing"]


def test_an_argument_only_one_language_uses_is_found(tmp_path: Path) -> None:
    both = written(tmp_path, en="left = { $days } days left", zh_CN="left = 还有几天")
    assert list(texts.faults(both)) == ["left has other arguments in zh-CN than in en"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("a = { b }", "cannot be said"),
        ("a = { NOSUCH($x) }", "cannot be said"),
        ("a = { $x ->\n [image/png] P\n *[other] O\n }", "cannot be read"),
        ("a = one\na = two", "a is written twice"),
    ],
)
def test_a_text_that_cannot_be_said_is_found(content: str, fault: str, tmp_path: Path) -> None:
    (found,) = list(texts.faults(written(tmp_path, en=content)))
    assert fault in found


def test_arguments_of_a_text_within_a_text_count(tmp_path: Path) -> None:
    (english,) = written(tmp_path, en="a = { b }\nb = { $n }")
    assert english.arguments["a"] == {"n"}


# --- forms ---


class Colour(StrEnum):
    RED = "red"


class Line(Part):
    since = Text()


class Sound(Form):
    colour = Choice(Colour)
    places = Many(Line)
    password = Secret()

    def submit(self, work: object) -> Done:
        return Done(())


SOUND = """
form-sound = Sound
sound-colour = Colour
box-places = Places
sound-places-since = Since
sound-password = Password
colour-red = Red
"""


def house_of(*kinds: type[Form], roles: frozenset[Role] = ANYONE) -> House:
    for kind in kinds:
        kind.roles = roles
    return House({k.title: k for k in kinds}, {}, {}, (Section("all", kinds),))


def found_in(folder: Path, content: str, *kinds: type[Form]) -> list[str]:
    return list(forms.faults(house_of(*kinds), written(folder, en=content)))


def test_a_sound_form_has_no_fault(tmp_path: Path) -> None:
    assert found_in(tmp_path, SOUND, Sound) == []


@pytest.mark.parametrize("gone", ["form-sound", "sound-colour", "sound-places-since", "colour-red"])
def test_every_title_and_option_needs_its_text(gone: str, tmp_path: Path) -> None:
    content = "\n".join(x for x in SOUND.splitlines() if not x.startswith(f"{gone} "))
    (fault,) = found_in(tmp_path, content, Sound)
    assert gone in fault


def test_what_the_engine_takes_for_granted_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "EFFECTS", {})

    class Wrong(Form):
        paper = PaperKind.BATCH
        facts_from = ("nowhere",)
        password = Secret(against_stored=True)
        answers = Text()
        trade = Pick("no_such_list")

    content = "form-wrong = W\nbox-password = P\nbox-answers = A\nbox-trade = T"
    assert found_in(tmp_path, content, Wrong) == [
        "wrong: it cannot be filed, submit is not written",
        "wrong: it files batch, so that has to be its name",
        "wrong: what the approval of batch does is not written",
        "wrong: passwords are asked last, so their boxes must stand last",
        "wrong: it checks a password, but stored_password is not written",
        "wrong: facts_from names nowhere, which is no box",
        "wrong: answers: the name belongs to every form",
        "wrong: trade: there is no list no_such_list",
    ]


def test_a_form_nobody_may_open_is_found(tmp_path: Path) -> None:
    closed = house_of(Sound, roles=frozenset())
    (fault,) = list(forms.faults(closed, written(tmp_path, en=SOUND)))
    assert fault == "sound: no role may open it, so no menu shows it"


def test_two_forms_of_one_title_are_found(tmp_path: Path) -> None:
    class Second(Sound):
        pass

    content = (
        SOUND
        + "form-second = sound\nbox-colour = C\nbox-places = Ps\nbox-since = S\nbox-password = P"
    )
    (fault,) = found_in(tmp_path, content, Sound, Second)
    assert fault == "en: second and sound have the same title"


def test_a_number_that_could_mean_two_options_is_found() -> None:
    page = Page([Choosable("a", "A"), Choosable("b", "B", number="1")])
    assert list(forms.option_faults("form: box", page, ())) == [
        "form: box: the number 1 could mean two options"
    ]


def test_an_option_that_means_something_else_to_every_question_is_found() -> None:
    page = Page([Choosable("keep", "Keep it")])
    assert list(forms.option_faults("form: box", page, ())) == [
        "form: box: the option keep means something else to every question"
    ]


def test_an_option_that_fits_no_button_is_found() -> None:
    page = Page([Choosable("值" * 21, "A")])
    assert "longer than 60 bytes" in next(forms.option_faults("form: box", page, ()))


# --- keys ---


def used_in(source: str) -> list[keys.Use | keys.Step]:
    return list(keys.in_module(ast.parse(source), "file.py"))


def faults_of(source: str, texts: Iterable[texts.Texts]) -> Iterator[str]:
    return keys.faults(used_in(source), tuple(texts), ("login",))


@pytest.mark.parametrize(
    "source",
    [
        'Finding("late")',
        'raise Refused("late")',
        'Sentence("late")',
        'words.say("late")',
        'Choosable("v", key="late")',
        'Finding("late" if x else "early")',
        'def no(key): return Finding(key)\nno("late")',
    ],
)
def test_a_key_without_a_text_is_found_however_it_is_said(source: str, tmp_path: Path) -> None:
    (english,) = written(tmp_path, en="early = Early")
    (fault,) = faults_of(source, [english])
    assert "late" in fault
    assert "has no text" in fault


def test_a_key_put_together_at_run_time_needs_one_text_that_fits(tmp_path: Path) -> None:
    (english,) = written(tmp_path, en="study-late = Late")
    assert list(faults_of('Finding(f"{part}-late")', [english])) == []
    assert len(list(faults_of('Finding(f"{part}-early")', [english]))) == 1


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ('Finding("late", "R1", {"day": 1})', True),
        ('Finding("late", args={"day": 1})', True),
        ('Refused("late", "R1", day=1)', True),
        ('Sentence("late", {"day": 1})', True),
        ('say("late", day=1)', True),
        ('Finding("late", "R1", args)', True),
        ('Finding("late", "R1", {"month": 1})', False),
        ('Refused("late", "R1")', False),
        ('say("late")', False),
    ],
)
def test_a_text_is_given_the_arguments_it_wants(source: str, given: bool, tmp_path: Path) -> None:
    (english,) = written(tmp_path, en="late = until { $day }")
    assert (list(faults_of(source, [english])) == []) is given


def test_a_box_may_have_its_own_words_for_a_refusal(tmp_path: Path) -> None:
    (english,) = written(tmp_path, en="box-day = Day\n    .refused-late = Too late")
    assert list(faults_of('Refused("late")', [english])) == []


def test_a_step_that_leads_nowhere_is_found() -> None:
    assert list(faults_of('Done((), next=("/login", "/menu", "/sign_up x"))', [])) == [
        "file.py:1: the step /sign_up leads nowhere"
    ]


def test_the_checks_read_every_package_that_speaks() -> None:
    packages = {package.name for package in keys.SOURCES}
    assert packages == {"rules", "store", "conversations"}
    assert len(keys.used(keys.SOURCES)) > 200
