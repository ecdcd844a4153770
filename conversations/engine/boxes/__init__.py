"""The kinds of boxes a form is made of: each reads an answer, keeps it as JSON and shows it again."""

from conversations.engine.boxes.base import (
    Box,
    label,
    only_if,
    only_when,
    optional,
    private,
    settled,
)
from conversations.engine.boxes.choosing import Choice, Pick, YesNo
from conversations.engine.boxes.handing import Document, FieldPhoto, Photo, Scan, Secret
from conversations.engine.boxes.parts import Known, Many, Part, Template
from conversations.engine.boxes.sending import SentList, SentPictures, SentWorkbook
from conversations.engine.boxes.several import Several
from conversations.engine.boxes.writing import Day, Hour, Number, Text

__all__ = [
    "Box",
    "Choice",
    "Day",
    "Document",
    "FieldPhoto",
    "Hour",
    "Known",
    "Many",
    "Number",
    "Part",
    "Photo",
    "Pick",
    "Scan",
    "Secret",
    "SentList",
    "SentPictures",
    "SentWorkbook",
    "Several",
    "Template",
    "Text",
    "YesNo",
    "label",
    "only_if",
    "only_when",
    "optional",
    "private",
    "settled",
]
