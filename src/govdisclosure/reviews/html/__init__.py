"""Reviews as one self-contained web page: the report's own tables, with what is wrong beside them.

The page loads nothing and runs nothing; text in reports is shown, never interpreted.
"""

from collections.abc import Sequence

from ...rules import digest
from ...version import __version__
from ...wording import Speech, Wording
from ...writers.html.elements import ASIDE, element, page, shown
from ...writers.html.style import STYLE
from ..reviewed import Reviewed, Settings
from .index import index
from .report import article
from .style import REVIEW_STYLE

_ONE = Wording("检查结果", "Check of a report")
_MANY = Wording("检查结果：{number} 份报告", "Check of {number} report{number:s}")
_MADE = Wording(
    "由 govdisclosure {version} 生成，规则 {digest}。"
    "标色的是有问题的单元格，数字角标是问题的编号。",
    "Made by govdisclosure {version}, rules {digest}. Coloured cells are those with findings; the "
    "small numbers are those of the findings.",
)
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def write(reviewed: Sequence[Reviewed], settings: Settings) -> str:
    """Return the reviews as a web page, with an index where there are several reports."""
    speech = settings.speech
    several = len(reviewed) != 1
    heading = _MANY.fill(number=len(reviewed)) if several else _ONE
    main = [element("h1", shown(speech.say(heading)), **ASIDE)]
    if several:
        main.append(index(reviewed, speech))
    main += [article(entry, number, settings) for number, entry in enumerate(reviewed, 1)]
    main.append(_foot(speech))
    return page(
        title=speech.say(heading),
        style=STYLE + REVIEW_STYLE,
        main=main,
        language=_LANGUAGES[speech.language],
    )


def _foot(speech: Speech) -> str:
    made = _MADE.fill(version=__version__, digest=digest())
    return element("footer", element("p", shown(speech.say(made))), **ASIDE)
