"""Reviews as one JSON object, in both languages."""

from collections.abc import Sequence
from typing import Any

from ..rules import digest
from ..version import __version__
from ..wire import to_json
from . import plain
from .reviewed import Reviewed, Settings


def write(reviewed: Sequence[Reviewed], settings: Settings) -> str:
    """Return the reviews as JSON; with everything, each report has all of its instances."""
    whole = {
        "tool": {"name": "govdisclosure", "version": __version__},
        "rules": {"digest": digest()},
        "reports": [_entry(entry, everything=settings.everything) for entry in reviewed],
    }
    return to_json(whole, indent=2) + "\n"


def _entry(entry: Reviewed, *, everything: bool) -> dict[str, Any]:
    report, review = entry.report, entry.review
    if report is None or review is None:
        return {
            "source": entry.source,
            "error": None if entry.error is None else plain.wording(entry.error),
        }
    found: dict[str, Any] = {
        "source": entry.source,
        "key": plain.key(report.key),
        "counts": {outcome.value: count for outcome, count in review.counts.items()},
        "findings": [plain.finding(f) for f in review.findings],
        "undetermined": [plain.instance(i) for i in review.undetermined],
        "skipped": [plain.skipped(s) for s in review.skipped],
    }
    if review.profile.name is not None:
        found["profile"] = review.profile.name
    if review.unused_waivers:
        found["unused_waivers"] = [plain.unused_waiver(w) for w in review.unused_waivers]
    if everything:
        found["instances"] = [plain.instance(i, whole=True) for i in review.instances]
    return found
