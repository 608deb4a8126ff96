"""The words that prose uses for the rows, columns and blocks of the form."""

from collections.abc import Mapping

from .kinds import Kind

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
    "denied.security_and_stability": '(?:可能)?(?:危及)?[“"]?三安全一稳定[”"]?',
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
CELL_WORDS: tuple[tuple[Kind, Mapping[str, str]], ...] = (
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
