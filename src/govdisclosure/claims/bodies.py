"""Whose number it is: the body that reports, or another."""

import re
from enum import Enum, auto
from functools import cache

import attrs

from ..records import AgencyKind, AnnualReport, Level, Scope
from .kinds import Kind
from .tokens import Token


class Whose(Enum):
    """Whose numbers a sentence gives."""

    OWN = auto()
    UNSURE = auto()
    OTHER = auto()


_BODY = re.compile(
    r"[\u4e00-\u9fff]{0,14}(?:人民政府|政府|办公[室厅]|管委会|委员会|街道|开发区|园区|集团|公司|中心|法院|检察院|部门|单位"
    r"|机关|科室|系统|[局委厅办署镇乡县区市省院所处])"
    "(?=$|高度|认真|严格|积极|始终|切实|深入|全面|持续|不断|坚持|进一步|主动|另|还|也|则|一家)"
)
_NO_SUBJECT = re.compile(
    "围绕|按照?|根据|依据|依托|贯彻|落实|坚持|在|经|向|对|为|将|以|通过|严格|认真|进一步|积极|切实|强化|加强|健全|完善|紧扣"
    "|聚焦|结合|配合|联合|会同|组织|指导|督促|报|与|和|不断|持续|深入|做好|推进|建立|规范|畅通|其|及时|主要|是|由|被|就"
)
_GOVERNMENT = re.compile(
    "(?:人民政府|政府|管委会|管理委员会|办事处|街道|[省市县区镇乡州旗盟])(?:[(].*[)])?$"
)
_THEIR_GOVERNMENT = re.compile("[省市县区旗州](?:人民)?政府$")
_TERRITORY = re.compile("街道|[省市县区镇乡州旗盟]")
_TOWNSHIP_NAME = re.compile("(?:[镇乡]|街道|街道办事处|[镇乡]人民政府)$")


@attrs.frozen(kw_only=True)
class Speaker:
    """The body that reports, as far as its name, kind, level and scope are known."""

    name: str
    government: bool | None
    township: bool
    scope: Scope | None

    def of_word(self, token: Token) -> Whose:
        """Tell whose number stands behind 我局, 全市, 各部门."""
        if token.kind is Kind.NARROW:
            return Whose.OWN if self.scope is Scope.OWN and "本级" in token.text else Whose.OTHER
        kind = re.sub("[我本全各级内]|范围|机关|行政", "", token.text)
        if not kind or kind in ("单位", "部门"):
            consolidated = self.scope is Scope.CONSOLIDATED
            return Whose.UNSURE if consolidated and not token.text.startswith("各") else Whose.OWN
        if kind not in "市县区省镇乡街道州旗盟":
            consolidated = self.scope is Scope.CONSOLIDATED or self.government is True
            return Whose.UNSURE if consolidated else Whose.OWN
        if self.scope is Scope.OWN or self.government is False:
            return Whose.UNSURE
        territories = _TERRITORY.findall(self.name)
        own = not territories or kind[0] == territories[-1][0]
        return Whose.OWN if own else Whose.UNSURE

    def of_name(self, text: str, *, subject: bool) -> Whose | None:
        """Tell whose number stands behind a name; None if *text* names no body.

        At the beginning of a clause the name is its *subject*.
        """
        plain = text.replace("人民政府", "政府")
        if self._begins_with_own_name(plain):
            return Whose.OWN
        found = _BODY.match(text)
        if found is None or (subject and _NO_SUBJECT.match(text)):
            return None
        if _THEIR_GOVERNMENT.search(found.group()) and self.government is not False:
            return Whose.UNSURE
        return Whose.OTHER if self.name else Whose.UNSURE

    def _begins_with_own_name(self, plain: str) -> bool:
        """Tell whether *plain* begins with the body's name, or with a short form of it.

        A government above the townships may mean its own office only: its name alone is not sure.
        """
        own = self.name.replace("人民政府", "政府")
        names = [own]
        if self.township:
            bare = own.removesuffix("政府").removesuffix("办事处")
            names += [bare, bare + "政府", bare + "办事处"]
        for name in filter(None, names):
            for length in range(min(len(plain), len(name)), 1, -1):
                if name.endswith(plain[:length]):
                    short = name[-length:]
                    office = self.scope is Scope.OWN or self.township
                    return office or _THEIR_GOVERNMENT.search(short) is None
        return False


@cache
def _speaker(
    name: str | None, kind: AgencyKind | None, level: Level | None, scope: Scope | None
) -> Speaker:
    plain = "".join((name or "").split())
    government = None if not plain else _GOVERNMENT.search(plain) is not None
    if kind is not None:
        government = kind is AgencyKind.GOVERNMENT
    township = level is Level.TOWNSHIP or _TOWNSHIP_NAME.search(plain) is not None
    return Speaker(name=plain, government=government, township=township, scope=scope)


def speaker_of(report: AnnualReport) -> Speaker:
    """Return the body that reports."""
    agency = report.agency
    return _speaker(agency.name, agency.kind, agency.level, report.scope)
