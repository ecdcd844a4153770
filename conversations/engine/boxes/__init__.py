"""The kinds of boxes a form is made of: each reads an answer, keeps it as JSON and shows it again."""

from conversations.engine.boxes.base import Box, label, only_if, optional, private, settled
from conversations.engine.boxes.choosing import Choice, Pick, YesNo
from conversations.engine.boxes.handing import Document, Photo, Secret
from conversations.engine.boxes.parts import Known, Many, Part, Template
from conversations.engine.boxes.sending import SentList, SentPictures
from conversations.engine.boxes.several import Several
from conversations.engine.boxes.writing import Day, Number, Text

__all__ = [
    "Box",
    "Choice",
    "Day",
    "Document",
    "Known",
    "Many",
    "Number",
    "Part",
    "Photo",
    "Pick",
    "Secret",
    "SentList",
    "SentPictures",
    "Several",
    "Template",
    "Text",
    "YesNo",
    "label",
    "only_if",
    "optional",
    "private",
    "settled",
]
