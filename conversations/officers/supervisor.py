"""督导员登记: somebody written into the management station's register of supervisors (R2.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from conversations.anyone.sign_up import shows_no_birth_date
from conversations.engine.boxes import Choice, Day, Text, YesNo, only_if
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Sentence
from conversations.personal import IdNumberBox, Name, Phone, id_number
from rules.candidates import Sex
from rules.roles import Action, who_may
from rules.years import DAY, add_years
from store import rights
from store.supervisors import NewSupervisor, SupervisorState
from store.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class SupervisorFacts:
    """The day, and until when an appointment of today is valid at the longest (⚙)."""

    today: date
    longest: date
    landline: bool = True


def today(form: "Supervisor") -> date:
    day: date = form.facts.today
    return day


def longest(form: "Supervisor") -> date:
    day: date = form.facts.longest
    return day


def was_trained(form: "Supervisor") -> bool:
    return form.trained is True


class Supervisor(Form):
    """Who was trained is appointed at once, who was not by passing a class for supervisors."""

    roles = who_may(Action.KEEP_SUPERVISORS)
    in_menu_of = frozenset()

    name = Name()
    id_number = IdNumberBox()
    sex = only_if(shows_no_birth_date, Choice(Sex))
    born = only_if(shows_no_birth_date, Day(latest=today))
    works_at = Text(longest=100)
    phone = Phone()
    trained = YesNo()
    training = only_if(was_trained, Text(longest=100))
    trained_on = only_if(was_trained, Day(latest=today))
    valid_until = Day(earliest=today, latest=longest)

    @classmethod
    def look_up(cls, work: UnitOfWork, answers: Mapping[str, Json]) -> SupervisorFacts:
        years = work.policy.current(work.today).supervisor_years
        return SupervisorFacts(work.today, add_years(work.today, years) - DAY)

    def submit(self, work: UnitOfWork) -> Done:
        number = id_number(self)
        if number.born is None:
            number = replace(number, born=self.born, sex=self.sex)
        entry = work.supervisors.register(
            rights.own_institution(work, self.roles).code,
            NewSupervisor(
                name=self.name,
                number=number,
                works_at=self.works_at,
                phone=self.phone,
                training=self.training or "",
                trained_on=self.trained_on,
                valid_until=self.valid_until,
            ),
        )
        state = entry.state(work.today)
        steps = [] if state is SupervisorState.APPOINTED else [f"/nomination {entry.number}"]
        if not work.personal_accounts.has_one(work.people.get(entry.person)) and not steps:
            steps.append(f"/personal_account {entry.number}")
        args = {"name": entry.name, "number": entry.number, "state": state}
        return Done(
            (Sentence("supervisor-registered", args),), next=(*steps, "/supervisor", "/supervisors")
        )
