"""The annual report on open government information (政府信息公开工作年度报告): read, checked,
produced and added up.

The public names are here; the rooms below say what they are.
"""

from _govdisclosure_hypothesis import package_loaded as _package_loaded

from .checking import Review, check
from .duplicates import Copy, Duplicate, copies_by_report, duplicates
from .editions import EDITIONS, Edition
from .errors import (
    Error,
    Impossible,
    InvalidFrame,
    InvalidProfile,
    InvalidReport,
    InvalidRoster,
    InvalidWaivers,
    MissingExtra,
    NoReport,
    Problem,
    UnknownName,
    UnreadableDocument,
    UnrelatedReports,
)
from .findings import Figure, Finding, Instance, Needed, Outcome, Severity, Skipped
from .law import Basis, Citation, Confidence, Instrument
from .profiles import NATIONAL, Profile, YearDay
from .querying import MemberRow, member_rows, sql, sql_tables, sql_view
from .readers import Limits, read
from .reading import Aside, Heading, Place, Reading, Reason, Unplaced
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
from .relations import Practice, Relation, Rule, Sign, Term
from .reviews import Reviewed, Settings, write_review
from .rollup import RollUp, rollup
from .rosters import Body, Coverage, Roster
from .rules import RULES
from .schemas import json_schema, profile_schema, roster_schema, waivers_schema
from .settings import load_profile, load_roster, load_waivers
from .streams import Checked, check_lines
from .suggesting import CorrectedCell, Correction, Mistype, Obstacle, suggest
from .version import __version__ as __version__
from .waivers import UnusedWaiver, Waiver
from .wide import report_from, wide_row
from .wire import dumps, loads, structure, unstructure
from .wording import Wording
from .writers import write

__all__ = [
    "EDITIONS",
    "NATIONAL",
    "RULES",
    "Agency",
    "AgencyKind",
    "AnnualReport",
    "Aside",
    "Basis",
    "Body",
    "ByApplicant",
    "ByResult",
    "Cell",
    "Checked",
    "Citation",
    "ClosedOtherwise",
    "Confidence",
    "Copy",
    "CorrectedCell",
    "Correction",
    "Coverage",
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
    "Heading",
    "Impossible",
    "Instance",
    "Instrument",
    "InvalidFrame",
    "InvalidProfile",
    "InvalidReport",
    "InvalidRoster",
    "InvalidWaivers",
    "ItemsAndDecisions",
    "Kind",
    "Level",
    "Limits",
    "Litigation",
    "MemberRow",
    "MissingExtra",
    "Mistype",
    "Needed",
    "NoReport",
    "NotProcessed",
    "Obstacle",
    "Outcome",
    "Outcomes",
    "Place",
    "Practice",
    "ProactiveDisclosure",
    "Problem",
    "Procurement",
    "Profile",
    "Prose",
    "Reading",
    "Reason",
    "Relation",
    "Remedies",
    "ReportKey",
    "Requests",
    "Review",
    "Reviewed",
    "RollUp",
    "Roster",
    "Rule",
    "Scope",
    "Settings",
    "Severity",
    "Sign",
    "Skipped",
    "Term",
    "Unavailable",
    "Unit",
    "UnknownName",
    "Unplaced",
    "UnreadableDocument",
    "UnrelatedReports",
    "UnusedWaiver",
    "Waiver",
    "Wording",
    "YearDay",
    "cells",
    "check",
    "check_lines",
    "copies_by_report",
    "dumps",
    "duplicates",
    "json_schema",
    "load_profile",
    "load_roster",
    "load_waivers",
    "loads",
    "member_rows",
    "new_report",
    "profile_schema",
    "read",
    "report_from",
    "rollup",
    "roster_schema",
    "sql",
    "sql_tables",
    "sql_view",
    "structure",
    "suggest",
    "unstructure",
    "waivers_schema",
    "wide_row",
    "write",
    "write_review",
]

_package_loaded()
