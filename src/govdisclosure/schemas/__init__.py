"""Records, local settings, findings and reviews to JSON Schema, with what the schemas say."""

from .local import profile_schema, roster_schema, waivers_schema
from .reports import json_schema
from .reviews import finding_schema, review_schema

__all__ = [
    "finding_schema",
    "json_schema",
    "profile_schema",
    "review_schema",
    "roster_schema",
    "waivers_schema",
]
