"""The annual report on open government information (政府信息公开工作年度报告): read, checked,
produced and added up.

The public names are here; the rooms below say what they are.
"""

from .checking import Review, check
from .duplicates import Copy, Duplicate, copies_by_report, duplicates
from .editions import EDITIONS, Edition
from .errors import (
    Error,
    InvalidProfile,
    InvalidReport,
    InvalidRoster,
    MissingExtra,
    NoReport,
    Problem,
    UnknownName,
    UnreadableDocument,
)
from .findings import Figure, Finding, Instance, Needed, Outcome, Severity, Skipped
from .law import Basis, Citation, Confidence, Instrument
from .readers import Limits, read
from .reading import Place, Reading, Reason, Unplaced
from .records import (
    Agency,
    AgencyKind,
    AnnualReport,
    ByApplicant,
    ByResult,
    Cell,
    ClosedOtherwise,
    Decisions,
    Denied,
    DocumentsInForce,
    DocumentsPublished,
    FeeItems,
    FeesCollected,
    ItemsAndDecisions,
    Kind,
    Level,
    Litigation,
    NotProcessed,
    Outcomes,
    ProactiveDisclosure,
    Procurement,
    Prose,
    Remedies,
    ReportKey,
    Requests,
    Scope,
    Unavailable,
    Unit,
    cells,
)
from .records.starting import new_report
from .rules import RULES
from .rules.vocabulary import Practice, Relation, Rule, Sign, Term
from .schema import json_schema
from .wire import dumps, loads, structure, unstructure
from .wording import Wording
from .writers import write

__version__ = "0.1.0"

__all__ = [
    "EDITIONS",
    "RULES",
    "Agency",
    "AgencyKind",
    "AnnualReport",
    "Basis",
    "ByApplicant",
    "ByResult",
    "Cell",
    "Citation",
    "ClosedOtherwise",
    "Confidence",
    "Copy",
    "Decisions",
    "Denied",
    "DocumentsInForce",
    "DocumentsPublished",
    "Duplicate",
    "Edition",
    "Error",
    "FeeItems",
    "FeesCollected",
    "Figure",
    "Finding",
    "Instance",
    "Instrument",
    "InvalidProfile",
    "InvalidReport",
    "InvalidRoster",
    "ItemsAndDecisions",
    "Kind",
    "Level",
    "Limits",
    "Litigation",
    "MissingExtra",
    "Needed",
    "NoReport",
    "NotProcessed",
    "Outcome",
    "Outcomes",
    "Place",
    "Practice",
    "ProactiveDisclosure",
    "Problem",
    "Procurement",
    "Prose",
    "Reading",
    "Reason",
    "Relation",
    "Remedies",
    "ReportKey",
    "Requests",
    "Review",
    "Rule",
    "Scope",
    "Severity",
    "Sign",
    "Skipped",
    "Term",
    "Unavailable",
    "Unit",
    "UnknownName",
    "Unplaced",
    "UnreadableDocument",
    "Wording",
    "cells",
    "check",
    "copies_by_report",
    "dumps",
    "duplicates",
    "json_schema",
    "loads",
    "new_report",
    "read",
    "structure",
    "unstructure",
    "write",
]
