"""How a relation is evaluated, in words precise enough to write a program from."""

from ..wording import Wording

SEMANTICS = (
    Wording(
        "地址是报告 JSON 中的路径：requests.received.total 即对象 requests 的 received 的 total。"
        "最后一段是列，其余是行。前缀 prior. 指上年报告的单元格，members. 指各成员报告同一单元格之"
        "和。行和组（如 requests.outcomes）的键可以没有，但值不会是 null；为 null 的只有单元格和 "
        "unit。",
        "An address is a path in the JSON of a report: requests.received.total is total in "
        "received in requests. Its last part is the column, the rest is the row. The prefix "
        "prior. means the cell of the report of the year before, members. the sum of the cell "
        "over the members. The key of a row or of a group (requests.outcomes) may be absent but "
        "is never null; only cells and units are.",
    ),
    Wording(
        "单元格在一份报告中有三种状态。行是对象且有该列：值为数字，null 为空白。行是对象而没有该"
        "列：属于另一种布局。没有该行（键不存在或上层不存在）：空白；但是行的 within 不为 null，而"
        "报告没有该 within 部分，或该部分是一行（对象中有 split 所列 columns 中的任一列；空对象是"
        "几行，各行都没有）时：属于另一种布局。",
        "A cell is in one of three states in a report. The row is an object with the column: its "
        "number, or a blank where it is null. The row is an object without the column: of another "
        "layout. The row is not there (its key, or one above it, is absent): a blank; except that "
        "where the row's within is not null, and the report lacks that part or has it as one row "
        "(an object with any of the columns listed in split; an empty object is several rows, all "
        "absent), the cell is of another layout.",
    ),
    Wording(
        "每个实例的 expected 和 stated 两侧各是若干项。一项为 {coefficient, cell} 时是该单元格；为"
        " {coefficient, cells} 时是其中不属于另一种布局的全部单元格之和。needs 为 members 的实例只"
        "有一个单元格，即 stated 中唯一一项的 cell（与 at 相同），按 roll_up 判断。",
        "An instance has the terms of its sides expected and stated. A term {coefficient, cell} "
        "is that cell; a term {coefficient, cells} is the sum of those of its cells that are not "
        "of another layout. An instance of needs: members has one cell, that of its only stated "
        "term (the same as its at), and is judged as roll_up says.",
    ),
    Wording(
        "not_applicable：needs 为 prior 而没有上年报告；实例有 row 而本报告中该行不是对象（上年报"
        "告中有没有该行无关）；某个 cell 项属于另一种布局；或者全部单元格都是空白。",
        "not_applicable: needs is prior and there is no report of the year before; the instance "
        "has a row and that row is no object in the report itself (whether the report of the year "
        "before has it does not count); a cell of a cell term is of another layout; or every one "
        "of the cells is blank.",
    ),
    Wording(
        "d = stated − expected，空白按 0 计，用精确的十进制数计算：一个数最多 15 位有效数字，几个"
        "数之和可以更多，二进制浮点数存不下。空白的作用系数：在 stated 一侧为 coefficient，在 "
        "expected 一侧为 −coefficient。系数为正的空白能使 d 增大，为负的能使 d 减小；either_sign "
        "的列（change）的空白两者都能。",
        "d = stated − expected, blanks as zero, in exact decimals: a number has at most 15 "
        "significant digits, a sum of several may have more, which no binary double holds. A "
        "blank works on d with its coefficient on the stated side, with −coefficient on the "
        "expected side. A blank that works with + can raise d, one with − can lower it; a blank "
        "of a kind of either_sign (change) can do both.",
    ),
    Wording(
        "sign 为 = 时：d = 0 为 holds；d > 0 时，有空白能使 d 减小为 undetermined，否则 broken；d "
        "< 0 时，有空白能使 d 增大为 undetermined，否则 broken。sign 为 <= 时：d >= 0 为 holds；d "
        "< 0 同前。",
        "With the sign =: d = 0 holds; d > 0 is undetermined if some blank can lower d, else "
        "broken; d < 0 is undetermined if some blank can raise d, else broken. With the sign <=: "
        "d >= 0 holds; d < 0 as before.",
    ),
    Wording(
        "undetermined 且该实例的单元格中恰有一个空白时，needed 为 [{cell, value}]，sign 为 <= 时为"
        " [{cell, at_least}]，数值为 −d × 该空白的作用系数（+1 或 −1），cell 带前缀；有几个空白"
        "时，不论能否弥补，needed 为 []。",
        "Where an instance is undetermined and exactly one of its cells is blank, needed is "
        "[{cell, value}], with the sign <= [{cell, at_least}]: the number is −d times what the "
        "blank works with (+1 or −1), the cell has its prefix. With several blanks, whether or "
        "not they could mend it, needed is [].",
    ),
)
"""The evaluation of a relation within a report or with the year before, step by step."""

