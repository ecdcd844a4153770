"""举报投诉: anybody, also without a name; goes past whom it is about (R1.10)."""

from collections.abc import Callable
from datetime import timedelta

from conversations.anyone.forgetting import forget
from conversations.engine.boxes import (
    Choice,
    Many,
    Part,
    Photo,
    Pick,
    Text,
    YesNo,
    only_if,
    optional,
)
from conversations.engine.boxes.base import Sheet
from conversations.engine.form import Done, Form
from conversations.engine.messages import Option, Outgoing, Sentence, Words
from conversations.personal import limit_caller
from conversations.telling import tell
from rules.complaints import About
from rules.notices import paragraphs
from store.complaints import Complaint as Filed
from store.complaints import NewComplaint, Receipt
from store.files import FileId
from store.unit import UnitOfWork

DAY = timedelta(days=1)


class Evidence(Part):
    """A picture or PDF that shows it."""

    sheet = Photo(pdf=True)


def of(*wanted: About) -> Callable[[Sheet], bool]:
    return lambda form: form.about in wanted


class Complaint(Form):
    """Of an anonymous one draft and messages go when it is filed: nothing leads back to who wrote it."""

    anonymous = YesNo()
    about = Choice(About)
    institution = only_if(of(About.STATION), Pick("complained_of"))
    batch = only_if(of(About.BATCH), Text(longest=30))
    certificate = only_if(of(About.CERTIFICATE), Text(longest=40))
    whom = only_if(of(About.PERSON), Text())
    works_at = only_if(of(About.PERSON, About.OTHER), optional(Pick("complained_of")))
    what = Text(longest=3000, reader=paragraphs, input="lines")
    evidence = optional(Many(Evidence, at_most=9))
    contact = optional(Text(longest=100))

    def submit(self, work: UnitOfWork) -> Done:
        limit = work.policy.current(work.today).complaints_per_day
        limit_caller(work, "complaint", limit, DAY)
        receipt = work.complaints.file(
            NewComplaint(
                about=self.about,
                concerned=self.institution or self.works_at,
                subject=self.batch or self.certificate or self.whom or "",
                text=self.what,
                contact=self.contact or "",
                person=None if self.anonymous else work.caller.person,
                files=[FileId(one.values["sheet"].file) for one in self.evidence or ()],
            )
        )
        for officer in work.complaints.people_told(receipt.complaint):
            tell(work, officer, lambda words: news(words, receipt.complaint))
        return self.forgotten(work, receipt) if self.anonymous else self.kept(receipt)

    def kept(self, receipt: Receipt) -> Done:
        number = receipt.complaint.number
        once = Sentence("complaint-receipt-once", {"number": number, "code": receipt.code})
        says = (Sentence("complaint-taken", {"number": number}),)
        return Done(says, once=(once,), next=(f"/complaint_status {number}", "/menu"))

    def forgotten(self, work: UnitOfWork, receipt: Receipt) -> Done:
        """Number and code stand in this reply and nowhere else."""
        forget(work, self.title)
        facts = {"number": receipt.complaint.number, "code": receipt.code}
        return Done(
            (Sentence("complaint-not-kept"),),
            once=(Sentence("complaint-receipt-once-anonymous", facts),),
            next=("/menu",),
        )


def news(words: Words, complaint: Filed) -> Outgoing:
    """What the officers hear of a new one: its number and what it is about, no more."""
    text = words.say("complaint-news", number=complaint.number, about=complaint.about)
    label = words.say("next-complaints", argument=complaint.number)
    return Outgoing(text, (Option(label, f"/complaints {complaint.number}", "1"),))
