"""Hypothesis strategies for annual reports: every kind that the law allows, and every wrong one.

The library ``hypothesis`` comes with the extra ``test``. What a strategy draws is made so that it
has what it promises: nothing is drawn and thrown away.
"""

from ..errors import MissingExtra

try:
    import hypothesis as _hypothesis  # noqa: F401  # whether it is there
except ModuleNotFoundError:
    raise MissingExtra("test", "hypothesis") from None

from .breaking import ALONE, reports_breaking, reports_with
from .documents import DrawnDocument, documents, numbered
from .histories import histories
from .json_documents import JsonDocument, json_documents
from .jurisdictions import Jurisdiction, jurisdictions
from .machine import ReportingYear, Request
from .parts import agencies, at, records
from .reports import reports
from .representable import any_numbers, any_records, any_reports
from .telling import prose

__all__ = [
    "ALONE",
    "DrawnDocument",
    "JsonDocument",
    "Jurisdiction",
    "ReportingYear",
    "Request",
    "agencies",
    "any_numbers",
    "any_records",
    "any_reports",
    "at",
    "documents",
    "histories",
    "json_documents",
    "jurisdictions",
    "numbered",
    "prose",
    "records",
    "reports",
    "reports_breaking",
    "reports_with",
]
