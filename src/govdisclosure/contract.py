"""What every part of the contract has in common: dialect, version, names."""

from typing import Any

JsonObject = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONTRACT_RELEASE = "1.0.0"
"""The version of the contract: major, minor, patch; what each may change: docs/reference."""
CONTRACT_VERSION = int(CONTRACT_RELEASE.split(".", maxsplit=1)[0])
BASE = f"urn:govdisclosure:{CONTRACT_VERSION}"
