"""A report as one self-contained web page: the official tables, readable, printable, inert."""

from ...records import AnnualReport
from ..official import sections
from ..words import lines_below_title, title_of
from .drawing import Drawing
from .elements import element, label, page
from .style import STYLE


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as a web page (UTF-8), with *english* labels under the official ones.

    The page needs no other file and runs nothing; text in the report is shown, never interpreted.
    """
    title = title_of(report)
    drawing = Drawing(english=english)
    main = (
        element("h1", label(title, english=english)),
        *(
            element("p", label(line, english=english), class_="about")
            for line in lines_below_title(report)
        ),
        *(drawing.section(section) for section in sections(report)),
    )
    return page(title=title.zh, style=STYLE, main=main).encode()
