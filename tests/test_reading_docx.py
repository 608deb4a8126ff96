"""Word documents: the text and the tables are what Word shows, or accounted for."""

import io

import pytest
from docx import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from hypothesis import given, settings

import govdisclosure as gd
from families import right_tables
from govdisclosure.readers.blocks import Grid, Paragraph, Picture
from govdisclosure.readers.docx import docx_blocks
from govdisclosure.readers.docx.tables import Tables
from govdisclosure.readers.limits import Limits

NAMES = (
    f"{nsdecls('w', 'wp')} xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
)


def document(body, numbering=""):
    """A document with the elements of *body*, and lists."""
    made = Document()
    if numbering:
        part = made.part.numbering_part.element
        for child in list(part):
            part.remove(child)
        for child in parse_xml(f"<w:numbering {NAMES}>{numbering}</w:numbering>"):
            part.append(child)
    end = made.element.body[-1]
    for element in parse_xml(f"<w:body {NAMES}>{body}</w:body>"):
        end.addprevious(element)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def blocks(body, numbering="", limits=Limits()):  # noqa: B008
    return docx_blocks(document(body, numbering), limits)


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content="", properties=""):
    inner = content if content.startswith("<") else paragraph(run(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def laid_out(found):
    """The cells of each row of the one grid, each with the columns that it covers."""
    (grid,) = [block for block in found if isinstance(block, Grid)]
    return [[(c.text, c.left, c.right) for c in line.cells] for line in grid.rows]


def texts(body, numbering=""):
    return [b.text for b in blocks(body, numbering) if isinstance(b, Paragraph)]


RAISED = "<w:vertAlign w:val='superscript'/>"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("1") + run("2", "<w:b/>"), "12"),
        (run("12") + run("3", RAISED), "12[3]"),
        (run("12") + run("3", RAISED) + run("4", RAISED), "12[34]"),
        (run("12") + run("3", "<w:position w:val='8'/>"), "12[3]"),
        (run("12") + run("3", "<w:vertAlign w:val='baseline'/>"), "123"),
        (run("12") + "<w:r><w:footnoteReference w:id='2'/></w:r>", "12[2]"),
        (run("12") + "<w:r><w:endnoteReference w:id='2'/></w:r>", "12[2]"),
        (run("1") + run("9", "<w:vanish/>") + run("2"), "12"),
        (run("1") + run("9", "<w:vanish w:val='0'/>") + run("2"), "192"),
        (run("7", "<w:strike/>") + run("6"), "7\n6"),
        ("<w:del>" + run("9").replace("w:t", "w:delText") + "</w:del>" + run("6"), "6"),
        ("<w:moveFrom>" + run("9") + "</w:moveFrom><w:moveTo>" + run("6") + "</w:moveTo>", "6"),
        ("<w:ins>" + run("5") + "</w:ins>" + run("6"), "56"),
        (
            "<w:hyperlink>" + run("5") + "</w:hyperlink><w:smartTag>" + run("6") + "</w:smartTag>",
            "56",
        ),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("5") + "</w:sdtContent></w:sdt>", "5"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + run("填写")
            + "</w:sdtContent></w:sdt>",
            "",
        ),
        ("<w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r>", "1\n2"),
        ("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>", "1 2"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F081'/></w:r>" + run("5"), "□5"),
        ("<w:fldSimple w:instr='=SUM(LEFT)'>" + run("7") + "</w:fldSimple>", "7"),
        ("<w:fldSimple w:instr=' =SUM(LEFT) '/>", "=SUM(LEFT)"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>=SUM(LEFT)"
            "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            + run("7")
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "7",
        ),
        (
            (
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>=SUM(LEFT)"
                "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
            ),
            "=SUM(LEFT)",
        ),
        (
            "<w:r><w:ruby><w:rt>"
            + run("shu")
            + "</w:rt><w:rubyBase>"
            + run("数")
            + "</w:rubyBase></w:ruby></w:r>",
            "数",
        ),
    ],
)
def test_the_text_of_a_cell_is_what_word_shows(content, shown):
    found = blocks(table(row(cell(paragraph(content)), cell("x"))))
    assert laid_out(found)[0][0][0] == shown


def test_text_boxes_follow_the_paragraph_that_holds_them_once():
    box = "<w:txbxContent>" + paragraph(run("框里")) + "</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(paragraph(run("外面") + drawn) + paragraph(run("后面"))) == [
        "外面",
        "框里",
        "后面",
    ]


def test_a_paragraph_whose_end_was_deleted_joins_the_next():
    gone = paragraph(run("一、总体"), "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>")
    assert texts(gone + paragraph(run("情况"))) == ["一、总体情况"]


def test_merged_cells_are_laid_out():
    """Across and down, the old way and the new; what a merged cell covers is no cell."""
    found = blocks(
        table(
            row(cell("a", "<w:vMerge w:val='restart'/>"), cell("b", "<w:gridSpan w:val='2'/>")),
            row(cell("", "<w:vMerge/>"), cell("c"), cell("d")),
            row(cell("e", "<w:hMerge w:val='restart'/>"), cell("", "<w:hMerge/>"), cell("f")),
            row(cell("g"), properties="<w:gridBefore w:val='2'/>"),
        )
    )
    assert laid_out(found) == [
        [("a", 0, 1), ("b", 1, 3)],
        [("c", 1, 2), ("d", 2, 3)],
        [("e", 0, 2), ("f", 2, 3)],
        [("g", 2, 3)],
    ]


def test_a_cell_that_goes_on_with_nothing_is_a_cell():
    assert laid_out(blocks(table(row(cell("5", "<w:vMerge/>"))))) == [[("5", 0, 1)]]