ROLL_UP = (
    Wording(
        "needs 为 members 的关系：报告的 scope 为 own，或者没有成员（members 为 null 或空数组）"
        "时，全部 not_applicable。members 中的 null 是没有报送的成员。",
        "A relation whose needs is members: all its instances are not_applicable where the "
        "report's scope is own, or there are no members (null, or an empty array). A null among "
        "the members is a member that did not report.",
    ),
    Wording(
        "比较的报告：本报告和已报送的成员。split 的部分，除非在每一份中都是一行，或者在每一份中都"
        "是几行，否则为混合布局（有报告没有该部分时也是）：该部分的每个单元格（part.列），报告若是"
        "几行的布局，由各行同一列的单元格代替（每行一个，没有该行时也有一个，为空白）；是一行或没"
        "有该部分的，仍是 part.列 本身。",
        "The reports compared are the report itself and the members that reported. A split part "
        "is mixed unless every one of them has it as one row, or every one as several (so it is "
        "where one lacks it): for its cells (part.column), a report that has several rows is "
        "represented by the cell of that column in each of the rows (one a row, also where the "
        "row is absent: then it is a blank), one with one row, or without the part, by "
        "part.column itself.",
    ),
    Wording(
        "除混合布局部分的单元格 part.列 外，单元格在任何一份比较的报告中属于另一种布局时，"
        "not_applicable（因此混合布局时，该部分几行的各实例都是 not_applicable）。amount 列：凡该"
        "行是对象的报告，unit 必须都相同且不为 null，否则 not_applicable；只有本报告时也是这样。",
        "Apart from the cells part.column of a mixed part, an instance is not_applicable where "
        "the cell is of another layout in any of the reports compared (the instances of its "
        "several rows are therefore not_applicable where it is mixed). For a column of the kind "
        "amount, the unit must be the same, and not null, in every report in which the row is an "
        "object, also where that is the report alone; else not_applicable.",
    ),
    Wording(
        "expected 一侧是每个已报送成员的单元格，每个未报送成员另加一个空白；stated 一侧是本报告"
        "的。未报送成员的空白与其他空白一样：change 列的两者都能，全部单元格（包括它们）都是空白时"
        "为 not_applicable。然后同前判断；有未报送的成员时，holds 改为 undetermined，needed 与其他"
        " undetermined 一样得出（可以是 0）。每个空白各算一个，成员的空白名为 members. 加单元格；"
        "未报送成员的，单元格即该实例的单元格。",
        "The expected side is the cell of each member that reported, and one blank for each that "
        "did not; the stated side is that of the report. The blank of a member that did not "
        "report is like any other: of a change it can do both, and where all cells are blank, "
        "those of unreported members included, the instance is not_applicable. Then judge as "
        "before; where a member did not report, holds becomes undetermined, and needed follows as "
        "in any undetermined instance (it may be 0). Every blank counts for itself; a member's is "
        "named members. and its cell, that of an unreported member by the cell of the instance.",
    ),
)
"""What is different where a report is compared with its members."""
