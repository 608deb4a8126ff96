"""The words that prose uses for the cells of the form, and those that narrow or widen a number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache

from .beginnings import beginnings
from .numerals import ARABIC, CHINESE


class Kind(Enum):
    """What a word does in a clause."""

    OPEN = auto()
    CLOSE = auto()
    STOP = auto()
    """It ends a clause (，；)."""
    COMMA = auto()
    """It joins the members of a list (、), or leads to a number (：)."""
    PERCENT = auto()
    NUMBER = auto()
    YEAR = auto()
    OTHER_TIME = auto()
    PERIOD = auto()
    THIS_TIME = auto()
    COMPARED = auto()
    PLANNED = auto()
    DENIED = auto()
    CHANNEL = auto()
    ASIDE = auto()
    """It counts something that has no cell of its own."""
    BODY = auto()
    """The body itself, or its territory (我局, 全市)."""
    NARROW = auto()
    """A part of the body, or of the bodies (本级, 各部门)."""
    PART = auto()
    """What follows is a part of what stands before (其中)."""
    SUM = auto()
    EACH = auto()
    JOIN = auto()
    SUCH_AS = auto()
    REQUEST = auto()
    VERB = auto()
    """What was done with requests as a whole (收到, 答复)."""
    CARRIED = auto()
    OUTCOME = auto()
    APPLICANT = auto()
    BLOCK = auto()
    RESULT = auto()
    DOCUMENT = auto()
    DONE = auto()
    """What was done with a document (制发)."""
    DECISION = auto()
    FEES = auto()
    FILL = auto()


_INFORMATION = "(?:(?:政府|政务)?信息|政务)"
REQUEST = (
    f"(?:{_INFORMATION}公开的?依?申请|{_INFORMATION}依申请公开|依申请(?:公开)?的?{_INFORMATION}?(?:公开)?(?:的?申请)?"
    f"|申请(?:主动)?公开的?{_INFORMATION}?|公开申请|{_INFORMATION}申请|申请)"
    "(?:公开)?(?:事项|案件|信息|表|书|件)*"
)
AGENTS = (
    "(?:公民、?法人(?:和|及|或|或者|以及|与|、)?(?:其[他它]|非法人)?(?:社会)?组织(?:等)?"
    "|社会公众|人民群众|社会各界|公众|群众|社会|市民|申请人|外界|公民)"
    "(?:提出|提交|递交|申请)?的?"
)
RECONSIDERATION = (
    "(?:被|被申请人?)?(?:申请|提起|提出|引发|引起)?的?行政复议(?:申请|案件|事项|案|件)*"
    "|(?<!经)复议(?:案件|申请|案|件)*(?!后)"
)
LITIGATION = (
    "(?:被|被告)?(?:提起|提出|引发|引起)?的?(?:行政诉讼|行政应诉|诉讼|应诉)(?:案件|事项|案|件)*"
)
DIRECT = "(?:未经(?:行政)?复议)(?:而|就|后)?(?:直接)?(?:起诉|(?:提起)?(?:行政)?诉讼)?(?:案件|件)*"
AFTER = "经?(?:行政)?复议后(?:再)?(?:又)?(?:起诉|提起(?:行政)?诉讼|(?:行政)?诉讼)(?:案件|件)*"

CARRIED_IN = (
    "(?:(?:由|从|自|办理)?(?:上一?个?年度?|去年|前一年度?|往年|{year}年度?)"
    "(?:的|未办结|受理)?(?:结转|转结|转入|接转|遗留|延续|顺延|跨年)"
    "(?:(?:至|到|入)?(?:今年|本年度?|当年))?(?:继续)?(?:办理|答复|处理)*的?"
    "|(?:结转|承接)自?(?:上一?年度?|去年)的?)"
)
CARRIED_OUT = (
    "(?:(?:结转|转结|顺延|延续|跨年|转|延期|留)(?:至|到|入|给)?"
    "(?:下一?个?年度?|次年|明年|翌年|{year}年度?)(?:继续)?(?:办理|处理|答复|办结|完成)*的?"
    "|(?:尚未|未)(?:办结|办理完毕|办理完结)|顺延的?)"
)

_OUTCOMES = {
    "partially_granted": "(?:同意|予以|给予|准予)?部分(?:予以|给予|同意)?公开|区分处理",
    "denied": "不予以?公开|不同意公开|未予公开",
    "granted": "(?:同意|予以|给予|准予)(?:全部|全文|完全)?公开|全部(?:予以|同意)?公开",
    "denied.state_secret": "(?:属于|涉及)?国家秘密",
    "denied.prohibited_by_law": "(?:其他)?法律、?行政法规禁止公开",
    "denied.security_and_stability": "(?:可能)?(?:危及)?[“\"]?三安全一稳定[”\"]?",
    "denied.third_party_rights": "(?:保护)?第三方合法权益",
    "denied.internal_affairs": "(?:属于)?(?:三类)?内部事务信息",
    "denied.deliberative_process": "(?:属于)?(?:四类)?过程性信息",
    "denied.enforcement_file": "(?:属于)?行政执法案卷(?:信息)?",
    "denied.registry_query": "(?:属于)?行政查询事项",
    "unavailable": "无法提供|不能提供",
    "unavailable.not_held": "(?:本(?:行政)?机关|本单位)?不掌握(?:相关|该)?(?:政府)?(?:信息)?",
    "unavailable.must_be_created": "(?:没有|无)现成信息(?:、?需要?(?:另行|重新)制作)?",
    "unavailable.still_unclear": "补正后(?:申请)?(?:内容)?仍不明确",
    "not_processed": "不予处理|不作处理",
    "not_processed.petition": "信访、?举报、?投诉类?的?(?:申请)?",
    "not_processed.repeated": "重复(?:提出)?申请",
    "not_processed.publication": "(?:要求)?提供公开出版物",
    "not_processed.excessive": "(?:无正当理由)?大量、?反复申请",
    "not_processed.certification": (
        "(?:要求)?(?:行政机关)?确认(?:或|或者)重新出具(?:已获取的?信息)?"
    ),
    "closed_otherwise": "(?:作|做|予以|按)?其[他它](?:方式)?处理(?:方式)?",
    "closed_otherwise.not_corrected": "(?:申请人)?(?:无正当理由)?逾期[不未](?:予)?补正",
    "closed_otherwise.fee_unpaid": "(?:申请人)?逾期[不未](?:按收费通知要求)?(?:缴费|缴纳费用)",
}
_VERBS = {
    "newly_received": "新收到?|新接收|新受理|新增",
    "received": "收到|接收到?|接到|受理|收办",
    "answered": "答复|回复|办结|办复|办毕|审结|办理(?:完毕|完成|完结)",
    "handled": "办理|处理",
}
_APPLICANTS = {
    "organizations": "法人(?:和|及|或|或者|以及|与|、)?(?:其[他它]|非法人)组织",
    "natural_person": "自然人",
    "enterprise": "商业企业",
    "research_institution": "科研机构",
    "public_welfare_organization": "社会公益组织",
    "legal_service_institution": "法律服务机构",
}
_BLOCKS = {
    "litigation.direct": DIRECT,
    "litigation.after_reconsideration": AFTER,
    "reconsideration": RECONSIDERATION,
    "litigation": LITIGATION,
}
_RESULTS = {
    "upheld": "(?:结果)?(?:被|予以|获得?|得到|为)?维持(?:原(?:具体)?(?:行政行为|决定|答复))?",
    "corrected": "(?:结果)?(?:被|予以|为)?(?:纠正|纠错)",
    "other": "其[他它]结果",
    "pending": "尚未审结|未审结|(?:正在|尚在)审理中?|未结",
}
_DOCUMENTS = {
    "government_rules": "(?:政府)?规章(?!制度)",
    "normative_documents": "(?:行政)?规范性文件",
}
_DONE = {
    "issued": "制发|制定(?!的)|新制定|新制作",
    "repealed": "废止(?!和|、|或|及|与)",
    "in_force": "现行有效的?",
}
_DECISIONS = {
    "licensing": "行政许可(?:处理)?决定(?:数量)?",
    "penalties": "行政处罚(?:处理)?决定(?:数量)?",
    "compulsion": "行政强制(?:措施)?(?:处理)?决定(?:数量)?",
}
_UNITS = (
    "万元|亿元|元|件次|条次|人次|件|份|宗|条|次|个|项|例|起|期|场|篇|家|人|名|部|类|批|册|户|本|页|天|日|年|月"
)
_MORE = "[余多来]"
NUMBER = (
    rf"(?P<near>近|约|逾|超过?|大约)?"
    rf"(?:(?<![第\d])(?<!\d[.,，]){ARABIC}|(?<![第每任零〇一二两三四五六七八九十百千万亿]){CHINESE})"
    rf"(?P<more>{_MORE})?(?P<myriad>[万亿千](?!元))?(?P<more_still>{_MORE})?(?P<unit>{_UNITS})?"
    r"(?P<after>左右|以上|以下|以内|上下)?"
)
_TERRITORIES = "市|县|区|省|镇|乡|街道|街|州|旗|盟"

_MARKS = (
    (Kind.OPEN, "open", r"[(\[【〔]"),
    (Kind.CLOSE, "close", r"[)\]】〕]"),
    (Kind.STOP, "stop", "[,，;。!?]"),
    (Kind.COMMA, "comma", "[、:]"),
    (Kind.FILL, "ordinal", r"\A(?:[一二三四五六七八九十]{1,3}(?:是|、)|\d{1,2}[.、](?!\d))"),
    (Kind.FILL, "cited", "(?:按照?|根据|依据|依照|参照)?※+(?:的?(?:有关|相关)?(?:规定|要求))?"),
)
_TIMES = (
    (Kind.PERCENT, "percent", r"\d+(?:\.\d+)?(?:%|个百分点)"),
    (Kind.FILL, "whole_year", r"(?:截至|截止|至|自|从|到)?(?:12月(?:31日|底|末)(?:止|期间)?|1月1日|1月?[-—至到]12月)"),
    (Kind.PERIOD, "period", r"\d{1,2}(?:[-—至到]\d{1,2})?月份?|[上下]半年|第?[一二三四1-4]季度"),
    (Kind.CARRIED, "carried_between", r"(?P<from>\d{4})年度?的?结转(?:至|到|入)(?P<to>\d{4})年度?"),
    (Kind.CARRIED, "carried_in", CARRIED_IN.replace("{year}", r"(?P<in_year>\d{4})")),
    (Kind.CARRIED, "carried_out", CARRIED_OUT.replace("{year}", r"(?P<out_year>\d{4})")),
    (Kind.YEAR, "year", r"(?<!\d)(?:19|20)\d{2}年度?(?!来)"),
    (
        Kind.OTHER_TIME,
        "other_time",
        "上一?年度?|去年|往年|历年|近[两三几]?年|前一?年度?|以来|截至目前|目前|迄今",
    ),
)
_AROUND = (
    (
        Kind.COMPARED,
        "compared",
        "同比|环比|相比|较之?|(?<!占)比(?!例)|增长|增加|减少|下降|上升|提高|提升|回落|降低"
        "|增至|降至|多于|少于|翻",
    ),
    (
        Kind.PLANNED,
        "planned",
        "将|拟|力争|争取|计划|预计|目标|确保|努力|下一步|今后|应当|避免|防止|如果|如(?!下)|若|凡|一旦|每",
    ),
    (
        Kind.CHANNEL,
        "channel",
        "当面|现场|窗口|网络|网上|网站|在线|线[上下]|信函|信件|邮寄|电子邮件|邮件|邮箱|传真|书面|平台"
        "|互联网|电话|来访|来信|口头|纸质|小程序|微信|门户|快递|挂号信|EMS",
    ),
    (Kind.NARROW, "narrow", "(?:市|县|区|省|镇|机关)?本级|[市县区省镇]级|各[市县区镇乡街部单委局科]"),
    (
        Kind.BODY,
        "body",
        f"(?:我|本)(?:{_TERRITORIES}|局|委|厅|办|单位|机关|部门|院|中心|所|处|署|站|会|行政机关)"
        f"(?:机关)?|全(?:{_TERRITORIES}|局|委|厅|办|系统)(?:范围)?内?|各级(?:行政机关|机关)",
    ),
    (Kind.THIS_TIME, "this_time", "全年度?|本年度?|今年|当年|年内|年度|一年来"),
    (Kind.PART, "part", "其中|包括|含有?|包含"),
    (Kind.SUM, "sum", "总共|总计|合计|累计|一共|共计|共有?|总数"),
    (Kind.FILL, "kinds", "各[类项种]"),
    (Kind.EACH, "each", "分别|均|都|各"),
    (Kind.ASIDE, "published", "(?:已经?)?主动公开|公示|发布"),
    (
        Kind.ASIDE,
        "aside",
        "(?:主动|自行)?(?:撤回|撤销|撤诉|放弃)|驳回|责令|确认违法|胜诉|败诉|终止|中止|补正|转办|移送"
        "|不予受理|不存在|非本机关|不属于",
    ),
    (Kind.ASIDE, "other_matters", "意见|建议|咨询|留言|提案|信访|其[他它]"),
    (Kind.DENIED, "denied_word", "(?<!尚)未(?!经|结|审)|没有|没(?!收)|无(?!法|正|偿)"),
    (Kind.SUCH_AS, "such_as", "等原因|等情形|等"),
    (Kind.JOIN, "join", "以及|或者|和|及|与|或|并|且"),
)
_FILLERS = (
    "政府信息(?:公开)?(?:工作)?|信息公开(?:工作)?|政务公开(?:工作)?|数量|件数|总量|方面|领域|案件|事项|情况|备案"
    "|有关|相关|涉及|关于|依法|按时|按期|及时|规范|发生|产生|引发|引起|提出|提交|作出|做出|予以|进行|登记"
    "|内容|所有|全部|完成|工作|统计|期间|截至|年底|决定|结果|类型|对外|统一|公开|另|还|又"
    "|代表[省市县区]?(?:人民)?政府|[被因由为是有了的数量计已经依于在对向所内中类就而后之件到至]"
)
_ROLES: tuple[tuple[Kind, Mapping[str, str]], ...] = (
    (Kind.OUTCOME, _OUTCOMES),
    (Kind.BLOCK, _BLOCKS),
    (Kind.RESULT, _RESULTS),
    (Kind.DECISION, _DECISIONS),
    (Kind.FEES, {"fees": "行政事业[性型]收费(?:收入)?总?(?:金额|额)?"}),
    (Kind.DOCUMENT, _DOCUMENTS),
    (Kind.DONE, _DONE),
    (Kind.FILL, {"agents": AGENTS}),
    (Kind.APPLICANT, _APPLICANTS),
    (Kind.VERB, _VERBS),
    (Kind.REQUEST, {"request": REQUEST}),
)


def _in_order() -> Iterator[tuple[Kind, str, str]]:
    """Iterate over the words of all kinds: of two that begin alike, the first is taken."""
    yield from _MARKS
    yield from _TIMES
    for kind, table in _ROLES:
        for key, pattern in table.items():
            yield kind, key, pattern
    yield Kind.NUMBER, "number", NUMBER
    yield from _AROUND
    yield Kind.FILL, "fill", _FILLERS


@cache
def lexicon() -> Mapping[str, tuple[re.Pattern[str], Mapping[str, tuple[Kind, str]]]]:
    """Return the words by the characters that they may begin with.

    For each character that is one pattern, and by the names of its groups their kinds and keys.
    """
    by_character: dict[str, list[tuple[Kind, str, str]]] = {}
    for word in _in_order():
        for character in beginnings(word[2]):
            by_character.setdefault(character, []).append(word)
    return {character: _together(words) for character, words in by_character.items()}


def _together(
    words: Sequence[tuple[Kind, str, str]],
) -> tuple[re.Pattern[str], Mapping[str, tuple[Kind, str]]]:
    patterns = [f"(?P<word_{i}>{pattern})" for i, (_, _, pattern) in enumerate(words)]
    groups = {f"word_{i}": (kind, key) for i, (kind, key, _) in enumerate(words)}
    return re.compile("|".join(patterns)), groups
