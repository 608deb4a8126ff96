"""The record is the form: attrs classes, one module a section."""

from .applicants import ByApplicant
from .cells import Cell, cells
from .form import Kind
from .proactive import (
    Decisions,
    DocumentsInForce,
    DocumentsPublished,
    FeeItems,
    FeesCollected,
    ItemsAndDecisions,
    ProactiveDisclosure,
    Procurement,
    Unit,
)
from .prose import Prose
from .remedies import ByResult, Litigation, Remedies
from .report import Agency, AgencyKind, AnnualReport, Level, ReportKey, Scope
from .requests import ClosedOtherwise, Denied, NotProcessed, Outcomes, Requests, Unavailable

__all__ = [
    "Agency",
    "AgencyKind",
    "AnnualReport",
    "ByApplicant",
    "ByResult",
    "Cell",
    "ClosedOtherwise",
    "Decisions",
    "Denied",
    "DocumentsInForce",
    "DocumentsPublished",
    "FeeItems",
    "FeesCollected",
    "ItemsAndDecisions",
    "Kind",
    "Level",
    "Litigation",
    "NotProcessed",
    "Outcomes",
    "ProactiveDisclosure",
    "Procurement",
    "Prose",
    "Remedies",
    "ReportKey",
    "Requests",
    "Scope",
    "Unavailable",
    "Unit",
    "cells",
]
