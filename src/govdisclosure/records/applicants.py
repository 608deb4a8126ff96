"""The columns of table 三: who applied."""

import attrs

from ..wording import Wording
from .form import count
from .printing import Row

ORGANIZATIONS = Wording("法人或其他组织", "Legal persons and other organizations")


@attrs.frozen(kw_only=True, repr=False)
class ByApplicant(Row):
    """One row of table 三: numbers of requests by kind of applicant, and their printed total.

    Each cell is a count, or None where the document prints nothing.
    """

    natural_person: int | None = count("自然人", "Natural persons")
    enterprise: int | None = count("商业企业", "Commercial enterprises", head=ORGANIZATIONS)
    research_institution: int | None = count(
        "科研机构", "Research institutions", head=ORGANIZATIONS
    )
    public_welfare_organization: int | None = count(
        "社会公益组织", "Public welfare organizations", head=ORGANIZATIONS
    )
    legal_service_institution: int | None = count(
        "法律服务机构", "Legal service institutions", head=ORGANIZATIONS
    )
    other_organization: int | None = count("其他", "Other organizations", head=ORGANIZATIONS)
    total: int | None = count("总计", "Total")
