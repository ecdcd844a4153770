"""The flat XML WeChat speaks: read without entities or document types, written so that no text can break out."""

import re
from collections.abc import Mapping
from xml.parsers import expat

DEEPEST = 8
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotReadable(Exception):
    """Nothing WeChat would send."""


def fields(xml: bytes) -> dict[str, str]:
    """The texts right below `<xml>`, by tag. Raises NotReadable for anything not well formed or not plain."""
    reader = Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes no keywords
    except (expat.ExpatError, ValueError) as error:
        raise NotReadable from error
    return reader.found


class Reader:
    """Collects what expat tells."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._open: list[str] = []

    def begin(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._open.append(tag)
        if len(self._open) > DEEPEST or self._open[0] != "xml":
            raise NotReadable
        if len(self._open) == 2:
            if tag in self.found:
                raise NotReadable
            self.found[tag] = ""

    def end(self, _tag: str) -> None:
        self._open.pop()

    def text(self, said: str) -> None:
        if len(self._open) == 2:
            self.found[self._open[1]] += said


def refuse(*_: object) -> None:
    raise NotReadable


def document(content: Mapping[str, str]) -> str:
    """`<xml>` with these texts. wechatpy lets a `]]>` end the section early; here it stays text."""
    inner = "".join(f"<{tag}>{section(text)}</{tag}>" for tag, text in content.items())
    return f"<xml>{inner}</xml>"


def section(text: str) -> str:
    allowed = NOT_IN_XML.sub("", text)
    return "<![CDATA[" + allowed.replace("]]>", "]]]]><![CDATA[>") + "]]>"
