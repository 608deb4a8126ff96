"""Table 四: administrative reconsideration and litigation over open government information."""

import attrs

from ..law import FORM_NOTICE_2019, FORM_NOTICE_2021, Confidence, instruments, ogi, together
from ..wording import Wording
from .form import count, part
from .printing import Row, Table

_CONTENTS = together(
    ogi("50(3)"), instruments(FORM_NOTICE_2019, FORM_NOTICE_2021, confidence=Confidence.EXCERPT)
)


@attrs.frozen(kw_only=True, repr=False)
class ByResult(Row):
    """One block of table 四: numbers of cases by result, and their printed total."""

    upheld: int | None = count("结果维持", "Upheld")
    corrected: int | None = count("结果纠正", "Corrected")
    other: int | None = count("其他结果", "Other result")
    pending: int | None = count("尚未审结", "Pending")
    total: int | None = count("总计", "Total")


@attrs.frozen(kw_only=True, repr=False)
class Litigation(Table):
    """行政诉讼: lawsuits brought directly, and after reconsideration."""

    direct: ByResult | None = part(
        Wording("未经复议直接起诉", "Litigation without prior reconsideration"),
        _CONTENTS,
        ByResult,
    )
    after_reconsideration: ByResult | None = part(
        Wording("复议后起诉", "Litigation after reconsideration"), _CONTENTS, ByResult
    )


@attrs.frozen(kw_only=True, repr=False)
class Remedies(Table):
    """Table 四. A block that the document lacks is None."""

    reconsideration: ByResult | None = part(
        Wording("行政复议", "Administrative reconsideration"), _CONTENTS, ByResult
    )
    litigation: Litigation | None = part(
        Wording("行政诉讼", "Administrative litigation"), _CONTENTS, Litigation
    )