def test_rows_and_cells_in_content_controls_are_read_and_deleted_ones_are_not():
    def control(inner):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    found = blocks(
        table(
            control(row(control(cell("a")), cell("b"))),
            row(cell("x"), cell("y"), properties="<w:del w:id='1' w:author='a'/>"),
            row(cell("c"), cell("d"), properties="<w:ins w:id='1' w:author='a'/>"),
        )
    )
    assert laid_out(found) == [[("a", 0, 1), ("b", 1, 2)], [("c", 0, 1), ("d", 1, 2)]]


@pytest.mark.parametrize("inner", [table(row(cell("里"), cell("5"))), paragraph(run("长" * 401))])
def test_a_table_of_page_layout_is_gone_into(inner):
    found = blocks(table(row(cell(paragraph(run("前")) + inner + paragraph("")), cell("后"))))
    assert isinstance(found[0], Paragraph)
    assert [block.text for block in found if isinstance(block, Paragraph)][-1] == "后"


LISTS = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='{form}'/><w:lvlText w:val='%1{sign}'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)
CHINESE = LISTS.format(form="chineseCountingThousand", sign="、")
ARABIC = LISTS.format(form="decimal", sign=".")
NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"


def test_automatic_numbers_stand_before_their_paragraphs():
    body = "".join(paragraph(run(f"节{i}"), NUMBERED) for i in range(1, 13))
    numbers = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()  # noqa: SIM905  # as they count
    assert texts(body, CHINESE) == [f"{n}、节{i}" for i, n in enumerate(numbers, start=1)]


@pytest.mark.parametrize("lists", [CHINESE, ARABIC], ids=["chinese", "arabic"])
def test_a_heading_with_an_automatic_number_opens_its_section(lists):
    data = gd.write(gd.AnnualReport.blank_form("2021", fill=0), "docx")
    made = Document(io.BytesIO(data))
    for found in made.paragraphs:
        number, _, words = found.text.partition("、")
        if words and number in "一二三四五六":
            found.runs[0].text = words
            numbered = parse_xml(f"<w:pPr {NAMES}>{NUMBERED}<w:outlineLvl w:val='0'/></w:pPr>")
            for element in numbered:
                found.paragraph_format.element.get_or_add_pPr().append(element)
    part = made.part.numbering_part.element
    for child in [*part]:
        part.remove(child)
    for child in parse_xml(f"<w:numbering {NAMES}>{lists}</w:numbering>"):
        part.append(child)
    out = io.BytesIO()
    made.save(out)
    assert [h.section for h in gd.read(out.getvalue()).headings] == [
        h.section for h in gd.read(data).headings
    ]


def test_an_automatic_number_before_a_number_makes_no_other_number_of_it():
    """“1.” and “5” are not 1.5."""
    numbered = cell(paragraph(run("5"), NUMBERED))
    found = blocks(table(row(cell("a"), numbered)), ARABIC)
    assert laid_out(found)[0][1][0] == "[1.]5"
    label = cell(paragraph(run("属于国家秘密"), NUMBERED))
    assert laid_out(blocks(table(row(label, cell("5"))), ARABIC))[0][0][0] == "1.属于国家秘密"


def test_a_large_picture_is_told_and_a_small_one_is_not():
    def picture(wide, high):
        return paragraph(
            f"<w:r><w:drawing><wp:inline><wp:extent cx='{wide}' cy='{high}'/></wp:inline>"
            "</w:drawing></w:r>"
        )

    found = blocks(picture(5_000_000, 3_000_000) + picture(300_000, 300_000))
    assert [type(block) for block in found] == [Picture]


def test_a_table_of_contents_is_passed_over():
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        + paragraph(run("一、总体情况 1"))
        + "</w:sdtContent></w:sdt>"
    )
    assert texts(contents + paragraph(run("正文"))) == ["正文"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (table(row(*[cell("0")] * 1001)), "1000 columns"),
        (table(row(cell("0", "<w:gridSpan w:val='999999999'/>"))), "1000 columns"),
        (table(*[row(cell("0"))] * 2001), "2000 rows"),
        (table(*[row(*[cell("0")] * 500)] * 41), "20000 cells"),
    ],
)
def test_tables_beyond_the_limits_are_refused(body, says):
    with pytest.raises(gd.UnreadableDocument, match=says):
        blocks(body)


def test_an_uncomputed_field_in_a_table_is_neither_zero_nor_blank():
    report = gd.AnnualReport.blank_form("2021", fill=0)
    made = Document(io.BytesIO(gd.write(report, "docx")))
    last = made.tables[1].rows[-1].cells[-1].paragraphs[0]
    last.runs[0].text = "=SUM(LEFT)"
    out = io.BytesIO()
    made.save(out)
    reading = gd.read(out.getvalue())
    address = "requests.carried_out.total"
    assert reading.report.get(address) is None
    assert reading.missing == (address,)
    assert [(u.cell, u.reason) for u in reading.unplaced] == [(address, gd.Reason.NOT_COMPUTED)]


@settings(max_examples=20)
@given(right_tables())
def test_a_table_of_plain_text_reads_as_one_that_is_gone_through_run_by_run(report):
    """What is quick where there is only text says the same as what looks at every run."""
    data = gd.write(report, "docx")
    quick = docx_blocks(data, Limits())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Tables, "_is_plain", lambda _self, _table: False)
        slow = docx_blocks(data, Limits())
    assert [_cells_of(block) for block in quick] == [_cells_of(block) for block in slow]


def _cells_of(block):
    return [row.cells for row in block.rows] if isinstance(block, Grid) else block
