"""What the schemas of profiles, waivers and rosters say of their classes and keys."""

from collections.abc import Mapping
from typing import Any

from ..contract import Words, words
from ..law import Basis
from ..profiles import Profile
from ..relations import Relation, Term
from ..rosters import Body
from ..waivers import Waiver
from ..wording import Wording

PROFILE = words(
    "本地配置",
    "Local profile",
    "一地或一个机关在全国统一格式之外的要求。",
    "What a place or an office asks for beside the national form.",
)
WAIVERS = words(
    "豁免清单",
    "Waivers",
    "经审核认可的问题及理由；豁免的问题仍列在结果中。",
    "Findings that are accepted, with the reason; they stay in the output.",
)
ROSTER = words(
    "机关名册",
    "Roster of bodies",
    "哪些机关应当报送，谁的报告汇总谁的。",
    "Which bodies report, and whose report sums up whose.",
)

CLASSES: Mapping[type[Any], Words] = {
    Profile: PROFILE,
    Waiver: words(
        "豁免",
        "Waiver",
        "认可的一个问题：规则、位置和理由。",
        "A finding that is accepted: the rule, where, and why.",
    ),
    Body: words("机关", "Body", "应当报送的一个机关。", "A body that reports."),
    Relation: words(
        "勾稽关系",
        "Relation",
        "expected 一侧等于或不大于 stated 一侧；范围 over 中每一项各检查一次。",
        "The expected side equals, or is at most, the stated side; once for each key of over.",
    ),
    Term: words(
        "一项",
        "Term",
        "系数乘以一个单元格；单元格可含 {at} 和另一个范围，后者表示求和。",
        "A coefficient times a cell; the cell may hold {at}, and one further range to be summed.",
    ),
    Wording: words(
        "两种语言的文字",
        "Wording",
        "中文和英文各一；只写一段文字的，两种语言都用它。",
        "A text in Chinese and one in English; a single text stands for both.",
    ),
    Basis: words(
        "依据",
        "Basis",
        "条例条款（如 20(1), 36(3)），或文件的名称和文号。",
        "Places in the Regulations (20(1), 36(3)), or a document's title and number.",
    ),
}

