"""答复举报: the result, once and for all; who gave a name hears it in the chat, others by their receipt (R1.10)."""

from conversations.anyone.complaint_status import status
from conversations.engine.boxes import Choice, Known, Text
from conversations.engine.form import Done, Form
from conversations.engine.messages import Json, Outgoing, Sentence
from conversations.officers.complaints import meant
from conversations.telling import tell
from rules.complaints import ComplaintResult
from rules.notices import PAGE_LENGTH, paragraphs
from rules.roles import Action, who_may
from store.complaints import ComplaintId
from store.unit import UnitOfWork

COMPLAINT = "complaint"
"""Where the answers keep which one is answered: its id and number."""


class ComplaintAnswer(Form):
    """Opened from the complaint."""

    roles = who_may(Action.HANDLE_COMPLAINT)
    in_menu_of = frozenset()

    number = Known[str](lambda form: form.answers.get(COMPLAINT, {}).get("number", "—"))
    result = Choice(ComplaintResult)
    words_said = Text(longest=PAGE_LENGTH, reader=paragraphs, input="lines")

    @classmethod
    def prefilled(cls, work: UnitOfWork, argument: str) -> dict[str, Json]:
        found = work.complaints.get(meant(work, argument))
        return {COMPLAINT: {"id": found.id, "number": found.number}}

    def submit(self, work: UnitOfWork) -> Done:
        complaint = ComplaintId(self.answers[COMPLAINT]["id"])
        answered = work.complaints.answer(complaint, self.result, self.words_said)
        if answered.person is not None:
            said = status(answered)
            tell(
                work,
                work.people.get(answered.person),
                lambda words: Outgoing(words.say(said.key, **said.args)),
            )
        key = "complaint-answered-anonymous" if answered.person is None else "complaint-answered"
        return Done(
            (Sentence(key, {"number": answered.number}),),
            next=(f"/complaints {answered.number}", "/complaints", "/menu"),
        )
