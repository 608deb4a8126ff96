"""What kind of body a name is that of, and on which level: only where the name leaves no doubt.

A 市 may be a city or of county level, a district of a municipality is neither for sure, and a
development zone has no level; then there is none.
"""

import re
from typing import TypeVar

from ...records import Agency, AgencyKind, Level
from .traditional import simplified

_T = TypeVar("_T")

_MUNICIPALITY = r"(?:北京|天津|上海|重庆)市"
_OF_A_GOVERNMENT = r"(?:人民政府|政府)?(?:办公室|办公厅)?\Z"
_DEPARTMENT = r"(?:局|厅|委员会|委|办公室)\Z"
_ZONES = r"(?<!开发)(?<!高新)(?<!新)(?<!园)(?<!景)(?<!保税)(?<!示范)(?<!试验)(?<!合作)(?<!社)"
_DISTRICT = rf"市[^市县省局]{{1,6}}{_ZONES}区"

_LEVELS: tuple[tuple[str, Level], ...] = (
    (r"\A国务院|\A国家[^省市县区州盟旗]*(?:局|委员会|委)\Z", Level.NATIONAL),
    (r"(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|办)?(?:办公室)?\Z", Level.TOWNSHIP),
    (r"(?:县|自治旗|[左右中前后]旗)" + _OF_A_GOVERNMENT, Level.COUNTY),
    (r"县(?![域级])[^县]*" + _DEPARTMENT, Level.COUNTY),
    (rf"\A(?!.*{_MUNICIPALITY}).*{_DISTRICT}{_OF_A_GOVERNMENT}", Level.COUNTY),
    (rf"\A(?!.*{_MUNICIPALITY}).*{_DISTRICT}[^市县区]*{_DEPARTMENT}", Level.COUNTY),
    (r"\A[^市县]*(?:省|自治区)" + _OF_A_GOVERNMENT, Level.PROVINCE),
    (r"\A[^市县]*(?:省|自治区)[^市县区州盟旗]*" + _DEPARTMENT, Level.PROVINCE),
    (rf"\A{_MUNICIPALITY}(?:{_OF_A_GOVERNMENT}|[^市县区镇乡]*{_DEPARTMENT})", Level.PROVINCE),
    (r"(?:自治州|盟)(?:行政公署|行署)?" + _OF_A_GOVERNMENT, Level.CITY),
    (r"地区(?:行政公署|行署)(?:办公室)?\Z", Level.CITY),
)
_KINDS: tuple[tuple[str, AgencyKind], ...] = (
    (r"(?:公司|集团|医院|学校|大学|学院|中学|小学|协会|学会|银行)\Z", AgencyKind.ORGANIZATION),
    (r"街道(?:办事处|办)?\Z|(?:办公厅|办公室)\Z", AgencyKind.OFFICE),
    (r"(?:人民政府|政府|行政公署|行署)\Z", AgencyKind.GOVERNMENT),
    (rf"(?:镇|乡|县|市|省|自治区|自治州|旗|{_DISTRICT})\Z", AgencyKind.GOVERNMENT),
    (r"(?:局|厅|署|(?<!管理)(?<!村民)(?<!居民)委员会)\Z", AgencyKind.DEPARTMENT),
    (r"(?<![市县区省党管村居])委\Z", AgencyKind.DEPARTMENT),
    (r"\A[^省市县区]+部\Z", AgencyKind.DEPARTMENT),
)


def agency(name: str | None) -> Agency:
    """Return the body of that name, with its kind and level where the name tells them."""
    if name is None:
        return Agency()
    plain = simplified(name)
    return Agency(name=name, kind=_first(_KINDS, plain), level=_first(_LEVELS, plain))


def _first(table: tuple[tuple[str, _T], ...], name: str) -> _T | None:
    return next((value for pattern, value in table if re.search(pattern, name)), None)
