"""The words that stand around a number: marks, times, bodies, channels, and what fills."""

from .cell_words import CARRIED_IN, CARRIED_OUT
from .kinds import Kind
from .numerals import ARABIC, CHINESE

_UNITS = (
    "万元|亿元|元|件次|条次|人次|件|份|宗|条|次|个|项|例|起"
    "|期|场|篇|家|人|名|部|类|批|册|户|本|页|天|日|年|月"
)
_MORE = "[余多来]"
NUMBER = (
    rf"(?P<near>近|约|逾|超过?|大约)?"
    rf"(?:(?<![第\d])(?<!\d[.,，]){ARABIC}|(?<![第每任零〇一二两三四五六七八九十百千万亿]){CHINESE})"
    rf"(?P<more>{_MORE})?(?P<myriad>[万亿千](?!元))?(?P<more_still>{_MORE})?(?P<unit>{_UNITS})?"
    r"(?P<after>左右|以上|以下|以内|上下)?"
)
_TERRITORIES = "市|县|区|省|镇|乡|街道|街|州|旗|盟"

MARKS = (
    (Kind.OPEN, "open", r"[(\[【〔]"),
    (Kind.CLOSE, "close", r"[)\]】〕]"),
    (Kind.STOP, "stop", "[,，;。!?]"),
    (Kind.COMMA, "comma", "[、:]"),
    (Kind.FILL, "ordinal", r"\A(?:[一二三四五六七八九十]{1,3}(?:是|、)|\d{1,2}[.、](?!\d))"),
    (Kind.FILL, "cited", "(?:按照?|根据|依据|依照|参照)?※+(?:的?(?:有关|相关)?(?:规定|要求))?"),
)
TIMES = (
    (Kind.PERCENT, "percent", r"\d+(?:\.\d+)?(?:%|个百分点)"),
    (
        Kind.FILL,
        "whole_year",
        r"(?:截至|截止|至|自|从|到)?(?:12月(?:31日|底|末)(?:止|期间)?|1月1日|1月?[-—至到]12月)",
    ),
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
AROUND = (
    (
        Kind.COMPARED,
        "compared",
        (
            "同比|环比|相比|较之?|(?<!占)比(?!例)|增长|增加|减少|下降|上升|提高|提升|回落|降低"
            "|增至|降至|多于|少于|翻"
        ),
    ),
    (
        Kind.PLANNED,
        "planned",
        "将|拟|力争|争取|计划|预计|目标|确保|努力|下一步|今后|应当|避免|防止|如果|如(?!下)|若|凡|一旦|每",
    ),
    (
        Kind.CHANNEL,
        "channel",
        (
            "当面|现场|窗口|网络|网上|网站|在线|线[上下]|信函|信件|邮寄|电子邮件|邮件|邮箱|传真|书面|平台|信箱|渠道"
            "|互联网|电话|来访|来信|口头|纸质|小程序|微信|门户|快递|挂号信|EMS"
        ),
    ),
    (
        Kind.NARROW,
        "narrow",
        "(?:市|县|区|省|镇|机关)?本级|[市县区省镇]级|各[市县区镇乡街部单委局科]",
    ),
    (
        Kind.BODY,
        "body",
        (
            f"(?:我|本)(?:{_TERRITORIES}|局|委|厅|办|单位|机关|部门|院|中心|所|处|署|站|会|行政机关)"
            f"(?:机关)?|全(?:{_TERRITORIES}|局|委|厅|办|系统)(?:范围)?内?|各级(?:行政机关|机关)"
        ),
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
        (
            "(?:主动|自行)?(?:撤回|撤销|撤诉|放弃)|驳回|责令|确认违法|胜诉|败诉|终止|中止|补正|转办|移送"
            "|不予受理|不存在|非本机关|不属于"
        ),
    ),
    (Kind.ASIDE, "other_matters", "意见|建议|咨询|留言|提案|信访|其[他它]"),
    (Kind.DENIED, "denied_word", "(?<!尚)未(?!经|结|审)|没有|没(?!收)|无(?!法|正|偿)"),
    (Kind.SUCH_AS, "such_as", "等原因|等情形|等"),
    (Kind.JOIN, "join", "以及|或者|和|及|与|或|并|且"),
)
FILLERS = (
    "政府信息(?:公开)?(?:工作)?|信息公开(?:工作)?|政务公开(?:工作)?|数量|件数|总量|方面|领域|案件|事项|情况|备案"
    "|有关|相关|涉及|关于|依法|按时|按期|及时|规范|发生|产生|引发|引起|提出|提交|作出|做出|予以|进行|登记"
    "|内容|所有|全部|完成|工作|统计|期间|截至|年底|决定|结果|类型|对外|统一|公开|另|还|又"
    "|代表[省市县区]?(?:人民)?政府|[被因由为是有了的数量计已经依于在对向所内中类就而后之件到至]"
)
