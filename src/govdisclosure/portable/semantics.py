"""How a relation is evaluated, in words precise enough to write a program from."""

from ..wording import Wording

SEMANTICS = (
    Wording(
        "地址是报告 JSON 中的路径：requests.received.total 即对象 requests 的 received 的 total。"
        "最后一段是列，其余是行。前缀 prior. 指上年报告的单元格，members. 指各成员报告同一单元格"
        "之和。",
        "An address is a path in the JSON of a report: requests.received.total is total in "
        "received in requests. Its last part is the column, the rest is the row. The prefix "
        "prior. means the cell of the report of the year before, members. the sum of the cell "
        "over the members.",
    ),
    Wording(
        "单元格在一份报告中有三种状态。行是对象且有该列：值为数字，null 为空白。行是对象而没有该"
        "列：属于另一种布局。没有该行（键不存在或上层不存在）：空白；但是行的 within 不为 null，"
        "而报告没有该 within 部分，或该部分是一行（有 split 所列的 columns）时：属于另一种布局。",
        "A cell is in one of three states in a report. The row is an object with the column: its "
        "number, or a blank where it is null. The row is an object without the column: of another "
        "layout. The row is not there (its key, or one above it, is absent): a blank; except that "
        "where the row's within is not null, and the report lacks that part or has it as one row "
        "(with the columns listed in split), the cell is of another layout.",
    ),
    Wording(
        "每个实例的 expected 和 stated 各是若干项。一项为 {coefficient, cell} 时是该单元格；为 "
        "{coefficient, cells} 时是其中不属于另一种布局的全部单元格之和。",
        "An instance has terms on two sides, expected and stated. A term {coefficient, cell} is "
        "that cell; a term {coefficient, cells} is the sum of those of its cells that are not of "
        "another layout.",
    ),
    Wording(
        "not_applicable：needs 为 prior 而没有上年报告；实例有 row 而报告中该行不是对象；某个 "
        "cell 项属于另一种布局；或者全部单元格都是空白。",
        "not_applicable: needs is prior and there is no report of the year before; the instance "
        "has a row and that row is no object in the report; a cell of a cell term is of another "
        "layout; or every one of the cells is blank.",
    ),
    Wording(
        "d = stated − expected，空白按 0 计，用精确的十进制数计算。空白的作用系数：在 stated 一侧"
        "为 coefficient，在 expected 一侧为 −coefficient。系数为正的空白能使 d 增大，为负的能使 "
        "d 减小；either_sign 的列（change）的空白两者都能。",
        "d = stated − expected, blanks as zero, in exact decimals. A blank works on d with its "
        "coefficient on the stated side, with −coefficient on the expected side. A blank that "
        "works with + can raise d, one with − can lower it; a blank of a kind of either_sign "
        "(change) can do both.",
    ),
    Wording(
        "sign 为 = 时：d = 0 为 holds；d > 0 时，有空白能使 d 减小为 undetermined，否则 broken；"
        "d < 0 时，有空白能使 d 增大为 undetermined，否则 broken。sign 为 <= 时：d >= 0 为 holds"
        "；d < 0 同前。",
        "With the sign =: d = 0 holds; d > 0 is undetermined if some blank can lower d, else "
        "broken; d < 0 is undetermined if some blank can raise d, else broken. With the sign <=: "
        "d >= 0 holds; d < 0 as before.",
    ),
    Wording(
        "undetermined 且恰有一个空白时，needed 为 [{cell, value}]，sign 为 <= 时为 [{cell, "
        "at_least}]，数值为 −d × 该空白的作用系数（+1 或 −1），cell 带前缀；有几个空白时 needed "
        "为 []。",
        "Where an instance is undetermined and exactly one blank is left, needed is [{cell, "
        "value}], with the sign <= [{cell, at_least}]: the number is −d times what the blank "
        "works with (+1 or −1), the cell has its prefix. With several blanks needed is [].",
    ),
)
"""The evaluation of a relation within a report or with the year before, step by step."""

ROLL_UP = (
    Wording(
        "needs 为 members 的关系：报告的 scope 为 own，或者没有成员（members 为 null 或空数组）时，"
        "全部 not_applicable。members 中的 null 是没有报送的成员。",
        "A relation whose needs is members: all its instances are not_applicable where the "
        "report's scope is own, or there are no members (null, or an empty array). A null among "
        "the members is a member that did not report.",
    ),
    Wording(
        "比较的报告：本报告和已报送的成员。split 的部分在其中有的是一行、有的是几行，或者有报告没"
        "有该部分时，为混合布局：该部分的每个单元格（part.列），报告若是几行的布局，由各行同一列"
        "的单元格（每行一个，空白也算）代替；是一行或没有该部分的，仍是 part.列 本身。",
        "The reports compared are the report itself and the members that reported. A split part "
        "is mixed where some of them have it as one row and some as several, or one of them "
        "lacks it: for its cells (part.column), a report that has several rows is represented by "
        "the cell of that column in each of the rows (one a row, blank or not), one with one "
        "row, or without the part, by part.column itself.",
    ),
    Wording(
        "除混合布局的该部分外，单元格在任何一份比较的报告中属于另一种布局时，not_applicable。"
        "amount 列：凡该行是对象的报告，unit 必须都相同且不为 null，否则 not_applicable。",
        "Apart from a mixed part, an instance is not_applicable where the cell is of another "
        "layout in any of the reports compared. For a column of the kind amount, the unit must "
        "be the same, and not null, in every report in which the row is an object; else "
        "not_applicable.",
    ),
    Wording(
        "expected 一侧是每个已报送成员的单元格，每个未报送成员另加一个空白；stated 一侧是本报告的。"
        "然后同前判断；有未报送的成员时，holds 改为 undetermined。每个空白各算一个，成员的空白名为 "
        "members. 加单元格。",
        "The expected side is the cell of each member that reported, and one blank for each that "
        "did not; the stated side is that of the report. Then judge as before; where a member "
        "did not report, holds becomes undetermined. Every blank counts for itself; a member's "
        "is named members. and its cell.",
    ),
)
"""What is different where a report is compared with its members."""
