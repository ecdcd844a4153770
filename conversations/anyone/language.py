"""语言: in which language we speak with this person."""

from enum import StrEnum

from conversations.engine.boxes import Choice
from conversations.engine.form import Done, Form
from conversations.engine.messages import Sentence
from rules.roles import ANYONE
from store.unit import UnitOfWork


class Tongue(StrEnum):
    """The languages we have all sentences in."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


class Language(Form):
    """One question; the answer is spoken in the new language."""

    roles = ANYONE
    reviewed = False

    language = Choice(Tongue)

    def submit(self, work: UnitOfWork) -> Done:
        assert work.caller.person is not None
        work.people.set_language(work.caller.person, self.language)
        return Done((Sentence("language-set"),), speaks=self.language, next=("/menu",))
