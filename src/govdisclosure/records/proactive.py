"""Table 二: what was disclosed proactively (Regulations, art. 20 items 1, 5, 6, 8 and 9).

A row has one of several layouts. Real reports mix them, so the layout is the row's class and says
nothing about the report's year.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from ..law import ogi
from ..wording import Wording
from .form import amount, change, choice, count, part
from .printing import Row, Table


class Unit(StrEnum):
    """The unit that an amount of money is printed in."""

    YUAN = "元"
    TEN_THOUSAND_YUAN = "万元"


@attrs.frozen(kw_only=True, repr=False)
class DocumentsInForce(Row):
    """Government rules or normative documents, 2021 layout: made, repealed, in force (件)."""

    issued: int | None = count("本年制发件数", "Issued this year")
    repealed: int | None = count("本年废止件数", "Repealed this year")
    in_force: int | None = count("现行有效件数", "In force")


@attrs.frozen(kw_only=True, repr=False)
class DocumentsPublished(Row):
    """Government rules or normative documents, 2019 layout: made, newly public, all public."""

    issued: int | None = count("本年新制作数量", "Made this year")
    newly_published: int | None = count("本年新公开数量", "Newly published this year")
    published_total: int | None = count("对外公开总数量", "Published in total")


@attrs.frozen(kw_only=True, repr=False)
class Decisions(Row):
    """Powers such as licensing, 2021 layout: the decisions made in the year."""

    decisions: int | None = count("本年处理决定数量", "Decisions this year")


@attrs.frozen(kw_only=True, repr=False)
class ItemsAndDecisions(Row):
    """Powers such as licensing, 2019 layout: items of power, their change, decisions made."""

    prior_items: int | None = count("上一年项目数量", "Items in the previous year")
    change: int | None = change("本年增/减", "Change this year")
    decisions: int | None = count("处理决定数量", "Decisions")


@attrs.frozen(kw_only=True, repr=False)
class FeesCollected(Row):
    """Administrative and institutional fees, 2021 layout: the sum collected in the year.

    ``unit`` is what the document prints; the form says 万元.
    """

    amount: Decimal | None = amount(
        "本年收费金额（单位：万元）", "Collected this year (10,000 yuan)"
    )
    unit: Unit = choice(Unit, default=Unit.TEN_THOUSAND_YUAN)


@attrs.frozen(kw_only=True, repr=False)
class FeeItems(Row):
    """Administrative and institutional fees, 2019 layout: items charged for, and their change."""

    prior_items: int | None = count("上一年项目数量", "Items in the previous year")
    change: int | None = change("本年增/减", "Change this year")


@attrs.frozen(kw_only=True, repr=False)
class Procurement(Row):
    """Centralised government procurement (2019 edition only): projects and their total price.

    ``unit`` is None where the document prints none.
    """

    projects: int | None = count("采购项目数量", "Projects")
    amount: Decimal | None = amount("采购总金额", "Total price")
    unit: Unit | None = choice(Unit)


_DOCUMENTS: dict[str, type[Any]] = {"2019": DocumentsPublished, "2021": DocumentsInForce}
_POWERS: dict[str, type[Any]] = {"2019": ItemsAndDecisions, "2021": Decisions}


@attrs.frozen(kw_only=True, repr=False)
class ProactiveDisclosure(Table):
    """Table 二. A row that the document lacks is None."""

    government_rules: DocumentsPublished | DocumentsInForce | None = part(
        Wording("规章", "Government rules"), ogi("20(1)"), _DOCUMENTS
    )
    normative_documents: DocumentsPublished | DocumentsInForce | None = part(
        {
            "2019": Wording("规范性文件", "Normative documents"),
            "2021": Wording("行政规范性文件", "Administrative normative documents"),
        },
        ogi("20(1)"),
        _DOCUMENTS,
    )
    licensing: ItemsAndDecisions | Decisions | None = part(
        Wording("行政许可", "Administrative licensing"), ogi("20(5)"), _POWERS
    )
    other_services: ItemsAndDecisions | Decisions | None = part(
        Wording("其他对外管理服务事项", "Other external administrative services"),
        ogi("20(5)"),
        {"2019": ItemsAndDecisions, "2021": None},
        also=(Decisions,),
    )
    penalties: ItemsAndDecisions | Decisions | None = part(
        Wording("行政处罚", "Administrative penalties"), ogi("20(6)"), _POWERS
    )
    compulsion: ItemsAndDecisions | Decisions | None = part(
        Wording("行政强制", "Administrative compulsion"), ogi("20(6)"), _POWERS
    )
    fees: FeeItems | FeesCollected | None = part(
        Wording("行政事业性收费", "Administrative and institutional fees"),
        ogi("20(8)"),
        {"2019": FeeItems, "2021": FeesCollected},
    )
    procurement: Procurement | None = part(
        Wording("政府集中采购", "Centralised government procurement"),
        ogi("20(9)"),
        {"2019": Procurement, "2021": None},
    )