KEYS: Mapping[tuple[type[Any], str], Words] = {
    (Profile, "name"): words(
        "配置名称", "Whose profile it is", "显示在检查结果中。", "It is shown in reviews."
    ),
    (Profile, "severities"): words(
        "各规则的严重程度",
        "Severities by rule",
        "键为规则编号；原本更轻的问题不变。",
        "By the id of a rule; a finding that is milder than its rule stays so.",
    ),
    (Profile, "off"): words(
        "不检查的规则", "Rules that are not applied", "规则编号。", "Ids of rules."
    ),
    (Profile, "on"): words(
        "开启的规则（默认不检查）",
        "Rules to apply that are off by default",
        "规则编号，不得同时在 off 中。",
        "Ids of rules, none of them also in off.",
    ),
    (Profile, "deadlines"): words(
        "公布期限（次年，MM-DD）",
        "Last days of publication (of the following year, MM-DD)",
        "按机关类型；不晚于条例第四十九条的期限。",
        "By kind of body; no later than article 49 of the Regulations allows.",
    ),
    (Profile, "overview_limit"): words(
        "第一部分字数上限",
        "Most characters in section 1",
        "超过的，由 text.length 提示。",
        "What is longer is a finding of text.length.",
    ),
    (Profile, "rule_making_bodies"): words(
        "有规章制定权的机关",
        "Bodies that make rules",
        "机关名称；其规章数可以不是 0。",
        "Names of bodies whose government rules may be other than 0.",
    ),
    (Profile, "relations"): words(
        "另外的勾稽关系", "Further relations", "与格式的关系一并检查。", "Beside those of the form."
    ),
    (Relation, "id"): words(
        "规则编号",
        "Id of the rule",
        "小写字母、数字、下划线和点，如 local.fees；不得与已有规则相同。",
        "Lower-case words with points between, such as local.fees; no other rule has it.",
    ),
    (Relation, "severity"): words(
        "严重程度",
        "Severity",
        "error 错误，warning 警告，note 提示。",
        "How bad a finding is: an error, a warning or a note.",
    ),
    (Relation, "basis"): words(
        "依据",
        "Basis",
        "条例条款（如 20(1)），或文件名称和文号。",
        "Places in the Regulations (20(1)), or a document's title and number.",
    ),
    (Relation, "confidence"): words(
        "审核机关是否检查",
        "Whether a reviewer applies it",
        "H 必查，M 通常检查，L 本项目的建议。",
        "H surely, M probably, L an idea.",
    ),
    (Relation, "sentences"): words(
        "规则的内容",
        "What the rule demands",
        "一句话，两种语言。",
        "A sentence, in both languages.",
    ),
    (Relation, "expected"): words(
        "应等于的一侧", "The expected side", "各项之和。", "The sum of its terms."
    ),
    (Relation, "sign"): words(
        "关系",
        "What stands between the sides",
        "= 相等，<= 前者不大于后者；省略时为 =。",
        "= equals, <= is at most; = where left out.",
    ),
    (Relation, "stated"): words(
        "报告所填的一侧", "The stated side", "各项之和。", "The sum of its terms."
    ),
    (Relation, "why"): words(
        "为什么要求", "Why it is asked for", "说明不这样会怎样。", "What goes wrong without it."
    ),
    (Relation, "mend"): words(
        "怎样改正", "How to mend a finding", "告诉填表人怎么办。", "What the clerk should do."
    ),
    (Relation, "over"): words(
        "逐一适用的范围",
        "The range it is applied over",
        "如 applicant、request_row；省略时为全表一次。",
        "Such as applicant or request_row; once for the whole report where left out.",
    ),
    (Relation, "row"): words(
        "所涉及的行",
        "The row that an instance is about",
        "可含 {at}；报告没有该行的，不检查。",
        "It may hold {at}; without the row in the report the instance does not apply.",
    ),
    (Relation, "message"): words(
        "问题的表述",
        "The sentence of a finding",
        "可含 {at}、{expected}、{actual}、{difference}、{expected_sum}、{actual_sum}。",
        "It may hold {at}, {expected}, {actual}, {difference}, {expected_sum}, {actual_sum}.",
    ),
    (Term, "cell"): words(
        "单元格地址",
        "Address of the cell",
        "前缀 prior. 指上年报告，members. 指各成员报告之和。",
        "With the prefix prior. of the year before, with members. the sum over the members.",
    ),
    (Term, "coefficient"): words(
        "系数", "Coefficient", "1 或 -1；省略时为 1。", "1 or -1; 1 where left out."
    ),
    (Waiver, "rule"): words(
        "规则编号", "Id of the rule", "认可的是哪条规则的问题。", "Whose finding is accepted."
    ),
    (Waiver, "at"): words(
        "位置（问题的 at）",
        "Where: the finding's at",
        "与问题中的 at 完全相同。",
        "Exactly as the finding has it.",
    ),
    (Waiver, "reason"): words(
        "理由", "The reason", "列在结果中。", "It is shown beside the finding."
    ),
    (Waiver, "until"): words(
        "截止日期",
        "The last day",
        "到这一天（含）为止有效；省略时一直有效。",
        "The waiver holds up to and on this day; without it, always.",
    ),
    (Waiver, "agency"): words(
        "机关名称或代码",
        "Name or code of the body",
        "省略时为所有机关。",
        "Every body where left out.",
    ),
    (Waiver, "year"): words(
        "报告年度", "Year reported on", "省略时为所有年度。", "Every year where left out."
    ),
    (Waiver, "source"): words(
        "文件名",
        "Name of the document",
        "文件名或路径的末尾；省略时为所有文件。",
        "Its name, or the end of its path; every document where left out.",
    ),
    (Body, "name"): words(
        "机关名称", "Name of the body", "与报告中的名称相对应。", "As its report has it."
    ),
    (Body, "code"): words(
        "机关代码",
        "Official code",
        "例如统一社会信用代码。",
        "For example the unified social credit code.",
    ),
    (Body, "kind"): words(
        "机关类型",
        "Kind of body",
        "department 部门，government 政府，office 办公室，organization 法律法规授权的组织。",
        "A department, a government, a government's office, or an authorized organization.",
    ),
    (Body, "level"): words(
        "层级",
        "Level of government",
        "national 国家，province 省，city 设区的市，county 县，township 乡镇街道。",
        "The level of government that the body belongs to.",
    ),
    (Body, "parent"): words(
        "上级机关的名称或代码",
        "Name or code of the body above",
        "汇总本机关报告的机关，须在名册中。",
        "The body whose report sums this one's up; it is on the roster.",
    ),
    (Body, "scope"): words(
        "报告口径（own 本级，consolidated 汇总）",
        "Scope of its report: own or consolidated",
        "无所谓时省略。",
        "Left out where it does not matter.",
    ),
}

LANGUAGES: Mapping[str, Words] = {
    "zh": words("中文", "Chinese", "中文文字。", "The text in Chinese."),
    "en": words("英文", "English", "英文文字。", "The text in English."),
}
NUMBER = words("文号", "Number", "文件的文号。", "The document's official number.")
DEADLINES: Mapping[str, Words] = {
    "department": words("部门", "Departments", "不晚于 01-31。", "No later than 01-31."),
    "government": words("政府", "Governments", "不晚于 03-31。", "No later than 03-31."),
    "township": words("乡镇街道", "Townships", "条例没有规定日期。", "The Regulations set no day."),
}
LISTS: Mapping[type[Any], Words] = {
    Waiver: words("各项豁免", "The waivers", "每项一张表 [[waiver]]。", "A table [[waiver]] each."),
    Body: words("各机关", "The bodies", "每个机关一张表 [[body]]。", "A table [[body]] each."),
}
