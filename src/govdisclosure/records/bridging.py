"""Whether a report is the same body's of the year before."""

from ..wording import Wording
from .report import Agency, AnnualReport

_OFFICES = ("办公室", "办公厅", "办事处", "人民政府", "政府")


def why_not_before(report: AnnualReport, prior: AnnualReport) -> Wording | None:
    """Return why *prior* is not the report of the year before, None if nothing speaks against it.

    What is not known of either report speaks against nothing.
    """
    if report.year is not None and prior.year is not None and prior.year != report.year - 1:
        return Wording(
            f"提供的上年报告是{prior.year}年度的，应提供{report.year - 1}年度的",
            f"the report given as the year before's is on {prior.year}, not on {report.year - 1}",
        )
    if not may_be_same_body(report.agency, prior.agency):
        other, this = prior.agency.name, report.agency.name
        return Wording(
            f"提供的上年报告属于另一个机关（{other}，本报告是{this}）",
            f"the report given as the year before's is of another body ({other}, not {this})",
        )
    if report.scope and prior.scope and report.scope is not prior.scope:
        return Wording(
            "提供的上年报告口径不同（本级与汇总）",
            "the report given as the year before's has another scope",
        )
    return None


def may_be_same_body(one: Agency, other: Agency) -> bool:
    """Tell whether two reports may be of one body: by their codes, or else by their names.

    A name may be shortened (云溪县青石镇, 青石镇人民政府): the characters of the shorter one stand
    in the longer one, in order.
    """
    if one.code and other.code:
        return one.code == other.code
    if not one.name or not other.name:
        return True
    short, long = sorted((bare_name(one.name), bare_name(other.name)), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def bare_name(name: str) -> str:
    """Return a body's name without the words that may be left out: 人民政府, 办公室."""
    for office in _OFFICES:
        name = name.removesuffix(office)
    return name
