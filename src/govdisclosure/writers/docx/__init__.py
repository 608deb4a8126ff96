"""A report as a Word document: the official tables with merged cells, headings as styles."""

from ...records import AnnualReport
from ..official import sections
from ..words import lines_below_title, title_of
from .paper import Style, bytes_of, new_document
from .tables import table_xml
from .xml import body_elements, paragraph_xml

__all__ = ["write"]


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as a Word document (DOCX), with *english* labels under the official ones.

    Headings and text are styles, the tables' cells truly merged, the heads of long tables repeat
    on each page. The paper is A4. The same report gives the same bytes.
    """
    title = title_of(report)
    parts = [paragraph_xml(title, Style.TITLE, english=english)]
    parts += [
        paragraph_xml(line, Style.ABOUT, english=english) for line in lines_below_title(report)
    ]
    for section in sections(report):
        parts.append(paragraph_xml(section.heading, Style.HEADING, english=english))
        parts += [paragraph_xml(text, Style.BODY) for text in section.paragraphs]
        if section.table is not None and section.table.rows:
            parts.append(table_xml(section.table, english=english))
    document = new_document(title.zh, report.agency.name or "")
    end = document.element.body[-1]
    for element in body_elements("".join(parts)):
        end.addprevious(element)
    return bytes_of(document)
