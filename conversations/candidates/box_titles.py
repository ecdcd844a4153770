"""What the parts of a registration are called: documents and boxes by the words of the form."""

from conversations.candidates.registration import Registration
from conversations.engine import wording
from conversations.engine.messages import Words
from rules.materials import Material
from store.review_steps import WHOLE_REGISTRATION


def box_title(box: str, words: Words) -> str:
    """The name of what was returned: a document, a box, or all of it."""
    if box == WHOLE_REGISTRATION:
        return words.say("review-whole")
    if box in set(Material):
        return document_title(Material(box), words)
    return wording.title(Registration, box, words)


def document_title(material: Material, words: Words) -> str:
    stamped = material is Material.STAMPED_FORM
    return words.say("stamped_form-stamped" if stamped else f"registration-{material}")
