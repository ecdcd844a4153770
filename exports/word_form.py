"""A printed form as a Word document: real tables people can edit, laid out like the PDF."""

import io
from typing import TYPE_CHECKING, Any

from exports.booklet import Grid
from exports.printed_form import NORMAL, Cell, PrintedForm, SealBox, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

_FONT = "宋体"
_SEAL_HEIGHTS = (30, 12)  # millimetres


def docx(form: PrintedForm) -> bytes:
    """An A4 docx with the boxes, sizes and tables of `form`."""
    document = paper(form.title, form.footer)
    _head(document, form)
    boxes(document, form, form.photo)
    for table in form.tables:
        gap(document)
        _list(document, table)
    if form.seal:
        gap(document)
        _seal(document, form.seal, sum(form.columns))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paper(title: str, footer: tuple[str, str]) -> "Document":
    """An empty A4 document with our margins and font, and a footer that counts the pages."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(15)
    section.footer_distance = section.header_distance = Mm(8)

    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(NORMAL)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)

    document.styles["Footer"].font.size = Pt(8)
    above, below = footer
    section.footer.paragraphs[0].add_run(above)
    counted = section.footer.add_paragraph(f"{below}　", style="Footer")
    _field(counted, "PAGE")
    counted.add_run(" / ")
    _field(counted, "NUMPAGES")
    return document


def _head(document: "Document", form: PrintedForm) -> None:
    """The title, and the line above the table."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(form.title).font.size = Pt(17)
    head = document.add_paragraph("\t".join(form.head))
    head.paragraph_format.tab_stops.add_tab_stop(Mm(sum(form.columns)), WD_TAB_ALIGNMENT.RIGHT)
    head.paragraph_format.space_after = Pt(3)


def boxes(
    document: "Document", form: PrintedForm | Grid, photo: bytes | None = None
) -> "WordTable":
    """The table of a form's boxes, each as high as printed or higher."""
    table = _grid(document, len(form.rows), form.columns)
    taken: set[tuple[int, int]] = set()
    for y, cells in enumerate(form.rows):
        _row_height(table.rows[y], form.heights[y])
        x = 0
        for cell in cells:
            while (y, x) in taken:
                x += 1
            corner = table.cell(y, x)
            corner = corner.merge(table.cell(y + cell.rows - 1, x + cell.columns - 1))
            taken |= {(y + dy, x + dx) for dy in range(cell.rows) for dx in range(cell.columns)}
            if cell.kind == "photo" and photo is not None:
                _picture(corner, photo)
            elif cell.kind == "opinion":
                _opinion(corner, cell)
            else:
                _write(corner, cell)
    return table


def repeated(row: "_Row") -> None:
    """The row is a head that comes again on every page."""
    row._tr.get_or_add_trPr().append(_element("tblHeader"))


def _list(document: "Document", part: Table) -> None:
    """The history; its head row is repeated on every page, its label looks like one tall cell."""
    table = _grid(document, 1 + len(part.lines), part.widths)
    heads = tuple(Cell(word, 1, kind="label") for word in part.heads)
    rows = list(table.rows)
    for row, cells in zip(rows, (heads, *part.lines), strict=True):
        _row_height(row, part.height)
        label, *answers = row.cells
        for corner, cell in zip(answers, cells, strict=True):
            _write(corner, cell)
        _borders(label, top=row is rows[0], bottom=row is rows[-1])
    _write(rows[0].cells[0], Cell(part.label, 1, kind="label"))
    for row in rows[-2:]:  # the seal never stands alone on a page
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    repeated(rows[0])


def _seal(document: "Document", seal: SealBox, width: int) -> None:
    """One box to look at; two rows, so that the line to sign stays at its foot."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    table = _grid(document, 2, (width,))
    words, signature = table.cell(0, 0), table.cell(1, 0)
    for row, cell, height in zip(table.rows, (words, signature), _SEAL_HEIGHTS, strict=True):
        _row_height(row, height)
        _borders(cell, top=cell is words, bottom=cell is signature)

    heading = words.paragraphs[0]
    heading.add_run(seal.heading)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_before = heading.paragraph_format.space_after = Pt(6)
    heading.paragraph_format.keep_with_next = True
    text = words.add_paragraph(seal.text)
    text.paragraph_format.first_line_indent = Pt(2 * NORMAL)
    text.paragraph_format.keep_with_next = True

    signature.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    sign = signature.paragraphs[0]
    sign.add_run(f"{seal.sign}\t{seal.date}")
    sign.paragraph_format.space_after = Pt(6)
    sign.paragraph_format.tab_stops.add_tab_stop(Mm(width - 8), WD_TAB_ALIGNMENT.RIGHT)


def _grid(document: "Document", rows: int, widths: tuple[int, ...]) -> "WordTable":
    """A bordered table of fixed column widths in millimetres."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table: WordTable = document.add_table(rows, len(widths), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _row_height(row: "_Row", millimetres: int) -> None:
    """At least this high, and never split over two pages."""
    from docx.shared import Mm

    row.height = Mm(millimetres)
    row._tr.get_or_add_trPr().append(_element("cantSplit"))


def _write(corner: "_Cell", cell: Cell) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    corner.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = corner.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(cell.text).font.size = Pt(cell.size)


def _opinion(corner: "_Cell", cell: Cell) -> None:
    """The words, and at the foot of the box the line to sign; Word has but one alignment a cell."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    corner.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    words = corner.paragraphs[0]
    words.add_run(cell.text).font.size = Pt(cell.size)
    words.paragraph_format.first_line_indent = Pt(2 * cell.size)
    words.paragraph_format.space_after = Pt(2 * NORMAL)
    foot = corner.add_paragraph(cell.foot)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.paragraph_format.space_after = Pt(4)


def _picture(corner: "_Cell", photo: bytes) -> None:
    """The photo inside 35 x 49 mm, its proportions kept."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    corner.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = corner.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture = paragraph.add_run().add_picture(io.BytesIO(photo))
    scale = min(Mm(35) / picture.width, Mm(49) / picture.height)
    picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
    for side in "TBLR":  # left out, LibreOffice keeps 3 mm around the picture
        picture._inline.set(f"dist{side}", "0")


def gap(document: "Document") -> None:
    """Word joins tables that touch; a paragraph of one point keeps them apart."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.paragraph_format.keep_with_next = True


def _borders(cell: "_Cell", *, top: bool, bottom: bool) -> None:
    borders = _element("tcBorders")
    for side, drawn in (("top", top), ("bottom", bottom)):
        borders.append(_element(side, val="single" if drawn else "nil"))
    cell._tc.get_or_add_tcPr().append(borders)


def _field(paragraph: "Paragraph", code: str) -> None:
    paragraph._p.append(_element("fldSimple", instr=code))


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
