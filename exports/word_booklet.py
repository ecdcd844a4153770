"""A booklet as a Word document: cover and grids laid out like the PDF, as tables people can edit."""

import io
from typing import TYPE_CHECKING

from exports.booklet import Booklet, Grid
from exports.word_form import boxes, gap, paper, repeated

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TITLE, _COVER, _HEADING = 26, 14, 14  # points
_ANSWER_AT, _COVER_WIDTH = 72, 158  # millimetres


def docx(booklet: Booklet) -> bytes:
    """An A4 docx with a cover page and a table for each grid."""
    document = paper("".join(booklet.title), (booklet.footer, ""))
    _cover(document, booklet)
    for grid in booklet.grids:
        _grid(document, grid)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _cover(document: "Document", booklet: Booklet) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    for at, words in enumerate(booklet.title):
        _centred(document, words, _TITLE, above=Mm(0 if at else 45), below=Mm(4))
    for at, (label, answer) in enumerate(booklet.cover):
        line = document.add_paragraph()
        line.paragraph_format.left_indent = Mm(18)
        line.paragraph_format.space_before = Mm(12 if at else 50)
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(_ANSWER_AT))
        stops.add_tab_stop(Mm(_COVER_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        _run(line, f"{label}\t")
        _run(line, f" {answer} ", underlined=True)
        _run(line, "\t")
    _centred(document, booklet.issuer, _COVER, above=Mm(45), below=Mm(0))


def _grid(document: "Document", grid: Grid) -> None:
    from docx.shared import Mm

    if grid.heading:
        above = Mm(0 if grid.new_page else 6)
        heading = _centred(document, grid.heading, _HEADING, above=above, below=Mm(3))
        heading.paragraph_format.page_break_before = grid.new_page
        heading.paragraph_format.keep_with_next = True
    else:
        gap(document)
    table = boxes(document, grid)
    for row in table.rows[: grid.head]:
        repeated(row)


def _centred(document: "Document", text: str, size: int, *, above: int, below: int) -> "Paragraph":
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = above
    paragraph.paragraph_format.space_after = below
    paragraph.add_run(text).font.size = Pt(size)
    return paragraph


def _run(paragraph: "Paragraph", text: str, *, underlined: bool = False) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size = Pt(_COVER)
    run.underline = underlined
