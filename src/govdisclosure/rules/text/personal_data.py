"""text.personal_data: no identity number, mobile number, bank card or personal address is left.

Which numbers are valid is known to python-stdnum and phonenumbers. What is found is shown masked,
everywhere.
"""

import re
import unicodedata
from collections.abc import Iterator

import attrs

from ...extras import why_missing
from ...findings import Finding, Severity
from ...law import ogi
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import masked, no_words, passages

EXTRA = "text"
_LIBRARIES = ("stdnum", "phonenumbers")

_ANY = r"\d(?:[ \-]?\d){9}|@"
"""One of these stands in every text with a number or an address of a person."""
_IDENTITY = r"(?<![\dA-Za-z])[1-9](?:[ \-]?\d){16}[ \-]?[\dXx](?![\dA-Za-z])"
_EARLIEST_BIRTH = 1900
_CARD = (
    r"(?<![\dA-Za-z.])(?:\d{16,19}|\d{4}([ \-])\d{4}\1\d{4}\1\d{4}(?:\1?\d{1,3})?)"
    r"(?![\dA-Za-z]|\.\d)"
)
_CARD_NUMBERS = r"62\d{14,17}|9558\d{15}|4\d{15}|(?:5[1-5]|2[2-7]|35)\d{14}"
"""Numbers of the banks' card schemes: UnionPay, the older ones of one bank, and foreign ones."""
_NO_CARD = r"(?:编号|代码|文号|单号|案号|订单号?|许可证号?|备案号?|索引号)[是为]?\s*[:：]?\s*\Z"
_MOBILE = (
    r"(?<![\dA-Za-z.])(?:(?:\+|00)?86[ \-]?)?1[3-9]\d(?:[ \-]?\d{4}){2}"
    r"(?![\dA-Za-z]|\.\d|[万亿元件条次人份个])"
)
_ADDRESS = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@(?P<domain>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
_OF_AN_OFFICE = r"联系|邮编|传真|邮政编码"
"""Words of a passage that says where an office can be reached; its mailbox is a note only."""
_MAILBOXES = (
    *("qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "163.net", "126.com"),
    *("vip.126.com", "yeah.net", "188.com", "sina.com", "vip.sina.com", "sina.cn", "sina.com.cn"),
    *("sohu.com", "vip.sohu.com", "139.com", "189.cn", "wo.cn", "wo.com.cn", "aliyun.com"),
    *("21cn.com", "tom.com", "263.net", "hotmail.com", "outlook.com", "live.com", "live.cn"),
    *("msn.com", "gmail.com", "yahoo.com", "yahoo.cn", "yahoo.com.cn", "icloud.com", "me.com"),
)
"""Where people have mailboxes of their own; any other domain may be an office's."""


@attrs.frozen
class _Found:
    kind: Wording
    text: str


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for passage in passages(subject):
        text = unicodedata.normalize("NFKC", passage.text)
        found = list(_personal(text)) if re.search(_ANY, text) else []
        if found:
            is_contact = re.search(_OF_AN_OFFICE, text) and all("@" in one.text for one in found)
            yield rule.finding(
                at=passage.at,
                severity=Severity.NOTE if is_contact else None,
                places=passage.places(*(masked(one.text) for one in found)),
                found=Wording(
                    "、".join(f"{one.kind.zh} {masked(one.text)}" for one in found),
                    ", ".join(f"{one.kind.en} {masked(one.text)}" for one in found),
                ),
            )


def _personal(text: str) -> Iterator[_Found]:
    """Iterate over the personal data in a text, each once."""
    taken: list[tuple[int, int]] = []
    for kind, pattern, is_one in _KINDS:
        for match in re.finditer(pattern, text):
            start, end = match.span()
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            if is_one(match):
                taken.append(match.span())
                yield _Found(kind, match[0])


def _digits(match: "re.Match[str]") -> str:
    return re.sub(r"[ \-]", "", match[0])


def _is_identity(match: "re.Match[str]") -> bool:
    """Tell by check character and birthday; a person may be older than the code of the place."""
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    number = _digits(match).upper()
    try:
        born = ric.get_birth_date(number)
    except ValidationError:
        return False
    return born.year >= _EARLIEST_BIRTH and number[-1] == ric.calc_check_digit(number)


def _is_card(match: "re.Match[str]") -> bool:
    from stdnum import luhn

    digits = _digits(match)
    return (
        re.fullmatch(_CARD_NUMBERS, digits) is not None
        and luhn.is_valid(digits)
        and not re.search(_NO_CARD, match.string[: match.start()])
    )


def _is_mobile(match: "re.Match[str]") -> bool:
    import phonenumbers

    number = phonenumbers.PhoneNumber(country_code=86, national_number=int(_digits(match)[-11:]))
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def _is_personal_address(match: "re.Match[str]") -> bool:
    return match["domain"].lower() in _MAILBOXES


_KINDS = (
    (Wording("居民身份证号码", "resident identity number"), _IDENTITY, _is_identity),
    (Wording("银行卡号", "bank card number"), _CARD, _is_card),
    (Wording("手机号码", "mobile phone number"), _MOBILE, _is_mobile),
    (Wording("个人电子邮箱", "personal e-mail address"), _ADDRESS, _is_personal_address),
)


def _why_not(subject: Subject) -> Wording | None:
    return why_missing(EXTRA, _LIBRARIES) or no_words(subject)


RULE = RecordRule(
    id="text.personal_data",
    severity=Severity.WARNING,
    basis=ogi("15"),
    confidence=Practice.PROBABLY,
    sentences=Wording(
        "要公布的报告中没有公民个人信息：居民身份证号码、手机号码、银行卡号、个人电子邮箱。"
        "办公固定电话和机关邮箱可以写。",
        "A report to be published holds no personal data: resident identity numbers, mobile "
        "numbers, bank card numbers, personal e-mail. An office's telephone and mailbox are fine.",
    ),
    why=Wording(
        "年度报告向社会公布；身份证号码、手机号码、银行卡号泄露，会给当事人造成损害。",
        "The report is published; identity, telephone and card numbers in it can do harm to the "
        "people they belong to.",
    ),
    mend=Wording(
        "公布前删去，或只保留不能识别个人的部分；已经公布的，尽快更换文件。",
        "Take them out before publication, or keep only what identifies nobody; if it is "
        "published, replace the file at once.",
    ),
    message=Wording(
        "疑似个人信息（已遮盖）：{found}；公布前请删去",
        "personal data, masked here: {found}; take it out before publication",
    ),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
