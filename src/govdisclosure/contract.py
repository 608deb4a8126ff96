"""What every schema of the contract has in common: dialect, version, names."""

from typing import Any

JsonObject = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONTRACT_VERSION = 1
BASE = f"urn:govdisclosure:{CONTRACT_VERSION}"
