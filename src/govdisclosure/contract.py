"""What every schema of the contract has in common: dialect, version, names, words."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import attrs

from .wording import Wording

JsonObject = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONTRACT_RELEASE = "1.0.0"
"""The version of the contract: major, minor, patch; what each may change: docs/reference."""
CONTRACT_VERSION = int(CONTRACT_RELEASE.split(".", maxsplit=1)[0])
BASE = f"urn:govdisclosure:{CONTRACT_VERSION}"

DAY = (
    "^([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-("
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8])"
    ")$|^("
    "[0-9]{2}(0[48]|[2468][048]|[13579][26])"
    "|(0[48]|[2468][048]|[13579][26])00"
    ")-02-29$"
)
"""A day that exists. A pattern is checked by every validator, ``format`` by few; none that looks
ahead, which not every one knows."""
DATE: JsonObject = {"maxLength": 10, "pattern": DAY}
"""The length keeps out a line break, before which some take the text to end."""
ONE_LINE: JsonObject = {"not": {"pattern": "\\n"}}
"""The same for a text of any length that has a pattern."""


@attrs.frozen
class Words:
    """What a schema says of a key or of a definition: its title and its description."""

    title: Wording
    description: Wording

    def plain(self) -> JsonObject:
        """Return them as the keywords of a schema."""
        return {"title": bilingual(self.title), "description": bilingual(self.description)}


def words(zh: str, en: str, more_zh: str, more_en: str) -> Words:
    """Return a title in both languages, and a description in both."""
    return Words(Wording(zh, en), Wording(more_zh, more_en))


def bilingual(text: Wording) -> str:
    """Return both languages in one text, as the words of a schema stand: 中文 | English."""
    return f"{text.zh} | {text.en}"


def document(
    name: str,
    said: Words,
    content: JsonObject,
    *,
    examples: Sequence[Any],
    definitions: Mapping[str, JsonObject],
) -> JsonObject:
    """Return a schema that is whole in itself, with the identifier that *name* gives it.

    It is plain JSON, and shares nothing with what it is made of.
    """
    import json

    whole = {
        "$schema": DIALECT,
        "$id": f"{BASE}:{name}",
        **said.plain(),
        **content,
        "examples": list(examples),
        "$defs": dict(sorted(definitions.items())),
    }
    plain: JsonObject = json.loads(json.dumps(whole))
    return plain


def reference(name: str) -> JsonObject:
    """Return a reference to the definition of that name."""
    return {"$ref": f"#/$defs/{name}"}


def or_null(content: JsonObject) -> JsonObject:
    """Return the schema of an object that may be null; an error is about the object."""
    return {"type": ["object", "null"], "if": {"type": "object"}, "then": content}


def array(of: JsonObject) -> JsonObject:
    """Return the schema of an array."""
    return {"type": "array", "items": of}


def keys(properties: Mapping[str, JsonObject], *, optional: Collection[str] = ()) -> JsonObject:
    """Return the schema of an object that has these keys and no other."""
    required = [key for key in properties if key not in optional]
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def having(key: str) -> JsonObject:
    """Demand a key; ajv in strict mode wants a demanded key to be among the properties."""
    return {"properties": {key: {}}, "required": [key]}
