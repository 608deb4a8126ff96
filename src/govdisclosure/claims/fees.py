"""What section 六 says of fees for processing information (信息处理费)."""

import re

from ..records import AnnualReport
from .sentences import sentences
from .vocabulary import FeeStatement

_FEES = re.compile("处理费|收费|费用|收取.{0,12}费")
_OTHER_FEES = re.compile("行政事业[性型]收费")
_NONE = re.compile(
    "(?:未|没有|没|无|不存在|零)[^,，;。]{0,24}?(?:处理费|收费|费用)|(?:处理费|收费|费用)[^,，;。\\d]{0,12}?(?:未|没有|无|为零|零元)"
)
_NOTHING_COLLECTED = re.compile(
    "(?:未|没有|没)(?:依申请|向申请人|对申请人|因.{0,12})?(?:提供政府信息)?(?:收取|收到)"
    "|(?:处理费|收费|费用)[^,，;。]{0,12}?(?<![\\d.])0(?:\\.0+)?万?元"
)


def fee_statements(report: AnnualReport) -> tuple[FeeStatement, ...]:
    """Return what the section of other matters says of the fees, sentence by sentence."""
    found = []
    for sentence in sentences([("other_matters", report.other_matters)]):
        text = _OTHER_FEES.sub("※", sentence.text)
        if _FEES.search(text):
            collected = _NOTHING_COLLECTED.search(text) is not None
            found.append(
                FeeStatement(
                    quotation=sentence.quoted(0, len(sentence.text)),
                    none_charged=_NONE.search(text) is not None and not collected,
                    none_collected=collected,
                )
            )
    return tuple(found)
